// Generated from schemas/ (DescribeClientQuotas) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeClientQuotasRequest,
  describeClientQuotasRequest,
} from '../messages/describe-client-quotas-request.ts'
import {
  type DescribeClientQuotasResponse,
  describeClientQuotasResponse,
} from '../messages/describe-client-quotas-response.ts'

/** The DescribeClientQuotas API, key 48, versions 0 to 1. */
export const describeClientQuotasApi: Api<DescribeClientQuotasRequest, DescribeClientQuotasResponse> = {
  key: 48,
  name: 'DescribeClientQuotas',
  request: describeClientQuotasRequest,
  response: describeClientQuotasResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
