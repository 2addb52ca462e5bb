// Generated from schemas/ (AlterConfigs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AlterConfigsRequest, alterConfigsRequest } from '../messages/alter-configs-request.ts'
import { type AlterConfigsResponse, alterConfigsResponse } from '../messages/alter-configs-response.ts'

/** The AlterConfigs API, key 33, versions 0 to 2. */
export const alterConfigsApi: Api<AlterConfigsRequest, AlterConfigsResponse> = {
  key: 33,
  name: 'AlterConfigs',
  request: alterConfigsRequest,
  response: alterConfigsResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
