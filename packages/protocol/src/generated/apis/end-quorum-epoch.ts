// Generated from schemas/ (EndQuorumEpoch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type EndQuorumEpochRequest, endQuorumEpochRequest } from '../messages/end-quorum-epoch-request.ts'
import { type EndQuorumEpochResponse, endQuorumEpochResponse } from '../messages/end-quorum-epoch-response.ts'

/** The EndQuorumEpoch API, key 54, versions 0 to 1. */
export const endQuorumEpochApi: Api<EndQuorumEpochRequest, EndQuorumEpochResponse> = {
  key: 54,
  name: 'EndQuorumEpoch',
  request: endQuorumEpochRequest,
  response: endQuorumEpochResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
