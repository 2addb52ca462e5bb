// Generated from schemas/ (DeleteAcls) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DeleteAclsRequest, deleteAclsRequest } from '../messages/delete-acls-request.ts'
import { type DeleteAclsResponse, deleteAclsResponse } from '../messages/delete-acls-response.ts'

/** The DeleteAcls API, key 31, versions 0 to 3. */
export const deleteAclsApi: Api<DeleteAclsRequest, DeleteAclsResponse> = {
  key: 31,
  name: 'DeleteAcls',
  request: deleteAclsRequest,
  response: deleteAclsResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
