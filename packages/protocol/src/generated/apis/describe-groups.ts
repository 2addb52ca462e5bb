// Generated from schemas/ (DescribeGroups) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeGroupsRequest, describeGroupsRequest } from '../messages/describe-groups-request.ts'
import { type DescribeGroupsResponse, describeGroupsResponse } from '../messages/describe-groups-response.ts'

/** The DescribeGroups API, key 15, versions 0 to 6. */
export const describeGroupsApi: Api<DescribeGroupsRequest, DescribeGroupsResponse> = {
  key: 15,
  name: 'DescribeGroups',
  request: describeGroupsRequest,
  response: describeGroupsResponse,
  minVersion: 0,
  maxVersion: 6,
  latestStableVersion: 6,
  requestHeaderVersion: (version) => (version >= 5 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 5 ? 1 : 0),
}
