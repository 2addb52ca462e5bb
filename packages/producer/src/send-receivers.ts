// The promises of `send()` and `sendBatch()`, settled by the batches that their records were put into.
import type { KafkaError } from '@odradek/protocol'

import type { RecordReceiver } from './core/record-receiver.ts'
import type { RecordMetadata } from './record-metadata.ts'
import { SendBatchError } from './send-batch-error.ts'
import { SendBatchResult } from './send-batch-result.ts'

/** The receiver of one `send()`. */
export class SendReceiver implements RecordReceiver {
  /** Called when it has settled. */
  onSettled: (() => void) | undefined
  private readonly topic: string
  private readonly timestamp: number
  private readonly resolve: (metadata: RecordMetadata) => void
  private readonly reject: (error: KafkaError) => void

  constructor(
    topic: string,
    timestamp: number,
    resolve: (metadata: RecordMetadata) => void,
    reject: (error: KafkaError) => void,
  ) {
    this.topic = topic
    this.timestamp = timestamp
    this.resolve = resolve
    this.reject = reject
  }

  onDelivered(_tag: number, partition: number, offset: number, logAppendTimeMs: number): void {
    const timestamp = logAppendTimeMs >= 0 ? logAppendTimeMs : this.timestamp
    this.onSettled?.()
    this.resolve({ topic: this.topic, partition, offset: BigInt(offset), timestamp })
  }

  onFailed(_tag: number, error: KafkaError): void {
    this.onSettled?.()
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

  /** Notes the timestamp that record `tag` is sent with. */
  setTimestamp(tag: number, timestamp: number): void {
    this.timestamps[tag] = timestamp
  }

  onDelivered(tag: number, partition: number, offset: number, logAppendTimeMs: number): void {
    this.partitions[tag] = partition
    this.offsets[tag] = offset
    if (logAppendTimeMs >= 0) this.timestamps[tag] = logAppendTimeMs
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
