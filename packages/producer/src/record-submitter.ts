// Records as users hand them in, one by one, many at once or out of a stream, on their way to the cores.
import { InvariantError, KafkaError, UsageError } from '@odradek/protocol'

import type { RecordReceiver } from './core/record-receiver.ts'
import type { ProducerCore } from './producer-core.ts'
import { type BatchRecord, checkTopic, type ProducerRecord, recordTimestamp } from './producer-record.ts'
import type { RecordMetadata } from './record-metadata.ts'
import { SendAbortedError } from './send-aborted-error.ts'
import type { SendBatchResult } from './send-batch-result.ts'
import { SendClock } from './send-clock.ts'
import { SendBatchReceiver, SendReceiver, SendSlot } from './send-receivers.ts'
import { sendChannel, traceStreamed } from './send-tracing.ts'
import { SignalledSends } from './signalled-sends.ts'

type GivenBatchRecord = BatchRecord<unknown, unknown>
type GivenRecord = ProducerRecord<unknown, unknown>

/**
 * Checks records and gives them to the router. It must be known that records may be sent now: then whatever goes wrong with one, were it that it is no
 * record at all, is told to the transaction, which cannot be committed without it. Its user may never look at its promise.
 */
export class RecordSubmitter {
  readonly #core: ProducerCore
  readonly #time: SendClock
  readonly #signalled: SignalledSends
  #spareSlot: SendSlot | undefined

  constructor(core: ProducerCore) {
    this.#core = core
    this.#time = new SendClock(core.clock)
    this.#signalled = new SignalledSends((receiver, error) => {
      core.router.withdraw(receiver)
      core.onRecordLost(error)
      core.network.wakeup()
    })
  }

  /** One record. Throws what is wrong with it; all else is told by the promise. */
  send(record: GivenRecord, options: { readonly signal?: AbortSignal } | undefined): Promise<RecordMetadata> {
    try {
      if (typeof record !== 'object' || record === null) throw new UsageError('send() takes a record: { topic, value }')
      const { topic } = record
      checkTopic(topic)
      this.#time.read()
      const timestamp = recordTimestamp(record as ProducerRecord, topic, this.#time.wallClockMs)
      const signal = options?.signal
      if (signal !== undefined) return this.#sendWith(signal, record, timestamp)
      // A partitioner of the user's may call send(): that finds no slot.
      const slot = this.#spareSlot ?? new SendSlot()
      this.#spareSlot = undefined
      slot.topic = topic
      this.#submit(topic, record, timestamp, slot)
      this.#spareSlot = slot
      return slot.takePromise()
    } catch (error) {
      this.#core.onRecordLost(error)
      throw error
    }
  }

  /** Many records, with one promise: to `topic`, or each to its own. */
  sendBatch(topicOrRecords: unknown, records: unknown): Promise<SendBatchResult> {
    return new Promise((resolve, reject) => {
      try {
        if (Array.isArray(topicOrRecords)) {
          const topics = topicOrRecords.map((record: Partial<ProducerRecord> | null) => String(record?.topic))
          this.#submitAll(topicOrRecords, new SendBatchReceiver(topics, topics.length, resolve, reject))
          return
        }
        checkTopic(topicOrRecords)
        if (!Array.isArray(records)) {
          throw new UsageError(`sendBatch() takes an array of records for topic ${topicOrRecords}`)
        }
        this.#submitAll(records, new SendBatchReceiver(topicOrRecords, records.length, resolve, reject), topicOrRecords)
      } catch (error) {
        this.#core.onRecordLost(error)
        throw error
      }
    })
  }

  /** A record out of a stream. Throws what is wrong with it; all else `receiver` is told. */
  submitStreamed(record: GivenRecord, receiver: RecordReceiver): void {
    try {
      if (typeof record !== 'object' || record === null) {
        throw new UsageError('the stream takes records: { topic, value }')
      }
      checkTopic(record.topic)
      this.#time.read()
      const timestamp = recordTimestamp(record as ProducerRecord, record.topic, this.#time.wallClockMs)
      if (sendChannel.isWatched) this.#submitTraced(record, timestamp, receiver)
      else this.#submit(record.topic, record, timestamp, receiver)
    } catch (error) {
      this.#core.onRecordLost(error)
      throw error
    }
  }

  #submitTraced(record: GivenRecord, timestamp: number, receiver: RecordReceiver): void {
    const traced = traceStreamed(this.#core.config.clientId, record, receiver)
    try {
      this.#submit(record.topic, traced.record, timestamp, traced.receiver)
    } catch (error) {
      traced.receiver.fail(error)
      throw error
    }
  }

  /** `#time` has been read. */
  #submit(topic: string, record: GivenBatchRecord, timestamp: number, receiver: RecordReceiver): void {
    const { router, intake, network } = this.#core
    const { nowMs } = this.#time
    if (intake.add(router.topic(topic, nowMs), record, timestamp, receiver, 0, nowMs)) network.wakeup()
  }

  /** `topic`: of all records; without it each has its own. */
  #submitAll(records: readonly unknown[], receiver: SendBatchReceiver, topic?: string): void {
    const { router, intake, network } = this.#core
    this.#time.read()
    const { nowMs, wallClockMs } = this.#time
    let queues = topic === undefined ? undefined : router.topic(topic, nowMs)
    let isWorkForSender = false
    for (let i = 0; i < records.length; i++) {
      try {
        const record = records[i] as ProducerRecord
        if (typeof record !== 'object' || record === null) {
          throw new UsageError(`record ${i} of a sendBatch() is no record: it takes { value }, or { topic, value }`)
        }
        if (topic === undefined) {
          checkTopic(record.topic)
          if (record.topic !== queues?.name) queues = router.topic(record.topic, nowMs)
        }
        const timestamp = recordTimestamp(record, queues!.name, wallClockMs)
        if (intake.add(queues!, record, timestamp, receiver, i, nowMs)) isWorkForSender = true
      } catch (error) {
        // One record that is wrong does no harm to the others, unless they are in a transaction.
        if (!KafkaError.is(error) || InvariantError.is(error)) throw error
        this.#core.onRecordLost(error)
        receiver.onFailed(i, error)
      }
    }
    if (isWorkForSender) network.wakeup()
  }

  #sendWith(signal: AbortSignal, record: GivenRecord, timestamp: number): Promise<RecordMetadata> {
    const { topic } = record
    checkSignal(signal)
    if (signal.aborted) throw new SendAbortedError(topic, signal.reason)
    return new Promise((resolve, reject) => {
      const receiver = new SendReceiver(topic, resolve, reject)
      try {
        this.#signalled.add(signal, receiver)
        this.#submit(topic, record, timestamp, receiver)
      } catch (error) {
        this.#core.onRecordLost(error)
        receiver.onFailed(0, error as KafkaError)
      }
    })
  }
}

/** Signals of other libraries will do. */
function checkSignal(signal: unknown): asserts signal is AbortSignal {
  const given = (signal ?? {}) as Partial<AbortSignal>
  const canBeHeard = typeof given.addEventListener === 'function' && typeof given.removeEventListener === 'function'
  if (typeof given.aborted === 'boolean' && canBeHeard) return
  throw new UsageError('the option signal of send() must be an AbortSignal, such as the `signal` of an AbortController')
}
