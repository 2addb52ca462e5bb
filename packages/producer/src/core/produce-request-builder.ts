// Station 4 of a record's way out: batches of several partitions become one Produce request.
import { ZERO_UUID } from '@odradek/bytes'
import type { CompressionType } from '@odradek/compression'
import type { UnsentRequest } from '@odradek/network/internal'
import type { MessageInput } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { downConvertRecords } from '@odradek/records'

import type { PartitionQueue } from './partition-queue.ts'
import type { ProducerBatch } from './producer-batch.ts'

/** A batch in a request, and the partition it is for. */
export interface ProducePart {
  readonly queue: PartitionQueue
  readonly batch: ProducerBatch
  /** Its sealed bytes. */
  readonly records: Uint8Array
}

/** The parts of a request that belong to one topic, named both ways: by topic id from version 13 on (KIP-516), by name before. */
export interface ProduceTopicParts {
  readonly name: string
  readonly topicId: string
  readonly parts: ProducePart[]
}

/** What ProduceRequestBuilder is told; the producer's options fit. */
export interface ProduceRequestOptions {
  /** -1: all replicas in sync. */
  readonly acks: -1 | 0 | 1
  readonly requestTimeoutMs: number
  readonly compressionType: CompressionType
  readonly transactionalId?: string | null
  /** The version to stay at or below. */
  readonly maxVersion?: number | undefined
}

/** Who hears what became of a request. */
export interface ProduceRequestCallbacks {
  readonly onResponse: UnsentRequest<ProduceRequest, ProduceResponse>['onResponse']
  readonly onFailure: UnsentRequest<ProduceRequest, ProduceResponse>['onFailure']
  /** Called with acks=0, in place of `onResponse`. */
  readonly onSent: (nowMs: number) => void
}

/** The first version that carries record batches of magic 2; version 2 has message sets of magic 1, those before of magic 0. */
const FIRST_VERSION_WITH_BATCHES = 3
const FIRST_VERSION_WITH_MAGIC_1 = 2
/** The first version whose brokers know zstd (KIP-110): Kafka 2.1. */
const FIRST_VERSION_WITH_ZSTD = 7
/** The last version that names topics. */
const LAST_VERSION_WITH_NAMES = 12

/** Groups batches by topic, in the order in which they were drained. */
export function groupByTopic(parts: readonly ProducePart[]): ProduceTopicParts[] {
  const topics = new Map<string, ProduceTopicParts>()
  for (const part of parts) {
    const { name, metadata } = part.queue.topic
    const topic = topics.get(name)
    if (topic === undefined) topics.set(name, { name, topicId: metadata?.topicId ?? ZERO_UUID, parts: [part] })
    else topic.parts.push(part)
  }
  return [...topics.values()]
}

/** Makes the request that brings `topics` to the leader `nodeId`. */
export function buildProduceRequest(
  nodeId: number,
  topics: readonly ProduceTopicParts[],
  options: ProduceRequestOptions,
  callbacks: ProduceRequestCallbacks,
): UnsentRequest<ProduceRequest, ProduceResponse> {
  const { acks, requestTimeoutMs, compressionType, transactionalId = null } = options
  const lacksIds = topics.some((topic) => topic.topicId === ZERO_UUID)
  const maxVersion = lacksIds ? Math.min(options.maxVersion ?? Infinity, LAST_VERSION_WITH_NAMES) : options.maxVersion
  return {
    destination: { nodeId, channel: 'default' },
    api: produceApi,
    request: (version) => ({
      transactionalId,
      acks,
      timeoutMs: requestTimeoutMs,
      topicData: topicData(topics, version),
    }),
    ...neededVersion(topics, compressionType),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    expectedBytes: expectedBytes(topics),
    timeoutMs: requestTimeoutMs,
    onResponse: callbacks.onResponse,
    onFailure: callbacks.onFailure,
    ...(acks === 0 ? { onSent: callbacks.onSent } : {}),
  }
}

/** The oldest version that can carry all of it, and what asks for that. */
function neededVersion(
  topics: readonly ProduceTopicParts[],
  compressionType: CompressionType,
): { minVersion: number; minVersionFor?: string } {
  if (compressionType === 'zstd')
    return { minVersion: FIRST_VERSION_WITH_ZSTD, minVersionFor: 'compressionType zstd needs Kafka 2.1' }
  const batches = topics.flatMap(({ parts }) => parts.map(({ batch }) => batch))
  if (batches.some((batch) => batch.hasHeaders))
    return { minVersion: FIRST_VERSION_WITH_BATCHES, minVersionFor: 'records with headers need Kafka 0.11' }
  if (batches.some((batch) => batch.producerId >= 0n))
    return { minVersion: FIRST_VERSION_WITH_BATCHES, minVersionFor: 'idempotence and transactions need Kafka 0.11' }
  return { minVersion: 0 }
}

/** The bytes in the format of the version. An older broker gets what its version can carry: `neededVersion` has seen to the rest. */
function inFormatOf(version: number, records: Uint8Array): Uint8Array {
  if (version >= FIRST_VERSION_WITH_BATCHES) return records
  return downConvertRecords(records, version >= FIRST_VERSION_WITH_MAGIC_1 ? 1 : 0)
}

/** What the request's frame takes at most, or a little less. */
function expectedBytes(topics: readonly ProduceTopicParts[]): number {
  let bytes = 512
  for (const { name, parts } of topics) {
    bytes += name.length + 32
    for (const { records } of parts) bytes += records.length + 32
  }
  return bytes
}

function topicData(topics: readonly ProduceTopicParts[], version: number): MessageInput<ProduceRequest>['topicData'] {
  return topics.map(({ name, topicId, parts }) => {
    const partitionData = parts.map(({ queue, records }) => ({
      index: queue.partition,
      records: inFormatOf(version, records),
    }))
    return version > LAST_VERSION_WITH_NAMES ? { topicId, partitionData } : { name, partitionData }
  })
}
