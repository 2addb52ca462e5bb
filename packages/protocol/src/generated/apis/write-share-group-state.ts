// Generated from schemas/ (WriteShareGroupState) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type WriteShareGroupStateRequest,
  writeShareGroupStateRequest,
} from '../messages/write-share-group-state-request.ts'
import {
  type WriteShareGroupStateResponse,
  writeShareGroupStateResponse,
} from '../messages/write-share-group-state-response.ts'

/** The WriteShareGroupState API, key 85, versions 0 to 1. */
export const writeShareGroupStateApi: Api<WriteShareGroupStateRequest, WriteShareGroupStateResponse> = {
  key: 85,
  name: 'WriteShareGroupState',
  request: writeShareGroupStateRequest,
  response: writeShareGroupStateResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
