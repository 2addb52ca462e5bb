// Generated from schemas/ (GetTelemetrySubscriptions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type GetTelemetrySubscriptionsRequest,
  getTelemetrySubscriptionsRequest,
} from '../messages/get-telemetry-subscriptions-request.ts'
import {
  type GetTelemetrySubscriptionsResponse,
  getTelemetrySubscriptionsResponse,
} from '../messages/get-telemetry-subscriptions-response.ts'

/** The GetTelemetrySubscriptions API, key 71, versions 0 to 0. */
export const getTelemetrySubscriptionsApi: Api<GetTelemetrySubscriptionsRequest, GetTelemetrySubscriptionsResponse> = {
  key: 71,
  name: 'GetTelemetrySubscriptions',
  request: getTelemetrySubscriptionsRequest,
  response: getTelemetrySubscriptionsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
