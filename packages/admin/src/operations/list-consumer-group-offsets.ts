import type { Destination } from '@odradek/network/internal'
import { ErrorCode, type KafkaError, UnsupportedVersionError } from '@odradek/protocol'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'

import { type AdminCall, runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, collectOutcomes, coordinatorReactions, outcomeOf, type Reactions } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems, oneByOne, type Outcome } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** A group, and of which partitions its committed offsets are wanted. */
export interface GroupOffsetsQuestion {
  readonly groupId: string
  /** @default all that have one (Kafka 0.10.2) */
  readonly partitions?: readonly TopicPartition[]
}

/** The committed offsets of a group. */
export interface GroupOffsets {
  readonly groupId: string
  readonly offsets: readonly GroupOffset[]
}

/** What a group committed for a partition. */
export interface GroupOffset extends TopicPartition {
  /** The next offset to read; null where nothing is committed. */
  readonly offset: bigint | null
  /** undefined where none was committed. */
  readonly leaderEpoch: number | undefined
  readonly metadata: string
  /** Why there is no offset, where the coordinator does not give it out. */
  readonly error?: KafkaError
}

/** What `listConsumerGroupOffsets` may be told. */
export interface ListConsumerGroupOffsetsOptions extends CallOptions {
  /** Waits for transactions that are committing offsets (Kafka 2.5). @default false */
  readonly requireStable?: boolean
}

/** The first version that takes several groups, and the last that names topics and not their ids. */
const FIRST_BATCHED = 8
const LAST_BY_NAME = 9

const API = 'OffsetFetch'

/** Asked of each group's coordinator, for all its groups at once from Kafka 3.0 on (KIP-709). */
export function listConsumerGroupOffsets(
  world: AdminWorld,
  groups: readonly (string | GroupOffsetsQuestion)[],
  options: ListConsumerGroupOffsetsOptions,
): AdminResults<string | GroupOffsetsQuestion, GroupOffsets> {
  type Item = string | GroupOffsetsQuestion
  return runItemsCall(world, 'listConsumerGroupOffsets', groups, options, (call) =>
    driveItems<Item, GroupOffsets>(call, groups, coordinatorOf('group', groupIdOf), async (items, place) => {
      try {
        return await askForMany(items, place, call, options)
      } catch (error) {
        if (!UnsupportedVersionError.is(error)) throw error
        return oneByOne<Item, GroupOffsets>((item) => askForOne(item, place, call, options))(items, place, call)
      }
    }),
  )
}

type Question = string | GroupOffsetsQuestion

function groupIdOf(question: Question): string {
  return typeof question === 'string' ? question : question.groupId
}

function wireTopics(question: Question) {
  const partitions = typeof question === 'string' ? undefined : question.partitions
  if (partitions === undefined) return null
  return [...partitionsByTopic(partitions)].map(([name, each]) => ({
    name,
    partitionIndexes: each.map(({ partition }) => partition),
  }))
}

async function askForMany(
  items: readonly Question[],
  place: Destination,
  call: AdminCall,
  { requireStable = false }: ListConsumerGroupOffsetsOptions,
): Promise<Map<Question, Outcome<GroupOffsets>>> {
  const request = {
    groups: items.map((item) => ({ groupId: groupIdOf(item), topics: wireTopics(item) })),
    requireStable,
  }
  const limits = { minVersion: FIRST_BATCHED, maxVersion: LAST_BY_NAME }
  const { groups } = await call.send(place, offsetFetchApi, request, limits)
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  return collectOutcomes(
    items,
    API,
    (item) => byId.get(groupIdOf(item)),
    (item, { errorCode, topics }) => groupOutcome(groupIdOf(item), errorCode, topics),
  )
}

async function askForOne(
  item: Question,
  place: Destination,
  call: AdminCall,
  { requireStable = false }: ListConsumerGroupOffsetsOptions,
): Promise<Outcome<GroupOffsets>> {
  const topics = wireTopics(item)
  const request = (version: number) => ({
    groupId: groupIdOf(item),
    topics,
    ...(version >= 7 ? { requireStable } : {}),
  })
  const { errorCode, topics: answered } = await call.send(place, offsetFetchApi, request, {
    maxVersion: FIRST_BATCHED - 1,
    ...oldestFor(topics === null, requireStable),
  })
  // Below version 2 a group has no error of its own: each partition tells it.
  const codes = answered.flatMap(({ partitions }) => partitions.map((partition) => partition.errorCode))
  const isOfGroup = (code: number) => groupReactions.retry.has(code) || groupReactions.move.has(code)
  return groupOutcome(
    groupIdOf(item),
    errorCode === ErrorCode.NONE ? (codes.find(isOfGroup) ?? 0) : errorCode,
    answered,
  )
}

function oldestFor(asksForAll: boolean, requireStable: boolean) {
  if (requireStable) return { minVersion: 7, minVersionFor: 'requireStable needs Kafka 2.5 or newer' }
  if (!asksForAll) return { minVersion: 1 }
  return {
    minVersion: 2,
    minVersionFor: 'the offsets of all partitions of a group need Kafka 0.10.2 or newer: name them',
  }
}

/** Offsets of a transaction that has not ended are waited for. */
const groupReactions: Reactions = {
  retry: new Set([...coordinatorReactions.retry, ErrorCode.UNSTABLE_OFFSET_COMMIT]),
  move: coordinatorReactions.move,
}

interface WireTopic {
  readonly name: string
  readonly partitions: readonly {
    readonly partitionIndex: number
    readonly committedOffset: bigint
    readonly committedLeaderEpoch: number
    readonly metadata: string | null
    readonly errorCode: number
  }[]
}

function groupOutcome(groupId: string, errorCode: number, topics: readonly WireTopic[]): Outcome<GroupOffsets> {
  const resource = `group ${groupId}`
  const unstable = topics.some(({ partitions }) =>
    partitions.some((partition) => partition.errorCode === ErrorCode.UNSTABLE_OFFSET_COMMIT),
  )
  const code = errorCode === ErrorCode.NONE && unstable ? ErrorCode.UNSTABLE_OFFSET_COMMIT : errorCode
  return outcomeOf(code, { api: API, resource }, groupReactions, () => ({
    groupId,
    offsets: topics.flatMap(({ name, partitions }) => partitions.map((partition) => committed(name, partition))),
  }))
}

function committed(topic: string, wire: WireTopic['partitions'][number]): GroupOffset {
  const { partitionIndex: partition, committedOffset, committedLeaderEpoch, metadata, errorCode } = wire
  return {
    topic,
    partition,
    offset: committedOffset < 0n ? null : committedOffset,
    leaderEpoch: committedLeaderEpoch < 0 ? undefined : committedLeaderEpoch,
    metadata: metadata ?? '',
    ...(errorCode === ErrorCode.NONE || errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      ? {}
      : { error: answerError(errorCode, { api: API, topic, partition }) }),
  }
}
