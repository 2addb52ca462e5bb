// Generated from schemas/ (ApiVersions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ApiVersionsRequest, apiVersionsRequest } from '../messages/api-versions-request.ts'
import { type ApiVersionsResponse, apiVersionsResponse } from '../messages/api-versions-response.ts'

/** The ApiVersions API, key 18, versions 0 to 4. */
export const apiVersionsApi: Api<ApiVersionsRequest, ApiVersionsResponse> = {
  key: 18,
  name: 'ApiVersions',
  request: apiVersionsRequest,
  response: apiVersionsResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: () => 0,
}
