// Generated from schemas/ (OffsetDelete) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type OffsetDeleteRequest, offsetDeleteRequest } from '../messages/offset-delete-request.ts'
import { type OffsetDeleteResponse, offsetDeleteResponse } from '../messages/offset-delete-response.ts'

/** The OffsetDelete API, key 47, versions 0 to 0. */
export const offsetDeleteApi: Api<OffsetDeleteRequest, OffsetDeleteResponse> = {
  key: 47,
  name: 'OffsetDelete',
  request: offsetDeleteRequest,
  response: offsetDeleteResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0,
}
