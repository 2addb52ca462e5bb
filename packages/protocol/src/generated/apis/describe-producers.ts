// Generated from schemas/ (DescribeProducers) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeProducersRequest, describeProducersRequest } from '../messages/describe-producers-request.ts'
import { type DescribeProducersResponse, describeProducersResponse } from '../messages/describe-producers-response.ts'

/** The DescribeProducers API, key 61, versions 0 to 0. */
export const describeProducersApi: Api<DescribeProducersRequest, DescribeProducersResponse> = {
  key: 61,
  name: 'DescribeProducers',
  request: describeProducersRequest,
  response: describeProducersResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
