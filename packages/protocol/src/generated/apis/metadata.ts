// Generated from schemas/ (Metadata) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type MetadataRequest, metadataRequest } from '../messages/metadata-request.ts'
import { type MetadataResponse, metadataResponse } from '../messages/metadata-response.ts'

/** The Metadata API, key 3, versions 0 to 13. */
export const metadataApi: Api<MetadataRequest, MetadataResponse> = {
  key: 3,
  name: 'Metadata',
  request: metadataRequest,
  response: metadataResponse,
  minVersion: 0,
  maxVersion: 13,
  latestStableVersion: 13,
  requestHeaderVersion: (version) => (version >= 9 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 9 ? 1 : 0),
}
