import type { CompressionCodecs } from '@odradek/compression'
import { type AnyRecordBatch, decodeControlRecordKey } from '@odradek/records'

/** A transaction that was aborted, as a Fetch response names it. */
export interface AbortedTransaction {
  readonly producerId: bigint
  readonly firstOffset: bigint
}

/**
 * Which batches of one answer belong to transactions that were aborted (isolation level read_committed). Batches are shown in order: a
 * transaction begins at its first offset and ends with its producer's marker.
 */
export class AbortedTransactions {
  readonly #waiting: readonly AbortedTransaction[]
  readonly #open = new Set<bigint>()
  #next = 0

  constructor(transactions: readonly AbortedTransaction[]) {
    this.#waiting = [...transactions].sort((a, b) =>
      a.firstOffset < b.firstOffset ? -1 : a.firstOffset > b.firstOffset ? 1 : 0,
    )
  }

  /** Whether the batch is to be passed over. */
  skips(batch: AnyRecordBatch, codecs: CompressionCodecs): boolean {
    if (batch.magic !== 2) return false
    const { lastOffset, producerId } = batch
    for (let first = this.#waiting[this.#next]; first !== undefined; first = this.#waiting[this.#next]) {
      if (first.firstOffset > lastOffset) break
      this.#open.add(first.producerId)
      this.#next++
    }
    if (batch.isControl) {
      const key = batch.records(codecs).read()?.key
      if (key !== undefined && key !== null && decodeControlRecordKey(key).type === 'abort')
        this.#open.delete(producerId)
      return false
    }
    return batch.isTransactional && this.#open.has(producerId)
  }
}
