// Generated from schemas/ (ReadShareGroupState) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ReadShareGroupStateRequest,
  readShareGroupStateRequest,
} from '../messages/read-share-group-state-request.ts'
import {
  type ReadShareGroupStateResponse,
  readShareGroupStateResponse,
} from '../messages/read-share-group-state-response.ts'

/** The ReadShareGroupState API, key 84, versions 0 to 0. */
export const readShareGroupStateApi: Api<ReadShareGroupStateRequest, ReadShareGroupStateResponse> = {
  key: 84,
  name: 'ReadShareGroupState',
  request: readShareGroupStateRequest,
  response: readShareGroupStateResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
