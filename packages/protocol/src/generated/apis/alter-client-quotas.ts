// Generated from schemas/ (AlterClientQuotas) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AlterClientQuotasRequest, alterClientQuotasRequest } from '../messages/alter-client-quotas-request.ts'
import { type AlterClientQuotasResponse, alterClientQuotasResponse } from '../messages/alter-client-quotas-response.ts'

/** The AlterClientQuotas API, key 49, versions 0 to 1. */
export const alterClientQuotasApi: Api<AlterClientQuotasRequest, AlterClientQuotasResponse> = {
  key: 49,
  name: 'AlterClientQuotas',
  request: alterClientQuotasRequest,
  response: alterClientQuotasResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
