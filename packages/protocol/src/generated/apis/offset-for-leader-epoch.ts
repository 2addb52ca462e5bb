// Generated from schemas/ (OffsetForLeaderEpoch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type OffsetForLeaderEpochRequest,
  offsetForLeaderEpochRequest,
} from '../messages/offset-for-leader-epoch-request.ts'
import {
  type OffsetForLeaderEpochResponse,
  offsetForLeaderEpochResponse,
} from '../messages/offset-for-leader-epoch-response.ts'

/** The OffsetForLeaderEpoch API, key 23, versions 0 to 4. */
export const offsetForLeaderEpochApi: Api<OffsetForLeaderEpochRequest, OffsetForLeaderEpochResponse> = {
  key: 23,
  name: 'OffsetForLeaderEpoch',
  request: offsetForLeaderEpochRequest,
  response: offsetForLeaderEpochResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
