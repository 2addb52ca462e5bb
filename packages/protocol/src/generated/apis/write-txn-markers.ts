// Generated from schemas/ (WriteTxnMarkers) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type WriteTxnMarkersRequest, writeTxnMarkersRequest } from '../messages/write-txn-markers-request.ts'
import { type WriteTxnMarkersResponse, writeTxnMarkersResponse } from '../messages/write-txn-markers-response.ts'

/** The WriteTxnMarkers API, key 27, versions 0 to 2. */
export const writeTxnMarkersApi: Api<WriteTxnMarkersRequest, WriteTxnMarkersResponse> = {
  key: 27,
  name: 'WriteTxnMarkers',
  request: writeTxnMarkersRequest,
  response: writeTxnMarkersResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
