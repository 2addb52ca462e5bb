// Generated from schemas/ (SaslHandshake) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type SaslHandshakeRequest, saslHandshakeRequest } from '../messages/sasl-handshake-request.ts'
import { type SaslHandshakeResponse, saslHandshakeResponse } from '../messages/sasl-handshake-response.ts'

/** The SaslHandshake API, key 17, versions 0 to 1. */
export const saslHandshakeApi: Api<SaslHandshakeRequest, SaslHandshakeResponse> = {
  key: 17,
  name: 'SaslHandshake',
  request: saslHandshakeRequest,
  response: saslHandshakeResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0,
}
