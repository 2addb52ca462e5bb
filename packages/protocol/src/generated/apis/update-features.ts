// Generated from schemas/ (UpdateFeatures) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type UpdateFeaturesRequest, updateFeaturesRequest } from '../messages/update-features-request.ts'
import { type UpdateFeaturesResponse, updateFeaturesResponse } from '../messages/update-features-response.ts'

/** The UpdateFeatures API, key 57, versions 0 to 2. */
export const updateFeaturesApi: Api<UpdateFeaturesRequest, UpdateFeaturesResponse> = {
  key: 57,
  name: 'UpdateFeatures',
  request: updateFeaturesRequest,
  response: updateFeaturesResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
