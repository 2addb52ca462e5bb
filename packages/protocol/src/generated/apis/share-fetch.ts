// Generated from schemas/ (ShareFetch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ShareFetchRequest, shareFetchRequest } from '../messages/share-fetch-request.ts'
import { type ShareFetchResponse, shareFetchResponse } from '../messages/share-fetch-response.ts'

/** The ShareFetch API, key 78, versions 0 to 2. */
export const shareFetchApi: Api<ShareFetchRequest, ShareFetchResponse> = {
  key: 78,
  name: 'ShareFetch',
  request: shareFetchRequest,
  response: shareFetchResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
