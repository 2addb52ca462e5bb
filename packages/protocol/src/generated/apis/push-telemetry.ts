// Generated from schemas/ (PushTelemetry) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type PushTelemetryRequest, pushTelemetryRequest } from '../messages/push-telemetry-request.ts'
import { type PushTelemetryResponse, pushTelemetryResponse } from '../messages/push-telemetry-response.ts'

/** The PushTelemetry API, key 72, versions 0 to 0. */
export const pushTelemetryApi: Api<PushTelemetryRequest, PushTelemetryResponse> = {
  key: 72,
  name: 'PushTelemetry',
  request: pushTelemetryRequest,
  response: pushTelemetryResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
