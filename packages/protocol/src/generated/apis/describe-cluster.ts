// Generated from schemas/ (DescribeCluster) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeClusterRequest, describeClusterRequest } from '../messages/describe-cluster-request.ts'
import { type DescribeClusterResponse, describeClusterResponse } from '../messages/describe-cluster-response.ts'

/** The DescribeCluster API, key 60, versions 0 to 2. */
export const describeClusterApi: Api<DescribeClusterRequest, DescribeClusterResponse> = {
  key: 60,
  name: 'DescribeCluster',
  request: describeClusterRequest,
  response: describeClusterResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
