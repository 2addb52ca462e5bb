// Generated from schemas/ (ListGroups) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ListGroupsRequest, listGroupsRequest } from '../messages/list-groups-request.ts'
import { type ListGroupsResponse, listGroupsResponse } from '../messages/list-groups-response.ts'

/** The ListGroups API, key 16, versions 0 to 5. */
export const listGroupsApi: Api<ListGroupsRequest, ListGroupsResponse> = {
  key: 16,
  name: 'ListGroups',
  request: listGroupsRequest,
  response: listGroupsResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
