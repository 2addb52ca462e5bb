import { encodeUtf8 } from '@odradek/bytes'
import { murmur2Partition } from '@odradek/partitioners'
import { ErrorCode, errorName, UsageError } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { produceApi } from '@odradek/protocol/apis/produce'
import { RecordBatchBuilder } from '@odradek/records'
import type { InsideClient } from './inside-client.ts'

/** A record to be there; a text alone is its value. Texts are written as UTF-8. */
export interface SeedRecord {
  readonly key?: string | Uint8Array | null
  readonly value?: string | Uint8Array | null
  readonly headers?: Readonly<Record<string, string | Uint8Array>>
  /** Milliseconds since 1970. @default now, by the broker's clock */
  readonly timestamp?: number
  /** Default: that of the key, as Java's producer finds it; without a key, the partitions in turn. */
  readonly partition?: number
}

const CREATE_TOPICS_VERSION = 7
const PRODUCE_VERSION = 9
const BATCH_RECORDS = 1000
const TIMEOUT_MS = 30_000

/** Writes records to a topic, which is made where it is not there yet, as a producer with acks=all does. */
export async function seedTopic(
  client: InsideClient,
  topic: string,
  records: readonly (string | SeedRecord)[],
  nowMs: number,
): Promise<void> {
  const { partitions } = await ensureTopic(client, topic)
  const byPartition = new Map<number, SeedRecord[]>()
  let turn = 0
  for (const given of records) {
    const record = typeof given === 'string' ? { value: given } : given
    const partition = record.partition ?? partitionOf(record, partitions.length) ?? turn++ % partitions.length
    if (partitions.every(({ partitionIndex }) => partitionIndex !== partition))
      throw new UsageError(`The topic ${topic} has ${partitions.length} partitions, and none is ${partition}`)
    const others = byPartition.get(partition)
    if (others === undefined) byPartition.set(partition, [record])
    else others.push(record)
  }
  for (const [partition, its] of byPartition) {
    const { leaderId } = partitions.find(({ partitionIndex }) => partitionIndex === partition)!
    for (let at = 0; at < its.length; at += BATCH_RECORDS) {
      await write(client, { topic, partition, leaderId }, batchOf(its.slice(at, at + BATCH_RECORDS), nowMs))
    }
  }
}

async function ensureTopic(client: InsideClient, name: string) {
  const found = await client.topic(name)
  if (found.errorCode === 0) return found
  const topics = [{ name, numPartitions: -1, replicationFactor: -1 }]
  const created = await client.ask(createTopicsApi, CREATE_TOPICS_VERSION, { topics, timeoutMs: TIMEOUT_MS })
  const { errorCode, errorMessage } = created.topics[0]!
  if (errorCode !== 0 && errorCode !== ErrorCode.TOPIC_ALREADY_EXISTS)
    throw new UsageError(`Cannot seed the topic ${name}: ${errorMessage ?? errorName(errorCode)}`)
  return client.topic(name)
}

function partitionOf({ key }: SeedRecord, partitionCount: number): number | undefined {
  return key === undefined || key === null ? undefined : murmur2Partition(bytesOf(key)!, partitionCount)
}

function batchOf(records: readonly SeedRecord[], nowMs: number): Uint8Array {
  const builder = new RecordBatchBuilder()
  for (const { key = null, value = null, headers = {}, timestamp = nowMs } of records) {
    const pairs = Object.entries(headers).map(([name, text]) => ({ key: name, value: bytesOf(text) }))
    builder.append(timestamp, bytesOf(key), bytesOf(value), pairs)
  }
  return builder.build({})
}

function bytesOf(value: string | Uint8Array | null): Uint8Array | null {
  return typeof value === 'string' ? encodeUtf8(value) : value
}

async function write(
  client: InsideClient,
  { topic, partition, leaderId }: { topic: string; partition: number; leaderId: number },
  records: Uint8Array,
): Promise<void> {
  const topicData = [{ name: topic, partitionData: [{ index: partition, records }] }]
  const request = { acks: -1, timeoutMs: TIMEOUT_MS, topicData }
  const { responses } = await client.ask(produceApi, PRODUCE_VERSION, request, leaderId)
  const { errorCode, errorMessage } = responses[0]!.partitionResponses[0]!
  if (errorCode !== 0)
    throw new UsageError(`Cannot seed ${topic}-${partition}: ${errorMessage ?? errorName(errorCode)}`)
}
