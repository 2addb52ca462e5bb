// Generated from schemas/ (Heartbeat) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type HeartbeatRequest, heartbeatRequest } from '../messages/heartbeat-request.ts'
import { type HeartbeatResponse, heartbeatResponse } from '../messages/heartbeat-response.ts'

/** The Heartbeat API, key 12, versions 0 to 4. */
export const heartbeatApi: Api<HeartbeatRequest, HeartbeatResponse> = {
  key: 12,
  name: 'Heartbeat',
  request: heartbeatRequest,
  response: heartbeatResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
