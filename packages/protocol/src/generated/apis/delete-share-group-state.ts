// Generated from schemas/ (DeleteShareGroupState) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DeleteShareGroupStateRequest,
  deleteShareGroupStateRequest,
} from '../messages/delete-share-group-state-request.ts'
import {
  type DeleteShareGroupStateResponse,
  deleteShareGroupStateResponse,
} from '../messages/delete-share-group-state-response.ts'

/** The DeleteShareGroupState API, key 86, versions 0 to 0. */
export const deleteShareGroupStateApi: Api<DeleteShareGroupStateRequest, DeleteShareGroupStateResponse> = {
  key: 86,
  name: 'DeleteShareGroupState',
  request: deleteShareGroupStateRequest,
  response: deleteShareGroupStateResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
