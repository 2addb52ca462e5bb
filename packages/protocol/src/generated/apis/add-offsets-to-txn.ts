// Generated from schemas/ (AddOffsetsToTxn) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AddOffsetsToTxnRequest, addOffsetsToTxnRequest } from '../messages/add-offsets-to-txn-request.ts'
import { type AddOffsetsToTxnResponse, addOffsetsToTxnResponse } from '../messages/add-offsets-to-txn-response.ts'

/** The AddOffsetsToTxn API, key 25, versions 0 to 4. */
export const addOffsetsToTxnApi: Api<AddOffsetsToTxnRequest, AddOffsetsToTxnResponse> = {
  key: 25,
  name: 'AddOffsetsToTxn',
  request: addOffsetsToTxnRequest,
  response: addOffsetsToTxnResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
