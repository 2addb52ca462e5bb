// Generated from schemas/ (Produce) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ProduceRequest, produceRequest } from '../messages/produce-request.ts'
import { type ProduceResponse, produceResponse } from '../messages/produce-response.ts'

/** The Produce API, key 0, versions 0 to 13. */
export const produceApi: Api<ProduceRequest, ProduceResponse> = {
  key: 0,
  name: 'Produce',
  request: produceRequest,
  response: produceResponse,
  minVersion: 0,
  maxVersion: 13,
  latestStableVersion: 13,
  requestHeaderVersion: (version) => (version >= 9 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 9 ? 1 : 0),
}
