// Generated from schemas/ (AddRaftVoter) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AddRaftVoterRequest, addRaftVoterRequest } from '../messages/add-raft-voter-request.ts'
import { type AddRaftVoterResponse, addRaftVoterResponse } from '../messages/add-raft-voter-response.ts'

/** The AddRaftVoter API, key 80, versions 0 to 1. */
export const addRaftVoterApi: Api<AddRaftVoterRequest, AddRaftVoterResponse> = {
  key: 80,
  name: 'AddRaftVoter',
  request: addRaftVoterRequest,
  response: addRaftVoterResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
