// Generated from schemas/ (ExpireDelegationToken) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ExpireDelegationTokenRequest,
  expireDelegationTokenRequest,
} from '../messages/expire-delegation-token-request.ts'
import {
  type ExpireDelegationTokenResponse,
  expireDelegationTokenResponse,
} from '../messages/expire-delegation-token-response.ts'

/** The ExpireDelegationToken API, key 40, versions 0 to 2. */
export const expireDelegationTokenApi: Api<ExpireDelegationTokenRequest, ExpireDelegationTokenResponse> = {
  key: 40,
  name: 'ExpireDelegationToken',
  request: expireDelegationTokenRequest,
  response: expireDelegationTokenResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
