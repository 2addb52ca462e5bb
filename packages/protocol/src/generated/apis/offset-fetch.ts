// Generated from schemas/ (OffsetFetch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type OffsetFetchRequest, offsetFetchRequest } from '../messages/offset-fetch-request.ts'
import { type OffsetFetchResponse, offsetFetchResponse } from '../messages/offset-fetch-response.ts'

/** The OffsetFetch API, key 9, versions 0 to 10. */
export const offsetFetchApi: Api<OffsetFetchRequest, OffsetFetchResponse> = {
  key: 9,
  name: 'OffsetFetch',
  request: offsetFetchRequest,
  response: offsetFetchResponse,
  minVersion: 0,
  maxVersion: 10,
  latestStableVersion: 10,
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
