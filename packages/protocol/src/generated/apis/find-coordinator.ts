// Generated from schemas/ (FindCoordinator) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type FindCoordinatorRequest, findCoordinatorRequest } from '../messages/find-coordinator-request.ts'
import { type FindCoordinatorResponse, findCoordinatorResponse } from '../messages/find-coordinator-response.ts'

/** The FindCoordinator API, key 10, versions 0 to 6. */
export const findCoordinatorApi: Api<FindCoordinatorRequest, FindCoordinatorResponse> = {
  key: 10,
  name: 'FindCoordinator',
  request: findCoordinatorRequest,
  response: findCoordinatorResponse,
  minVersion: 0,
  maxVersion: 6,
  latestStableVersion: 6,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
