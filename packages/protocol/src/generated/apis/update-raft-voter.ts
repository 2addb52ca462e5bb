// Generated from schemas/ (UpdateRaftVoter) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type UpdateRaftVoterRequest, updateRaftVoterRequest } from '../messages/update-raft-voter-request.ts'
import { type UpdateRaftVoterResponse, updateRaftVoterResponse } from '../messages/update-raft-voter-response.ts'

/** The UpdateRaftVoter API, key 82, versions 0 to 0. */
export const updateRaftVoterApi: Api<UpdateRaftVoterRequest, UpdateRaftVoterResponse> = {
  key: 82,
  name: 'UpdateRaftVoter',
  request: updateRaftVoterRequest,
  response: updateRaftVoterResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
