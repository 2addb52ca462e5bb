// DescribeTopicPartitions, page by page, where the broker has it (KIP-966, Kafka 3.9 with KRaft); else, and for topic ids, Metadata.
import { ZERO_UUID } from '@odradek/bytes'
import { ConnectionError, ErrorCode, UnsupportedVersionError } from '@odradek/protocol'
import { describeTopicPartitionsApi } from '@odradek/protocol/apis/describe-topic-partitions'
import { metadataApi } from '@odradek/protocol/apis/metadata'

import { type AdminCall, runItemsCall } from '../admin-call.ts'
import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, collectOutcomes, outcomeOf, type Reactions } from '../drivers/answers.ts'
import { type Ask, driveItems, type Outcome } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import type { TopicOrId } from './delete-topics.ts'

/** A topic and its partitions. */
export interface TopicDescription {
  readonly name: string
  /** From Kafka 2.8 on. */
  readonly topicId: string | undefined
  readonly isInternal: boolean
  /** In order: `partitions[i]` is partition i. */
  readonly partitions: readonly TopicPartitionDescription[]
  /** What this client may do with the topic; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A partition: who has it. Brokers go by their node ids. */
export interface TopicPartitionDescription {
  readonly partition: number
  /** -1 while there is none. */
  readonly leader: number
  /** -1 before Kafka 2.1. */
  readonly leaderEpoch: number
  /** Preferred leader first. */
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly offlineReplicas: readonly number[]
  /** Replicas that may lead without loss though they are not in sync (KIP-966); undefined where the broker does not say. */
  readonly eligibleLeaderReplicas: readonly number[] | undefined
  readonly lastKnownEligibleLeaderReplicas: readonly number[] | undefined
}

/** What `describeTopics` may be told. */
export interface DescribeTopicsOptions extends CallOptions {
  /** Says what this client may do with each topic. @default false */
  readonly includeAuthorizedOperations?: boolean
  /** The most partitions that one answer holds; Kafka takes 2000 for more. @default 2000 */
  readonly partitionSizeLimitPerResponse?: number
}

/** LEADER_NOT_AVAILABLE is said of topics that are being created. */
const reactions: Reactions = { retry: new Set([ErrorCode.LEADER_NOT_AVAILABLE]), move: anyBrokerReactions.move }

/** Asked of any broker. */
export function describeTopics(
  world: AdminWorld,
  topics: readonly TopicOrId[],
  options: DescribeTopicsOptions,
): AdminResults<TopicOrId, TopicDescription> {
  return runItemsCall(world, 'describeTopics', topics, options, (call) =>
    driveItems<TopicOrId, TopicDescription>(call, topics, anyBroker, async (items) => {
      const names = items.filter((item) => typeof item === 'string')
      const ids = items.filter((item) => typeof item !== 'string')
      const described = await Promise.all([byName(names, call, options), byMetadata(ids, 'any', call, options)])
      return new Map(described.flatMap((outcomes) => [...outcomes]))
    }),
  )
}

type Described = Map<TopicOrId, Outcome<TopicDescription>>

async function byName(names: readonly string[], call: AdminCall, options: DescribeTopicsOptions): Promise<Described> {
  if (names.length === 0) return new Map()
  try {
    return await byPages(names, call, options)
  } catch (error) {
    if (!UnsupportedVersionError.is(error)) throw error
    return byMetadata(names, 'any', call, options)
  }
}

async function byPages(names: readonly string[], call: AdminCall, options: DescribeTopicsOptions): Promise<Described> {
  const { includeAuthorizedOperations = false, partitionSizeLimitPerResponse = 2000 } = options
  const asked = [...names].sort().map((name) => ({ name }))
  const answers = new Map<string, WireTopic & { partitions: WirePartition[] }>()
  let cursor: { readonly topicName: string; readonly partitionIndex: number } | null = null
  do {
    const request = { topics: asked, responsePartitionLimit: partitionSizeLimitPerResponse, cursor }
    const page: Page = await call.send('any', describeTopicPartitionsApi, request)
    for (const topic of page.topics) {
      const before = answers.get(topic.name ?? '')
      if (before === undefined) answers.set(topic.name ?? '', { ...topic, partitions: [...topic.partitions] })
      else before.partitions.push(...topic.partitions)
    }
    if (page.nextCursor !== null && !isBeyond(page.nextCursor, cursor))
      throw new ConnectionError('DescribeTopicPartitions: the broker begins the same page again', { retriable: false })
    cursor = page.nextCursor
  } while (cursor !== null)
  return collectOutcomes<TopicOrId, WireTopic, TopicDescription>(
    names,
    'DescribeTopicPartitions',
    (name) => answers.get(name as string),
    (name, topic) => describe(name, 'DescribeTopicPartitions', topic, includeAuthorizedOperations),
  )
}

interface Cursor {
  readonly topicName: string
  readonly partitionIndex: number
}

interface Page {
  readonly topics: readonly WireTopic[]
  readonly nextCursor: Cursor | null
}

function isBeyond(next: Cursor, before: Cursor | null): boolean {
  if (before === null || next.topicName > before.topicName) return true
  return next.topicName === before.topicName && next.partitionIndex > before.partitionIndex
}

const byMetadata: (
  ...of: [...Parameters<Ask<TopicOrId, TopicDescription>>, DescribeTopicsOptions]
) => Promise<Described> = async (items, place, call, { includeAuthorizedOperations = false }) => {
  if (items.length === 0) return new Map()
  const hasIds = items.some((item) => typeof item !== 'string')
  const request = (version: number) => ({
    topics: items.map((item) => (typeof item === 'string' ? { name: item } : { name: null, topicId: item.topicId })),
    ...(version >= 4 ? { allowAutoTopicCreation: false } : {}),
    ...(version >= 8 ? { includeTopicAuthorizedOperations: includeAuthorizedOperations } : {}),
  })
  const limits = hasIds ? { minVersion: 12, minVersionFor: 'describeTopics by id needs Kafka 3.1 or newer' } : {}
  const answer = await call.send(place, metadataApi, request, limits)
  const byTopicName = new Map(answer.topics.map((topic) => [topic.name, topic]))
  const byId = new Map(answer.topics.map((topic) => [topic.topicId, topic]))
  return collectOutcomes<TopicOrId, WireTopic, TopicDescription>(
    items,
    'Metadata',
    (item) => (typeof item === 'string' ? byTopicName.get(item) : byId.get(item.topicId)),
    (item, topic) => describe(item, 'Metadata', topic, includeAuthorizedOperations),
  )
}

interface WireTopic {
  readonly errorCode: number
  readonly name: string | null
  readonly topicId: string
  readonly isInternal: boolean
  readonly topicAuthorizedOperations: number
  readonly partitions: readonly WirePartition[]
}

interface WirePartition {
  readonly partitionIndex: number
  readonly leaderId: number
  readonly leaderEpoch: number
  readonly replicaNodes: readonly number[]
  readonly isrNodes: readonly number[]
  readonly offlineReplicas: readonly number[]
  readonly eligibleLeaderReplicas?: readonly number[] | null
  readonly lastKnownElr?: readonly number[] | null
}

function describe(item: TopicOrId, api: string, topic: WireTopic, withOperations: boolean): Outcome<TopicDescription> {
  const asked = typeof item === 'string' ? item : item.topicId
  return outcomeOf(topic.errorCode, { api, topic: topic.name ?? asked }, reactions, () => {
    const partitions = [...topic.partitions].sort((left, right) => left.partitionIndex - right.partitionIndex)
    return {
      name: topic.name ?? asked,
      topicId: topic.topicId === ZERO_UUID ? undefined : topic.topicId,
      isInternal: topic.isInternal,
      partitions: partitions.map(describePartition),
      authorizedOperations: withOperations ? authorizedOperations(topic.topicAuthorizedOperations) : undefined,
    }
  })
}

function describePartition(partition: WirePartition): TopicPartitionDescription {
  return {
    partition: partition.partitionIndex,
    leader: partition.leaderId,
    leaderEpoch: partition.leaderEpoch,
    replicas: partition.replicaNodes,
    isr: partition.isrNodes,
    offlineReplicas: partition.offlineReplicas,
    eligibleLeaderReplicas: partition.eligibleLeaderReplicas ?? undefined,
    lastKnownEligibleLeaderReplicas: partition.lastKnownElr ?? undefined,
  }
}
