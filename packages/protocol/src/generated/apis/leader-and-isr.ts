// Generated from schemas/ (LeaderAndIsr) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type LeaderAndIsrRequest, leaderAndIsrRequest } from '../messages/leader-and-isr-request.ts'
import { type LeaderAndIsrResponse, leaderAndIsrResponse } from '../messages/leader-and-isr-response.ts'

/** The LeaderAndIsr API, key 4, versions 0 to 7. */
export const leaderAndIsrApi: Api<LeaderAndIsrRequest, LeaderAndIsrResponse> = {
  key: 4,
  name: 'LeaderAndIsr',
  request: leaderAndIsrRequest,
  response: leaderAndIsrResponse,
  minVersion: 0,
  maxVersion: 7,
  latestStableVersion: 7,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
