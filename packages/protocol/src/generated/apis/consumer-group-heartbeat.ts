// Generated from schemas/ (ConsumerGroupHeartbeat) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ConsumerGroupHeartbeatRequest,
  consumerGroupHeartbeatRequest,
} from '../messages/consumer-group-heartbeat-request.ts'
import {
  type ConsumerGroupHeartbeatResponse,
  consumerGroupHeartbeatResponse,
} from '../messages/consumer-group-heartbeat-response.ts'

/** The ConsumerGroupHeartbeat API, key 68, versions 0 to 1. */
export const consumerGroupHeartbeatApi: Api<ConsumerGroupHeartbeatRequest, ConsumerGroupHeartbeatResponse> = {
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  request: consumerGroupHeartbeatRequest,
  response: consumerGroupHeartbeatResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
