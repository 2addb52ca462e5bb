import { UsageError } from '@odradek/protocol'

import type { ConsumerGroupMetadata, TransactionOffset } from './core/transaction-requests.ts'
import type { Producer } from './producer.ts'
import type { BatchRecord, ProducerRecord, RecordField } from './producer-record.ts'
import type { RecordMetadata } from './record-metadata.ts'
import type { SendBatchResult } from './send-batch-result.ts'

/** One transaction, as `producer.transaction()` hands it to its function. It serves until that function ends. */
export class Transaction<K = RecordField, V = RecordField> {
  readonly #producer: Producer<K, V>
  #isOpen = true

  constructor(producer: Producer<K, V>) {
    this.#producer = producer
  }

  /** As `producer.send`. The transaction is committed only when all its records have been written, awaited or not. */
  async send(record: ProducerRecord<K, V>): Promise<RecordMetadata> {
    this.#checkOpen()
    return this.#producer.send(record)
  }

  /** As `producer.sendBatch`. */
  async sendBatch(topic: string, records: readonly BatchRecord<K, V>[]): Promise<SendBatchResult> {
    this.#checkOpen()
    return this.#producer.sendBatch(topic, records)
  }

  /** As `producer.sendOffsetsToTransaction`. */
  async sendOffsets(offsets: readonly TransactionOffset[], group: ConsumerGroupMetadata): Promise<void> {
    this.#checkOpen()
    return this.#producer.sendOffsetsToTransaction(offsets, group)
  }

  /** The function has ended: what it still calls comes too late. */
  end(): void {
    this.#isOpen = false
  }

  #checkOpen(): void {
    if (!this.#isOpen) throw new UsageError('this transaction has ended: await what you send within its function')
  }
}
