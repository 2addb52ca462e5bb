// Generated from schemas/ (UpdateMetadata) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type UpdateMetadataRequest, updateMetadataRequest } from '../messages/update-metadata-request.ts'
import { type UpdateMetadataResponse, updateMetadataResponse } from '../messages/update-metadata-response.ts'

/** The UpdateMetadata API, key 6, versions 0 to 8. */
export const updateMetadataApi: Api<UpdateMetadataRequest, UpdateMetadataResponse> = {
  key: 6,
  name: 'UpdateMetadata',
  request: updateMetadataRequest,
  response: updateMetadataResponse,
  minVersion: 0,
  maxVersion: 8,
  latestStableVersion: 8,
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
