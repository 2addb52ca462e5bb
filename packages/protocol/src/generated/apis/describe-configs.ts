// Generated from schemas/ (DescribeConfigs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeConfigsRequest, describeConfigsRequest } from '../messages/describe-configs-request.ts'
import { type DescribeConfigsResponse, describeConfigsResponse } from '../messages/describe-configs-response.ts'

/** The DescribeConfigs API, key 32, versions 0 to 4. */
export const describeConfigsApi: Api<DescribeConfigsRequest, DescribeConfigsResponse> = {
  key: 32,
  name: 'DescribeConfigs',
  request: describeConfigsRequest,
  response: describeConfigsResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
