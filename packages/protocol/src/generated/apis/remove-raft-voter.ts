// Generated from schemas/ (RemoveRaftVoter) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type RemoveRaftVoterRequest, removeRaftVoterRequest } from '../messages/remove-raft-voter-request.ts'
import { type RemoveRaftVoterResponse, removeRaftVoterResponse } from '../messages/remove-raft-voter-response.ts'

/** The RemoveRaftVoter API, key 81, versions 0 to 0. */
export const removeRaftVoterApi: Api<RemoveRaftVoterRequest, RemoveRaftVoterResponse> = {
  key: 81,
  name: 'RemoveRaftVoter',
  request: removeRaftVoterRequest,
  response: removeRaftVoterResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
