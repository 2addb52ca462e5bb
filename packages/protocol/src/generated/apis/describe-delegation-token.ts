// Generated from schemas/ (DescribeDelegationToken) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeDelegationTokenRequest,
  describeDelegationTokenRequest,
} from '../messages/describe-delegation-token-request.ts'
import {
  type DescribeDelegationTokenResponse,
  describeDelegationTokenResponse,
} from '../messages/describe-delegation-token-response.ts'

/** The DescribeDelegationToken API, key 41, versions 0 to 3. */
export const describeDelegationTokenApi: Api<DescribeDelegationTokenRequest, DescribeDelegationTokenResponse> = {
  key: 41,
  name: 'DescribeDelegationToken',
  request: describeDelegationTokenRequest,
  response: describeDelegationTokenResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
