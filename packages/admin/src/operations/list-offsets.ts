import type { Destination } from '@odradek/network/internal'
import { KafkaError, UsageError } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import type { ListOffsetsResponse } from '@odradek/protocol/messages/list-offsets-response'

import { type AdminCall, runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, leaderReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems, type Outcome } from '../drivers/drive-items.ts'
import { partitionLeader, type TopicPartition } from '../drivers/places.ts'
import { partitionKey, partitionsByTopic } from '../partitions-by-topic.ts'

/**
 * Which offset: the first (`earliest`) or the one after the last record (`latest`), that of the record with the largest timestamp (`maxTimestamp`),
 * with tiered storage the first that is on the broker (`earliestLocal`), the last that is not (`latestTiered`), or the first that is
 * to be moved (`earliestPendingUpload`); or a timestamp in milliseconds: the first record that is as late or later.
 */
export type OffsetSpec =
  | 'earliest'
  | 'latest'
  | 'maxTimestamp'
  | 'earliestLocal'
  | 'latestTiered'
  | 'earliestPendingUpload'
  | { readonly timestamp: number }

/** A partition, and which of its offsets is wanted. */
export interface OffsetQuestion extends TopicPartition {
  readonly spec: OffsetSpec
}

/** An offset of a partition. */
export interface ListedOffset extends TopicPartition {
  /** -1n where there is none, as of a timestamp after the last record. */
  readonly offset: bigint
  /** Of the record at that offset, in milliseconds; -1 where the broker does not say. */
  readonly timestamp: number
  /** undefined where the broker does not say. */
  readonly leaderEpoch: number | undefined
}

/** What `listOffsets` may be told. */
export interface ListOffsetsOptions extends CallOptions {
  /** With `read_committed` the latest offset is the last stable one. @default 'read_uncommitted' */
  readonly isolationLevel?: 'read_uncommitted' | 'read_committed'
}

interface SpecRule {
  readonly timestamp: bigint
  readonly minVersion: number
  readonly minVersionFor: string
}

const specs: Readonly<Record<Exclude<OffsetSpec, object>, SpecRule>> = {
  latest: { timestamp: -1n, minVersion: 0, minVersionFor: '' },
  earliest: { timestamp: -2n, minVersion: 0, minVersionFor: '' },
  maxTimestamp: { timestamp: -3n, minVersion: 7, minVersionFor: 'the offset maxTimestamp needs Kafka 3.0 or newer' },
  earliestLocal: { timestamp: -4n, minVersion: 8, minVersionFor: 'the offset earliestLocal needs Kafka 3.5 or newer' },
  latestTiered: { timestamp: -5n, minVersion: 9, minVersionFor: 'the offset latestTiered needs Kafka 3.9 or newer' },
  earliestPendingUpload: {
    timestamp: -6n,
    minVersion: 11,
    minVersionFor: 'the offset earliestPendingUpload needs Kafka 4.2 or newer',
  },
}

/** Asked of each partition's leader. */
export function listOffsets(
  world: AdminWorld,
  questions: readonly OffsetQuestion[],
  options: ListOffsetsOptions,
): AdminResults<OffsetQuestion, ListedOffset> {
  return runItemsCall(world, 'listOffsets', questions, options, (call) => {
    const rules = new Map(questions.map((question) => [question, ruleOf(question)]))
    return driveItems(call, questions, partitionLeader(), async (items, place) => {
      // What an old broker does not know is not to take the rest with it; and a partition can be in a request only once.
      const requests = requestGroups(items, rules)
      const answers = await Promise.all(requests.map((group) => ask(group, place, call, rules, options)))
      return new Map(answers.flatMap((outcomes) => [...outcomes]))
    })
  })
}

function requestGroups(
  items: readonly OffsetQuestion[],
  rules: ReadonlyMap<OffsetQuestion, SpecRule>,
): OffsetQuestion[][] {
  const groups: { readonly minVersion: number; readonly partitions: Set<string>; readonly items: OffsetQuestion[] }[] =
    []
  for (const item of items) {
    const { minVersion } = rules.get(item)!
    const key = partitionKey(item.topic, item.partition)
    let group = groups.find((each) => each.minVersion === minVersion && !each.partitions.has(key))
    if (group === undefined) groups.push((group = { minVersion, partitions: new Set(), items: [] }))
    group.partitions.add(key)
    group.items.push(item)
  }
  return groups.map((group) => group.items)
}

function ruleOf({ topic, partition, spec }: OffsetQuestion): SpecRule {
  if (typeof spec === 'string' && Object.hasOwn(specs, spec)) return specs[spec]
  if (typeof spec === 'object' && Number.isSafeInteger(spec.timestamp) && spec.timestamp >= 0)
    return {
      timestamp: BigInt(spec.timestamp),
      minVersion: 1,
      minVersionFor: 'offsets by timestamp need Kafka 0.10.1 or newer',
    }
  const known = Object.keys(specs).join(', ')
  throw new UsageError(`listOffsets: the spec of ${topic}-${partition} must be ${known} or { timestamp: milliseconds }`)
}

async function ask(
  items: readonly OffsetQuestion[],
  place: Destination,
  call: AdminCall,
  rules: ReadonlyMap<OffsetQuestion, SpecRule>,
  { isolationLevel = 'read_uncommitted' }: ListOffsetsOptions,
): Promise<Map<OffsetQuestion, Outcome<ListedOffset>>> {
  const readsCommitted = isolationLevel === 'read_committed'
  let version = 0
  const request = (chosen: number) => {
    version = chosen
    const topics = [...partitionsByTopic(items)].map(([name, partitions]) => ({
      name,
      partitions: partitions.map((item) => ({
        partitionIndex: item.partition,
        timestamp: rules.get(item)!.timestamp,
        ...(chosen === 0 ? { maxNumOffsets: 1 } : {}),
      })),
    }))
    return {
      replicaId: -1,
      topics,
      ...(chosen >= 2 ? { isolationLevel: readsCommitted ? 1 : 0 } : {}),
      ...(chosen >= 10 ? { timeoutMs: call.brokerTimeoutMs } : {}),
    }
  }
  const { minVersion, minVersionFor } = rules.get(items[0]!)!
  const limits =
    readsCommitted && minVersion < 2
      ? { minVersion: 2, minVersionFor: 'read_committed needs Kafka 0.11 or newer' }
      : { minVersion, minVersionFor }
  try {
    const { topics } = await call.send(place, listOffsetsApi, request, limits)
    return outcomes(items, topics, version)
  } catch (error) {
    if (!KafkaError.is(error) || call.isOver) throw error
    return new Map(items.map((item) => [item, error.retriable ? { move: error } : { error }]))
  }
}

function outcomes(items: readonly OffsetQuestion[], topics: ListOffsetsResponse['topics'], version: number) {
  return collectPartitionOutcomes(
    items,
    'ListOffsets',
    topics,
    ({ topic, partition }, { errorCode, offset, oldStyleOffsets, timestamp, leaderEpoch }) =>
      outcomeOf(errorCode, { api: 'ListOffsets', topic, partition }, leaderReactions, () => ({
        topic,
        partition,
        offset: version === 0 ? (oldStyleOffsets[0] ?? -1n) : offset,
        timestamp: Number(timestamp),
        leaderEpoch: leaderEpoch >= 0 ? leaderEpoch : undefined,
      })),
  )
}
