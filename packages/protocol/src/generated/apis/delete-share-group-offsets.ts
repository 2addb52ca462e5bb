// Generated from schemas/ (DeleteShareGroupOffsets) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DeleteShareGroupOffsetsRequest,
  deleteShareGroupOffsetsRequest,
} from '../messages/delete-share-group-offsets-request.ts'
import {
  type DeleteShareGroupOffsetsResponse,
  deleteShareGroupOffsetsResponse,
} from '../messages/delete-share-group-offsets-response.ts'

/** The DeleteShareGroupOffsets API, key 92, versions 0 to 0. */
export const deleteShareGroupOffsetsApi: Api<DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsResponse> = {
  key: 92,
  name: 'DeleteShareGroupOffsets',
  request: deleteShareGroupOffsetsRequest,
  response: deleteShareGroupOffsetsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
