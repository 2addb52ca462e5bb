// Generated from schemas/ (DescribeQuorum) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeQuorumRequest, describeQuorumRequest } from '../messages/describe-quorum-request.ts'
import { type DescribeQuorumResponse, describeQuorumResponse } from '../messages/describe-quorum-response.ts'

/** The DescribeQuorum API, key 55, versions 0 to 2. */
export const describeQuorumApi: Api<DescribeQuorumRequest, DescribeQuorumResponse> = {
  key: 55,
  name: 'DescribeQuorum',
  request: describeQuorumRequest,
  response: describeQuorumResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
