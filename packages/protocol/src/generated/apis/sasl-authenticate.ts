// Generated from schemas/ (SaslAuthenticate) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type SaslAuthenticateRequest, saslAuthenticateRequest } from '../messages/sasl-authenticate-request.ts'
import { type SaslAuthenticateResponse, saslAuthenticateResponse } from '../messages/sasl-authenticate-response.ts'

/** The SaslAuthenticate API, key 36, versions 0 to 2. */
export const saslAuthenticateApi: Api<SaslAuthenticateRequest, SaslAuthenticateResponse> = {
  key: 36,
  name: 'SaslAuthenticate',
  request: saslAuthenticateRequest,
  response: saslAuthenticateResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
