// Generated from schemas/ (DeleteGroups) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DeleteGroupsRequest, deleteGroupsRequest } from '../messages/delete-groups-request.ts'
import { type DeleteGroupsResponse, deleteGroupsResponse } from '../messages/delete-groups-response.ts'

/** The DeleteGroups API, key 42, versions 0 to 2. */
export const deleteGroupsApi: Api<DeleteGroupsRequest, DeleteGroupsResponse> = {
  key: 42,
  name: 'DeleteGroups',
  request: deleteGroupsRequest,
  response: deleteGroupsResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
