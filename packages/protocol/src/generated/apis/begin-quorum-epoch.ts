// Generated from schemas/ (BeginQuorumEpoch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type BeginQuorumEpochRequest, beginQuorumEpochRequest } from '../messages/begin-quorum-epoch-request.ts'
import { type BeginQuorumEpochResponse, beginQuorumEpochResponse } from '../messages/begin-quorum-epoch-response.ts'

/** The BeginQuorumEpoch API, key 53, versions 0 to 1. */
export const beginQuorumEpochApi: Api<BeginQuorumEpochRequest, BeginQuorumEpochResponse> = {
  key: 53,
  name: 'BeginQuorumEpoch',
  request: beginQuorumEpochRequest,
  response: beginQuorumEpochResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
