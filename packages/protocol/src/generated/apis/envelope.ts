// Generated from schemas/ (Envelope) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type EnvelopeRequest, envelopeRequest } from '../messages/envelope-request.ts'
import { type EnvelopeResponse, envelopeResponse } from '../messages/envelope-response.ts'

/** The Envelope API, key 58, versions 0 to 0. */
export const envelopeApi: Api<EnvelopeRequest, EnvelopeResponse> = {
  key: 58,
  name: 'Envelope',
  request: envelopeRequest,
  response: envelopeResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
