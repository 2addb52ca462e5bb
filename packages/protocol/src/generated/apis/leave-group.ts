// Generated from schemas/ (LeaveGroup) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type LeaveGroupRequest, leaveGroupRequest } from '../messages/leave-group-request.ts'
import { type LeaveGroupResponse, leaveGroupResponse } from '../messages/leave-group-response.ts'

/** The LeaveGroup API, key 13, versions 0 to 5. */
export const leaveGroupApi: Api<LeaveGroupRequest, LeaveGroupResponse> = {
  key: 13,
  name: 'LeaveGroup',
  request: leaveGroupRequest,
  response: leaveGroupResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
