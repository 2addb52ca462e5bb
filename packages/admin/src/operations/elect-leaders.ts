import type { Destination } from '@odradek/network/internal'
import { ErrorCode, type KafkaError } from '@odradek/protocol'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'

import { type AdminCall, runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, collectOutcomes } from '../drivers/answers.ts'
import { driveItems, driveOne } from '../drivers/drive-items.ts'
import { controller, type TopicPartition } from '../drivers/places.ts'
import type { ItemResult } from '../item-result.ts'
import { partitionKey, partitionsByTopic } from '../partitions-by-topic.ts'

/**
 * `PREFERRED`: the first replica of each partition is to lead it. `UNCLEAN`: any replica that is there, where none in sync is:
 * records that it has not copied are lost.
 */
export type ElectionType = 'PREFERRED' | 'UNCLEAN'

/** What came of an election. */
export interface ElectedLeader extends TopicPartition {
  /** false: the partition had the leader that it should have. */
  readonly isElected: boolean
}

/** What `electLeaders` may be told. */
export interface ElectLeadersOptions extends CallOptions {
  /** @default all that need it: the results then name those alone that were tried */
  readonly partitions?: readonly TopicPartition[]
}

interface Answer {
  readonly errorCode: number
  readonly errorMessage: string | null
}

type Result = ItemResult<TopicPartition, ElectedLeader>
type ElectAt = ReturnType<typeof askTo>

const api = 'ElectLeaders'

/** Asked of the controller (KIP-183, KIP-460). */
export function electLeaders(
  world: AdminWorld,
  electionType: ElectionType,
  options: ElectLeadersOptions,
): AdminResults<TopicPartition, ElectedLeader> {
  const { partitions } = options
  return runItemsCall(world, 'electLeaders', partitions ?? [], options, (call) => {
    const electAt = askTo(call, electionType)
    return partitions === undefined ? electAll(call, electAt) : electSome(call, electAt, partitions)
  })
}

/** One request: for these partitions, or for all. */
function askTo(call: AdminCall, electionType: ElectionType) {
  const isUnclean = electionType === 'UNCLEAN'
  const limits = isUnclean ? { minVersion: 1, minVersionFor: 'UNCLEAN elections need Kafka 2.4 or newer' } : {}
  return async (place: Destination, items: readonly TopicPartition[] | undefined) => {
    const topicPartitions =
      items === undefined
        ? null
        : [...partitionsByTopic(items)].map(([topic, each]) => ({
            topic,
            partitions: each.map(({ partition }) => partition),
          }))
    const request = (version: number) => ({
      topicPartitions,
      timeoutMs: call.brokerTimeoutMs,
      ...(version >= 1 ? { electionType: isUnclean ? 1 : 0 } : {}),
    })
    const { errorCode, replicaElectionResults } = await call.send(place, electLeadersApi, request, limits)
    // NOT_CONTROLLER is one that is asked again.
    if (errorCode !== ErrorCode.NONE) throw answerError(errorCode, { api })
    return replicaElectionResults.flatMap(({ topic, partitionResult }) =>
      partitionResult.map(({ partitionId, ...answer }) => ({ item: { topic, partition: partitionId }, answer })),
    )
  }
}

async function electAll(call: AdminCall, electAt: ElectAt): Promise<readonly Result[]> {
  const tried = await driveOne(call, controller, async (place) => ({ value: await electAt(place, undefined) }))
  return tried.map(({ item, answer }) => ({ item, ...electionOf(item, answer) }))
}

function electSome(
  call: AdminCall,
  electAt: ElectAt,
  partitions: readonly TopicPartition[],
): Promise<readonly Result[]> {
  return driveItems<TopicPartition, ElectedLeader>(call, partitions, controller, async (items, place) => {
    const answers = await electAt(place, items)
    const byPartition = new Map(
      answers.map(({ item: { topic, partition }, answer }) => [partitionKey(topic, partition), answer]),
    )
    const answerOf = ({ topic, partition }: TopicPartition) => byPartition.get(partitionKey(topic, partition))
    return collectOutcomes(items, api, answerOf, electionOf)
  })
}

function electionOf(
  item: TopicPartition,
  { errorCode, errorMessage }: Answer,
): { readonly value: ElectedLeader } | { readonly error: KafkaError } {
  const { topic, partition } = item
  if (errorCode === ErrorCode.NONE) return { value: { topic, partition, isElected: true } }
  if (errorCode === ErrorCode.ELECTION_NOT_NEEDED) return { value: { topic, partition, isElected: false } }
  return { error: answerError(errorCode, { api, topic, partition, detail: errorMessage }) }
}
