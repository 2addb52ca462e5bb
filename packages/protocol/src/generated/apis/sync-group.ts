// Generated from schemas/ (SyncGroup) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type SyncGroupRequest, syncGroupRequest } from '../messages/sync-group-request.ts'
import { type SyncGroupResponse, syncGroupResponse } from '../messages/sync-group-response.ts'

/** The SyncGroup API, key 14, versions 0 to 5. */
export const syncGroupApi: Api<SyncGroupRequest, SyncGroupResponse> = {
  key: 14,
  name: 'SyncGroup',
  request: syncGroupRequest,
  response: syncGroupResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
