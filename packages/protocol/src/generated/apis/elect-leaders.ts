// Generated from schemas/ (ElectLeaders) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ElectLeadersRequest, electLeadersRequest } from '../messages/elect-leaders-request.ts'
import { type ElectLeadersResponse, electLeadersResponse } from '../messages/elect-leaders-response.ts'

/** The ElectLeaders API, key 43, versions 0 to 2. */
export const electLeadersApi: Api<ElectLeadersRequest, ElectLeadersResponse> = {
  key: 43,
  name: 'ElectLeaders',
  request: electLeadersRequest,
  response: electLeadersResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
