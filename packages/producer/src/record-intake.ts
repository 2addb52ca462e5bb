// What users hand in becomes what the cores take: serialized, checked, measured, and given to the router.
import { sayThrown } from '@odradek/network/internal'
import { KafkaError, UsageError } from '@odradek/protocol'

import { BATCH_OVERHEAD, type OutgoingRecord, recordSizeUpperBound } from './core/outgoing-record.ts'
import type { RecordReceiver } from './core/record-receiver.ts'
import type { RecordRouter } from './core/record-router.ts'
import type { TopicQueues } from './core/topic-queues.ts'
import { type BatchRecord, keyBytes, recordHeaders, recordPartition, recordValue } from './producer-record.ts'
import type { Serializer, SerializerContext } from './serializer.ts'

/** What RecordIntake is told; the producer's options fit. */
export interface RecordIntakeOptions {
  readonly maxBlockMs: number
  readonly maxRequestSize: number
  readonly bufferMemory: number
  readonly keySerializer?: Serializer<never> | undefined
  readonly valueSerializer?: Serializer<never> | undefined
}

/** The record at hand, written over for each. */
type RecordAtHand = { -readonly [F in keyof OutgoingRecord]: OutgoingRecord[F] }

/** See the head of the file. */
export class RecordIntake {
  /** An object for the next record, which those that may go into a batch at once share; undefined while a record is in it. */
  #spare: RecordAtHand | undefined
  readonly #options: RecordIntakeOptions
  readonly #router: RecordRouter
  readonly #isSerializing: boolean

  constructor(options: RecordIntakeOptions, router: RecordRouter) {
    this.#options = options
    this.#router = router
    this.#isSerializing = options.keySerializer !== undefined || options.valueSerializer !== undefined
  }

  /** Takes a record. Returns whether the sender should look; throws UsageError for a record that is wrong or too large. */
  add(
    topic: TopicQueues,
    given: BatchRecord<unknown, unknown>,
    timestamp: number,
    receiver: RecordReceiver,
    tag: number,
    nowMs: number,
  ): boolean {
    let partition, key, value, headers, sizeInBytes
    try {
      const record = this.#isSerializing ? this.#serialize(given, topic.name) : (given as BatchRecord)
      partition = recordPartition(record, topic.name)
      key = keyBytes(record, topic.name)
      value = recordValue(record, topic.name)
      headers = recordHeaders(record, topic.name)
      sizeInBytes = recordSizeUpperBound(key, value, headers)
      this.#checkSize(sizeInBytes + BATCH_OVERHEAD, topic.name, partition)
    } catch (error) {
      if (KafkaError.is(error)) this.#router.onRefused(topic, error)
      throw error
    }
    const deadlineMs = nowMs + this.#options.maxBlockMs
    // A partitioner of the user's may call send(): that finds no spare.
    const atHand = this.#spare ?? emptyRecord(receiver)
    this.#spare = undefined
    atHand.partition = partition
    atHand.key = key
    atHand.value = value
    atHand.headers = headers
    atHand.timestamp = timestamp
    atHand.sizeInBytes = sizeInBytes
    atHand.receiver = receiver
    atHand.tag = tag
    atHand.deadlineMs = deadlineMs
    const isWork = this.#router.add(topic, atHand, nowMs)
    // It may be large, and the next record may be long in coming.
    atHand.value = null
    this.#spare = atHand
    return isWork
  }

  #serialize(given: BatchRecord<unknown, unknown>, topic: string): BatchRecord {
    const { keySerializer, valueSerializer } = this.#options
    return {
      ...given,
      key: serialize(keySerializer, given.key, { topic, field: 'key' }),
      value: serialize(valueSerializer, given.value, { topic, field: 'value' }),
    }
  }

  #checkSize(size: number, topic: string, partition: number): void {
    const { maxRequestSize, bufferMemory } = this.#options
    if (size <= maxRequestSize && size <= bufferMemory) return
    const where = partition < 0 ? `topic ${topic}` : `${topic}-${partition}`
    const [option, limit] = size > maxRequestSize ? ['maxRequestSize', maxRequestSize] : ['bufferMemory', bufferMemory]
    throw new UsageError(`a record for ${where} is too large: it takes ${size} bytes, and ${option} is ${limit}`)
  }
}

/** null and undefined stay what they are: a record without a key, a tombstone. */
function serialize(serializer: Serializer<never> | undefined, given: unknown, context: SerializerContext) {
  if (serializer === undefined || given === null || given === undefined) return given as BatchRecord['key']
  try {
    return serializer(given as never, context)
  } catch (error) {
    if (KafkaError.is(error)) throw error
    const text = `the ${context.field} of a record for topic ${context.topic} could not be serialized: ${sayThrown(error)}`
    throw new UsageError(text, { cause: error })
  }
}

function emptyRecord(receiver: RecordReceiver): RecordAtHand {
  return {
    partition: -1,
    key: null,
    value: null,
    headers: undefined,
    timestamp: 0,
    sizeInBytes: 0,
    receiver,
    tag: 0,
    deadlineMs: 0,
  }
}
