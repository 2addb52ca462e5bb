// Generated from schemas/ (StopReplica) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type StopReplicaRequest, stopReplicaRequest } from '../messages/stop-replica-request.ts'
import { type StopReplicaResponse, stopReplicaResponse } from '../messages/stop-replica-response.ts'

/** The StopReplica API, key 5, versions 0 to 4. */
export const stopReplicaApi: Api<StopReplicaRequest, StopReplicaResponse> = {
  key: 5,
  name: 'StopReplica',
  request: stopReplicaRequest,
  response: stopReplicaResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
