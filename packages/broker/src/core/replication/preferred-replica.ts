// The replica that a consumer should read from (KIP-392; Kafka's RackAwareReplicaSelector).
import type { BrokerState } from '../broker-state.ts'
import type { Replica } from './replica.ts'

/** The `replica.selector.class` of Kafka that picks by rack. */
export const RACK_AWARE_SELECTOR = 'org.apache.kafka.common.replica.RackAwareReplicaSelector'

/**
 * The follower in the consumer's rack that has most of the log, where the leader is in another rack; undefined where the consumer is to
 * read from the leader. Only those count that are in sync and have the offset.
 */
export function preferredReplica(
  { config, cluster }: BrokerState,
  replica: Replica,
  rackId: string,
  fetchOffset: bigint,
): number | undefined {
  if (config.replicaSelectorClass !== RACK_AWARE_SELECTOR || rackId === '' || !replica.isLeader) return undefined
  if (cluster.brokers.get(replica.brokerId)?.rack === rackId) return undefined
  let best: { readonly id: number; readonly endOffset: number } | undefined
  for (const id of replica.registration.isr) {
    const endOffset = replica.follower(id)?.endOffset ?? -1
    if (!cluster.brokers.isAlive(id) || cluster.brokers.get(id)?.rack !== rackId) continue
    if (BigInt(endOffset) < fetchOffset || fetchOffset < BigInt(replica.log.startOffset)) continue
    if (best === undefined || endOffset > best.endOffset) best = { id, endOffset }
  }
  return best?.id
}
