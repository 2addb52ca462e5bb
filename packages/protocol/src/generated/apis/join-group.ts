// Generated from schemas/ (JoinGroup) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type JoinGroupRequest, joinGroupRequest } from '../messages/join-group-request.ts'
import { type JoinGroupResponse, joinGroupResponse } from '../messages/join-group-response.ts'

/** The JoinGroup API, key 11, versions 0 to 9. */
export const joinGroupApi: Api<JoinGroupRequest, JoinGroupResponse> = {
  key: 11,
  name: 'JoinGroup',
  request: joinGroupRequest,
  response: joinGroupResponse,
  minVersion: 0,
  maxVersion: 9,
  latestStableVersion: 9,
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
