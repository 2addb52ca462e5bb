// Generated from schemas/ (ShareGroupHeartbeat) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ShareGroupHeartbeatRequest,
  shareGroupHeartbeatRequest,
} from '../messages/share-group-heartbeat-request.ts'
import {
  type ShareGroupHeartbeatResponse,
  shareGroupHeartbeatResponse,
} from '../messages/share-group-heartbeat-response.ts'

/** The ShareGroupHeartbeat API, key 76, versions 0 to 1. */
export const shareGroupHeartbeatApi: Api<ShareGroupHeartbeatRequest, ShareGroupHeartbeatResponse> = {
  key: 76,
  name: 'ShareGroupHeartbeat',
  request: shareGroupHeartbeatRequest,
  response: shareGroupHeartbeatResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
