// Requests that both brokers get, and short ways to write them.
import { batchOf, type TestRecord } from '../../../packages/broker/test/core/batches.ts'

/**
 * What Kafka is known to do with a request for ever, so that it is not waited for something else: `silent`: it never answers;
 * `unavailable`: its answer is the error of a coordinator that is not there.
 */
export type Ending = 'silent' | 'unavailable'

/** A request: Kafka's name of its API, its version, and what it says; what is left out has its default. */
export type Step = readonly [api: string, version: number, request: object, ending?: Ending]

/** The wall clock of the run: real brokers refuse records from the future. */
export const NOW = Date.now()
/** A topic id that no topic has. */
export const NO_ID = 'AAAAAAAAAAAAAAAAAAAABA'

/** A batch as a producer sends it. */
export function batch(
  records: readonly (string | TestRecord)[],
  options: Parameters<typeof batchOf>[1] = {},
): Uint8Array {
  const dated = records.map((record) => ({
    timestamp: NOW,
    ...(typeof record === 'string' ? { value: record } : record),
  }))
  return batchOf(dated, options)
}

/** A copy of a batch with a fault in it. */
export function damaged(bytes: Uint8Array, damage: (copy: Uint8Array, view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes)
  damage(copy, new DataView(copy.buffer))
  return copy
}

/** Produce to partition 0 of a topic. */
export function produce(topic: string, records: Uint8Array | null, more: object = {}): object {
  return { acks: -1, timeoutMs: 5000, topicData: [{ name: topic, partitionData: [{ index: 0, records }] }], ...more }
}

/** Fetch from partition 0 of a topic. */
export function fetch(topic: string, fetchOffset: bigint, more: object = {}, partition: object = {}): object {
  const partitions = [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000, ...partition }]
  return { minBytes: 1, maxWaitMs: 100, maxBytes: 1_000_000, topics: [{ topic, partitions }], ...more }
}

/** ListOffsets of partition 0 of a topic. */
export function listOffsets(timestamp: bigint, topic = 'dt', more: object = {}): object {
  return { replicaId: -1, topics: [{ name: topic, partitions: [{ partitionIndex: 0, timestamp, ...more }] }] }
}

/** CreateTopics of one topic. */
export function topicOf(topic: object): object {
  return { topics: [{ numPartitions: 1, replicationFactor: 1, ...topic }], timeoutMs: 5000 }
}
