// Generated from schemas/ (ListTransactions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ListTransactionsRequest, listTransactionsRequest } from '../messages/list-transactions-request.ts'
import { type ListTransactionsResponse, listTransactionsResponse } from '../messages/list-transactions-response.ts'

/** The ListTransactions API, key 66, versions 0 to 2. */
export const listTransactionsApi: Api<ListTransactionsRequest, ListTransactionsResponse> = {
  key: 66,
  name: 'ListTransactions',
  request: listTransactionsRequest,
  response: listTransactionsResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
