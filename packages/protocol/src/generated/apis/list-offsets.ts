// Generated from schemas/ (ListOffsets) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ListOffsetsRequest, listOffsetsRequest } from '../messages/list-offsets-request.ts'
import { type ListOffsetsResponse, listOffsetsResponse } from '../messages/list-offsets-response.ts'

/** The ListOffsets API, key 2, versions 0 to 11. */
export const listOffsetsApi: Api<ListOffsetsRequest, ListOffsetsResponse> = {
  key: 2,
  name: 'ListOffsets',
  request: listOffsetsRequest,
  response: listOffsetsResponse,
  minVersion: 0,
  maxVersion: 11,
  latestStableVersion: 11,
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
