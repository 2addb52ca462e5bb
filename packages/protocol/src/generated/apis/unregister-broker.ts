// Generated from schemas/ (UnregisterBroker) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type UnregisterBrokerRequest, unregisterBrokerRequest } from '../messages/unregister-broker-request.ts'
import { type UnregisterBrokerResponse, unregisterBrokerResponse } from '../messages/unregister-broker-response.ts'

/** The UnregisterBroker API, key 64, versions 0 to 0. */
export const unregisterBrokerApi: Api<UnregisterBrokerRequest, UnregisterBrokerResponse> = {
  key: 64,
  name: 'UnregisterBroker',
  request: unregisterBrokerRequest,
  response: unregisterBrokerResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
