// Where things are asked for: any broker, the controller, a broker by its id, the leader of each partition.
import { BrokerError, ErrorCode } from '@odradek/protocol'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'

import type { AdminCall } from '../admin-call.ts'
import { answerError } from './answers.ts'
import type { Lookup, Placement } from './drive-items.ts'

/** Any broker: the least loaded one. */
export async function anyBroker<Item>(items: readonly Item[]): Promise<Map<Item, Placement>> {
  return placeAll(items, { place: 'any' })
}

/** The controller, as brokers name it. Brokers that know none are too old for what is asked of it, and say so. */
export async function controller<Item>(
  items: readonly Item[],
  call: AdminCall,
  isAgain: boolean,
): Promise<Map<Item, Placement>> {
  const { cluster } = call.world
  if (isAgain) cluster.forgetController()
  const nodeId = await cluster.controllerId(call)
  return placeAll(items, { place: nodeId === undefined ? 'any' : { nodeId, channel: 'default' } })
}

/** The broker of this id; `nodeIdOf` reads it from the item. Fails items of brokers that the cluster does not have. */
export function brokerOf<Item>(nodeIdOf: (item: Item) => number): Lookup<Item> {
  return async (items, call) => {
    const known = await call.world.cluster.brokerIds(call)
    return new Map(
      items.map((item): [Item, Placement] => {
        const nodeId = nodeIdOf(item)
        if (known.includes(nodeId)) return [item, { place: { nodeId, channel: 'default' } }]
        const detail = `there is no broker ${nodeId}: the cluster has ${[...known].sort((a, b) => a - b).join(', ')}`
        const error = new BrokerError({ api: 'Metadata', errorCode: ErrorCode.BROKER_NOT_AVAILABLE, detail })
        return [item, { error }]
      }),
    )
  }
}

/** A partition of a topic. */
export interface TopicPartition {
  readonly topic: string
  readonly partition: number
}

/**
 * How often a topic or partition that no broker knows is looked up: one that was made just now is known to all brokers soon, and a slip of the pen
 * should not take until the call's time limit to be told (as it does in Kafka's Java client).
 */
const UNKNOWN_TOPIC_TRIES = 5

/** The leader of each partition. Make one for each call: it counts how often a topic was not known. */
export function partitionLeader<Item extends TopicPartition>(): Lookup<Item> {
  const unknown = new Map<Item, number>()
  return async (items, call) => {
    const topics = [...new Set(items.map(({ topic }) => topic))]
    const { response } = await call.world.cluster.metadata(call, { topics })
    const byName = new Map(response.topics.map((topic) => [topic.name, topic]))
    return new Map(items.map((item) => [item, placeOf(item, byName.get(item.topic))]))
  }

  function placeOf(item: Item, metadata: MetadataResponse['topics'][number] | undefined): Placement {
    const { topic, partition } = item
    const found = partitionOf(metadata, partition)
    const topicError = metadata?.errorCode ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    if (topicError === ErrorCode.NONE && found !== undefined && found.leaderId >= 0)
      return { place: { nodeId: found.leaderId, channel: 'default' } }
    const missing = found === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.LEADER_NOT_AVAILABLE
    const errorCode = topicError === ErrorCode.NONE ? missing : topicError
    const error = answerError(errorCode, { api: 'Metadata', topic, partition })
    if (errorCode === ErrorCode.LEADER_NOT_AVAILABLE || errorCode === ErrorCode.BROKER_NOT_AVAILABLE)
      return { retry: error }
    if (errorCode !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) return { error }
    const tries = (unknown.get(item) ?? 0) + 1
    unknown.set(item, tries)
    return tries < UNKNOWN_TOPIC_TRIES ? { retry: error } : { error }
  }
}

/** Brokers list partitions in order, but need not. */
function partitionOf(metadata: MetadataResponse['topics'][number] | undefined, partition: number) {
  const likely = metadata?.partitions[partition]
  if (likely?.partitionIndex === partition) return likely
  return metadata?.partitions.find(({ partitionIndex }) => partitionIndex === partition)
}

function placeAll<Item>(items: readonly Item[], placement: Placement): Map<Item, Placement> {
  return new Map(items.map((item) => [item, placement]))
}
