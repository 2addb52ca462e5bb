// Generated from schemas/ (AddPartitionsToTxn) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AddPartitionsToTxnRequest, addPartitionsToTxnRequest } from '../messages/add-partitions-to-txn-request.ts'
import {
  type AddPartitionsToTxnResponse,
  addPartitionsToTxnResponse,
} from '../messages/add-partitions-to-txn-response.ts'

/** The AddPartitionsToTxn API, key 24, versions 0 to 5. */
export const addPartitionsToTxnApi: Api<AddPartitionsToTxnRequest, AddPartitionsToTxnResponse> = {
  key: 24,
  name: 'AddPartitionsToTxn',
  request: addPartitionsToTxnRequest,
  response: addPartitionsToTxnResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
