// Generated from schemas/ (EndTxn) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type EndTxnRequest, endTxnRequest } from '../messages/end-txn-request.ts'
import { type EndTxnResponse, endTxnResponse } from '../messages/end-txn-response.ts'

/** The EndTxn API, key 26, versions 0 to 5. */
export const endTxnApi: Api<EndTxnRequest, EndTxnResponse> = {
  key: 26,
  name: 'EndTxn',
  request: endTxnRequest,
  response: endTxnResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
