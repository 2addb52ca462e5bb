// Generated from schemas/ (BrokerRegistration) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type BrokerRegistrationRequest, brokerRegistrationRequest } from '../messages/broker-registration-request.ts'
import {
  type BrokerRegistrationResponse,
  brokerRegistrationResponse,
} from '../messages/broker-registration-response.ts'

/** The BrokerRegistration API, key 62, versions 0 to 4. */
export const brokerRegistrationApi: Api<BrokerRegistrationRequest, BrokerRegistrationResponse> = {
  key: 62,
  name: 'BrokerRegistration',
  request: brokerRegistrationRequest,
  response: brokerRegistrationResponse,
  minVersion: 0,
  maxVersion: 4,
  latestStableVersion: 4,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
