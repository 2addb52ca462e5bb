// Generated from schemas/ (TxnOffsetCommit) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type TxnOffsetCommitRequest, txnOffsetCommitRequest } from '../messages/txn-offset-commit-request.ts'
import { type TxnOffsetCommitResponse, txnOffsetCommitResponse } from '../messages/txn-offset-commit-response.ts'

/** The TxnOffsetCommit API, key 28, versions 0 to 5. */
export const txnOffsetCommitApi: Api<TxnOffsetCommitRequest, TxnOffsetCommitResponse> = {
  key: 28,
  name: 'TxnOffsetCommit',
  request: txnOffsetCommitRequest,
  response: txnOffsetCommitResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
