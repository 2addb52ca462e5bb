// Generated from schemas/ (InitializeShareGroupState) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type InitializeShareGroupStateRequest,
  initializeShareGroupStateRequest,
} from '../messages/initialize-share-group-state-request.ts'
import {
  type InitializeShareGroupStateResponse,
  initializeShareGroupStateResponse,
} from '../messages/initialize-share-group-state-response.ts'

/** The InitializeShareGroupState API, key 83, versions 0 to 0. */
export const initializeShareGroupStateApi: Api<InitializeShareGroupStateRequest, InitializeShareGroupStateResponse> = {
  key: 83,
  name: 'InitializeShareGroupState',
  request: initializeShareGroupStateRequest,
  response: initializeShareGroupStateResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
