// Generated from schemas/ (RenewDelegationToken) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type RenewDelegationTokenRequest,
  renewDelegationTokenRequest,
} from '../messages/renew-delegation-token-request.ts'
import {
  type RenewDelegationTokenResponse,
  renewDelegationTokenResponse,
} from '../messages/renew-delegation-token-response.ts'

/** The RenewDelegationToken API, key 39, versions 0 to 2. */
export const renewDelegationTokenApi: Api<RenewDelegationTokenRequest, RenewDelegationTokenResponse> = {
  key: 39,
  name: 'RenewDelegationToken',
  request: renewDelegationTokenRequest,
  response: renewDelegationTokenResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
