import { ApiKey } from '@odradek/protocol'

import type { BrokerVersions } from './version-negotiation.ts'

/** ApiVersions 2 came with Kafka 2.0, from which on a broker that throttles answers at once. */
const API_VERSIONS_OF_KAFKA_2 = 2

/**
 * How long a broker's answer asks for no further request on its connection, in milliseconds (KIP-219); older brokers have waited themselves before
 * they answered. What is sent earlier is not read, and its time would run out unread.
 */
export function throttleTimeMs(response: unknown, broker: BrokerVersions): number {
  const { throttleTimeMs: askedMs } = response as { throttleTimeMs?: number }
  const isLeftToUs = (broker.get(ApiKey.ApiVersions)?.max ?? 0) >= API_VERSIONS_OF_KAFKA_2
  return isLeftToUs && askedMs !== undefined && askedMs > 0 ? askedMs : 0
}
