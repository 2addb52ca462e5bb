// Generated from schemas/ (DescribeTransactions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeTransactionsRequest,
  describeTransactionsRequest,
} from '../messages/describe-transactions-request.ts'
import {
  type DescribeTransactionsResponse,
  describeTransactionsResponse,
} from '../messages/describe-transactions-response.ts'

/** The DescribeTransactions API, key 65, versions 0 to 0. */
export const describeTransactionsApi: Api<DescribeTransactionsRequest, DescribeTransactionsResponse> = {
  key: 65,
  name: 'DescribeTransactions',
  request: describeTransactionsRequest,
  response: describeTransactionsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
