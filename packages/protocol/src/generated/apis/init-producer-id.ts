// Generated from schemas/ (InitProducerId) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type InitProducerIdRequest, initProducerIdRequest } from '../messages/init-producer-id-request.ts'
import { type InitProducerIdResponse, initProducerIdResponse } from '../messages/init-producer-id-response.ts'

/** The InitProducerId API, key 22, versions 0 to 6. */
export const initProducerIdApi: Api<InitProducerIdRequest, InitProducerIdResponse> = {
  key: 22,
  name: 'InitProducerId',
  request: initProducerIdRequest,
  response: initProducerIdResponse,
  minVersion: 0,
  maxVersion: 6,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
