// Generated from schemas/ (Vote) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type VoteRequest, voteRequest } from '../messages/vote-request.ts'
import { type VoteResponse, voteResponse } from '../messages/vote-response.ts'

/** The Vote API, key 52, versions 0 to 2. */
export const voteApi: Api<VoteRequest, VoteResponse> = {
  key: 52,
  name: 'Vote',
  request: voteRequest,
  response: voteResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
