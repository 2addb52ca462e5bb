// Generated from schemas/ (Fetch) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type FetchRequest, fetchRequest } from '../messages/fetch-request.ts'
import { type FetchResponse, fetchResponse } from '../messages/fetch-response.ts'

/** The Fetch API, key 1, versions 0 to 18. */
export const fetchApi: Api<FetchRequest, FetchResponse> = {
  key: 1,
  name: 'Fetch',
  request: fetchRequest,
  response: fetchResponse,
  minVersion: 0,
  maxVersion: 18,
  latestStableVersion: 18,
  requestHeaderVersion: (version) => (version >= 12 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 12 ? 1 : 0),
}
