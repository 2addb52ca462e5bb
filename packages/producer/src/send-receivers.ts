// The promises of `send()` and `sendBatch()`, settled by the batches that their records were put into.
import { InvariantError, type KafkaError } from '@odradek/protocol'

import type { DeliveredRun, ReceiverGroup, RecordReceiver } from './core/record-receiver.ts'
import type { RecordMetadata } from './record-metadata.ts'
import { SendBatchError } from './send-batch-error.ts'
import { SendBatchResult } from './send-batch-result.ts'

/**
 * Stands for the record of one `send()`, then for the next one's: as soon as that has found its place there is a promise for it. The promises of a
 * batch's records are derived from one that they share; a record that has to wait has its own.
 */
export class SendSlot implements RecordReceiver {
  topic = ''
  private promise: Promise<RecordMetadata> | undefined

  /** The promise of the record that has just been handed over. */
  takePromise(): Promise<RecordMetadata> {
    const { promise } = this
    if (promise === undefined) throw new InvariantError('a record was neither put into a batch nor told to wait')
    this.promise = undefined
    return promise
  }

  joinBatch(group: ReceiverGroup | undefined): ReceiverGroup {
    const sends = group instanceof BatchSends ? group : new BatchSends(this.topic)
    this.promise = sends.join()
    return sends
  }

  waitAlone(): RecordReceiver {
    let receiver: SendReceiver
    this.promise = new Promise((resolve, reject) => (receiver = new SendReceiver(this.topic, resolve, reject)))
    return receiver!
  }

  onDelivered(): void {
    throw new InvariantError('a record that is in no batch was delivered')
  }

  /** The record has found no place. */
  onFailed(_tag: number, error: KafkaError): void {
    this.promise = Promise.reject(error)
  }
}

/**
 * The promises of all `send()` whose records share a batch, derived from one by the same function: reactions run in the order in which they were added,
 * so that it can count. A promise made with functions of its own, and a receiver, take three times the memory, and a third of the CPU time
 * of a `send()` was the collection of that.
 */
class BatchSends implements ReceiverGroup {
  count = 0
  private readonly topic: string
  private readonly settled: Promise<void>
  private settle: () => void = () => undefined
  /** What has been acknowledged; in the order of the records once all have settled. */
  private readonly runs: DeliveredRun[] = []
  private failures: Map<number, KafkaError> | undefined
  private unsettled = 0
  private nextTag = 0
  private nextRun = 0

  constructor(topic: string) {
    this.topic = topic
    this.settled = new Promise((resolve) => (this.settle = resolve))
  }

  /** The promise of one more record. */
  join(): Promise<RecordMetadata> {
    this.count++
    this.unsettled++
    return this.settled.then(this.outcomeOfNext)
  }

  onRunDelivered(run: DeliveredRun): void {
    this.runs.push(run)
    this.settleSome(run.count)
  }

  onFailed(tag: number, error: KafkaError): void {
    this.failures ??= new Map()
    this.failures.set(tag, error)
    this.settleSome(1)
  }

  private settleSome(count: number): void {
    this.unsettled -= count
    if (this.unsettled > 0) return
    // The halves of a batch that was split may settle in any order.
    if (this.runs.length > 1) this.runs.sort((a, b) => a.firstTag - b.firstTag)
    this.settle()
  }

  private readonly outcomeOfNext = (): RecordMetadata => {
    const tag = this.nextTag++
    const error = this.failures?.get(tag)
    if (error !== undefined) throw error
    let run = this.runs[this.nextRun]!
    if (tag >= run.firstTag + run.count) run = this.runs[++this.nextRun]!
    const index = tag - run.firstTag
    const { topic } = this
    const { partition, baseOffset, logAppendTimeMs } = run
    const timestamp = logAppendTimeMs >= 0 ? logAppendTimeMs : run.timestamps[run.start + index]!
    return { topic, partition, offset: BigInt(baseOffset < 0 ? -1 : baseOffset + index), timestamp }
  }
}

/** The receiver of one `send()` that has a signal, or that has to wait for its place in a batch. */
export class SendReceiver implements RecordReceiver {
  readonly topic: string
  /** Those of the same signal, which it leaves when it has settled. */
  sends: { delete(receiver: SendReceiver): unknown } | undefined
  private readonly resolve: (metadata: RecordMetadata) => void
  private readonly reject: (error: KafkaError) => void

  constructor(topic: string, resolve: (metadata: RecordMetadata) => void, reject: (error: KafkaError) => void) {
    this.topic = topic
    this.resolve = resolve
    this.reject = reject
  }

  onDelivered(_tag: number, partition: number, offset: number, timestamp: number): void {
    this.sends?.delete(this)
    this.resolve({ topic: this.topic, partition, offset: BigInt(offset), timestamp })
  }

  onFailed(_tag: number, error: KafkaError): void {
    this.sends?.delete(this)
    this.reject(error)
  }
}

/** The receiver of one `sendBatch()`: settles when its last record has. */
export class SendBatchReceiver implements RecordReceiver {
  private readonly topics: string | readonly string[]
  private readonly partitions: Int32Array
  private readonly offsets: Float64Array
  private readonly timestamps: Float64Array
  private unsettled: number
  private failures: Map<number, KafkaError> | undefined
  private readonly resolve: (result: SendBatchResult) => void
  private readonly reject: (error: SendBatchError) => void

  constructor(
    topics: string | readonly string[],
    length: number,
    resolve: (result: SendBatchResult) => void,
    reject: (error: SendBatchError) => void,
  ) {
    this.topics = topics
    this.partitions = new Int32Array(length).fill(-1)
    this.offsets = new Float64Array(length)
    this.timestamps = new Float64Array(length)
    this.unsettled = length
    this.resolve = resolve
    this.reject = reject
    if (length === 0) resolve(this.result())
  }

  onDelivered(tag: number, partition: number, offset: number, timestamp: number): void {
    this.partitions[tag] = partition
    this.offsets[tag] = offset
    this.timestamps[tag] = timestamp
    this.settleOne()
  }

  onFailed(tag: number, error: KafkaError): void {
    this.failures ??= new Map()
    this.failures.set(tag, error)
    this.settleOne()
  }

  private settleOne(): void {
    if (--this.unsettled > 0) return
    const { failures } = this
    if (failures === undefined) this.resolve(this.result())
    else this.reject(new SendBatchError(new Map([...failures].sort(([a], [b]) => a - b)), this.result()))
  }

  private result(): SendBatchResult {
    return new SendBatchResult(this.topics, this.partitions, this.offsets, this.timestamps)
  }
}
