// Generated from schemas/ (CreateAcls) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type CreateAclsRequest, createAclsRequest } from '../messages/create-acls-request.ts'
import { type CreateAclsResponse, createAclsResponse } from '../messages/create-acls-response.ts'

/** The CreateAcls API, key 30, versions 0 to 3. */
export const createAclsApi: Api<CreateAclsRequest, CreateAclsResponse> = {
  key: 30,
  name: 'CreateAcls',
  request: createAclsRequest,
  response: createAclsResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
