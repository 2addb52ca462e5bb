// GetTelemetrySubscriptions 0 and PushTelemetry 0 (KIP-714). Unless the option clientTelemetry is set, no one here receives metrics; then, as in
// Kafka without a receiver, ApiVersions does not name these APIs, and who asks all the same is served.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import type { GetTelemetrySubscriptionsRequest } from '@odradek/protocol/messages/get-telemetry-subscriptions-request'
import type { GetTelemetrySubscriptionsResponse } from '@odradek/protocol/messages/get-telemetry-subscriptions-response'
import type { PushTelemetryRequest } from '@odradek/protocol/messages/push-telemetry-request'
import type { PushTelemetryResponse } from '@odradek/protocol/messages/push-telemetry-response'
import type { BrokerState } from '../../broker-state.ts'
import { parseMatch } from '../../config/client-metrics-checks.ts'
import { ConfigResourceType } from '../../config/config-source.ts'
import { listMembers } from '../../config/config-value.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import { type Subscription, subscriptionIdOf } from '../../telemetry/telemetry-clients.ts'

const RESERVED = [ZERO_UUID, 'AAAAAAAAAAAAAAAAAAAAAQ']
/** zstd, lz4, gzip, snappy. */
const COMPRESSIONS = [4, 3, 1, 2]
const LAST_COMPRESSION = 4
const MAX_BYTES = 1_048_576
const DEFAULT_INTERVAL_MS = 300_000

/** Handles GetTelemetrySubscriptions. */
export function handleGetTelemetrySubscriptions(
  state: BrokerState,
  request: BrokerRequest<GetTelemetrySubscriptionsRequest>,
  nowMs: number,
): Outcome<GetTelemetrySubscriptionsResponse> {
  const given = request.body.clientInstanceId
  const clientInstanceId = given === ZERO_UUID ? state.cluster.newUuid() : given
  const subscription = subscriptionOf(state, clientInstanceId, request)
  if (!state.telemetry.onGet(clientInstanceId, subscription, nowMs)) {
    return answer({ errorCode: ErrorCode.THROTTLING_QUOTA_EXCEEDED })
  }
  const { subscriptionId, pushIntervalMs, metrics } = subscription
  return answer({
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes: COMPRESSIONS,
    pushIntervalMs,
    telemetryMaxBytes: MAX_BYTES,
    deltaTemporality: true,
    requestedMetrics: [...metrics],
  })
}

/** Handles PushTelemetry: what is pushed is checked and dropped. */
export function handlePushTelemetry(
  state: BrokerState,
  request: BrokerRequest<PushTelemetryRequest>,
  nowMs: number,
): Outcome<PushTelemetryResponse> {
  const { clientInstanceId, subscriptionId, terminating, compressionType, metrics } = request.body
  if (RESERVED.includes(clientInstanceId)) return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  const subscription = subscriptionOf(state, clientInstanceId, request)
  switch (state.telemetry.onPush(clientInstanceId, subscription, subscriptionId, terminating, nowMs)) {
    case 'ended':
      return answer({ errorCode: ErrorCode.INVALID_REQUEST })
    case 'too-often':
      return answer({ errorCode: ErrorCode.THROTTLING_QUOTA_EXCEEDED })
    case 'unknown-subscription':
      return answer({ errorCode: ErrorCode.UNKNOWN_SUBSCRIPTION_ID })
  }
  if (compressionType < 0 || compressionType > LAST_COMPRESSION) {
    return answer({ errorCode: ErrorCode.UNSUPPORTED_COMPRESSION_TYPE })
  }
  return answer({ errorCode: metrics.length > MAX_BYTES ? ErrorCode.TELEMETRY_TOO_LARGE : ErrorCode.NONE })
}

function subscriptionOf(
  { cluster }: BrokerState,
  clientInstanceId: string,
  { clientId, clientHost }: BrokerRequest<object>,
): Subscription {
  const facts: Readonly<Record<string, string>> = {
    client_instance_id: clientInstanceId,
    client_id: clientId,
    client_source_address: clientHost.slice(1),
  }
  const { configs } = cluster.admin
  let pushIntervalMs = DEFAULT_INTERVAL_MS
  const metrics = new Set<string>()
  for (const name of configs.names(ConfigResourceType.CLIENT_METRICS)) {
    const own = configs.get(ConfigResourceType.CLIENT_METRICS, name)
    const patterns = parseMatch(own.get('match') ?? '')
    if (typeof patterns === 'string') continue
    if (![...patterns].every(([selector, pattern]) => pattern.test(facts[selector] ?? ''))) continue
    for (const metric of listMembers(own.get('metrics') ?? '')) metrics.add(metric)
    pushIntervalMs = Math.min(pushIntervalMs, Number(own.get('interval.ms') ?? DEFAULT_INTERVAL_MS))
  }
  const wanted = [...metrics]
  return { subscriptionId: subscriptionIdOf(clientInstanceId, wanted, pushIntervalMs), pushIntervalMs, metrics: wanted }
}
