// Generated from schemas/ (BrokerHeartbeat) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type BrokerHeartbeatRequest, brokerHeartbeatRequest } from '../messages/broker-heartbeat-request.ts'
import { type BrokerHeartbeatResponse, brokerHeartbeatResponse } from '../messages/broker-heartbeat-response.ts'

/** The BrokerHeartbeat API, key 63, versions 0 to 2. */
export const brokerHeartbeatApi: Api<BrokerHeartbeatRequest, BrokerHeartbeatResponse> = {
  key: 63,
  name: 'BrokerHeartbeat',
  request: brokerHeartbeatRequest,
  response: brokerHeartbeatResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
