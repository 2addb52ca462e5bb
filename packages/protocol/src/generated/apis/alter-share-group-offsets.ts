// Generated from schemas/ (AlterShareGroupOffsets) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AlterShareGroupOffsetsRequest,
  alterShareGroupOffsetsRequest,
} from '../messages/alter-share-group-offsets-request.ts'
import {
  type AlterShareGroupOffsetsResponse,
  alterShareGroupOffsetsResponse,
} from '../messages/alter-share-group-offsets-response.ts'

/** The AlterShareGroupOffsets API, key 91, versions 0 to 0. */
export const alterShareGroupOffsetsApi: Api<AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsResponse> = {
  key: 91,
  name: 'AlterShareGroupOffsets',
  request: alterShareGroupOffsetsRequest,
  response: alterShareGroupOffsetsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
