// Generated from schemas/ (CreateDelegationToken) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type CreateDelegationTokenRequest,
  createDelegationTokenRequest,
} from '../messages/create-delegation-token-request.ts'
import {
  type CreateDelegationTokenResponse,
  createDelegationTokenResponse,
} from '../messages/create-delegation-token-response.ts'

/** The CreateDelegationToken API, key 38, versions 0 to 3. */
export const createDelegationTokenApi: Api<CreateDelegationTokenRequest, CreateDelegationTokenResponse> = {
  key: 38,
  name: 'CreateDelegationToken',
  request: createDelegationTokenRequest,
  response: createDelegationTokenResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
