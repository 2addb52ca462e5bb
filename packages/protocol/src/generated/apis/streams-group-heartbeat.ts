// Generated from schemas/ (StreamsGroupHeartbeat) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type StreamsGroupHeartbeatRequest,
  streamsGroupHeartbeatRequest,
} from '../messages/streams-group-heartbeat-request.ts'
import {
  type StreamsGroupHeartbeatResponse,
  streamsGroupHeartbeatResponse,
} from '../messages/streams-group-heartbeat-response.ts'

/** The StreamsGroupHeartbeat API, key 88, versions 0 to 0. */
export const streamsGroupHeartbeatApi: Api<StreamsGroupHeartbeatRequest, StreamsGroupHeartbeatResponse> = {
  key: 88,
  name: 'StreamsGroupHeartbeat',
  request: streamsGroupHeartbeatRequest,
  response: streamsGroupHeartbeatResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
