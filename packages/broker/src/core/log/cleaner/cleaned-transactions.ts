// Follows transactions while a log is compacted (Kafka's CleanedTransactionMetadata): which batches belong to aborted ones, and which markers
// stand for transactions that have no records left.
import { type AbortedTransaction, decodeControlRecordKey, type RecordBatch } from '@odradek/records'

interface Ongoing {
  readonly aborted: AbortedTransaction
  /** Whether a batch of it has been passed in this round. */
  hasBatches: boolean
}

/** The transactions of the batches that are passed, in the order of their offsets. */
export class CleanedTransactions {
  /** The aborted ones that are yet to be reached, those that begin first at the end. */
  #ahead: AbortedTransaction[] = []
  readonly #abortedNow = new Map<bigint, Ongoing>()
  readonly #committedNow = new Set<bigint>()
  readonly #onRetained: (aborted: AbortedTransaction) => void

  /** `onRetained` hears of the aborted transactions whose markers stay. */
  constructor(onRetained: (aborted: AbortedTransaction) => void = () => {}) {
    this.#onRetained = onRetained
  }

  /** Takes note of aborted transactions in batches that are to come. */
  addAborted(transactions: readonly AbortedTransaction[]): void {
    this.#ahead = [...this.#ahead, ...transactions].sort((one, other) => Number(other.firstOffset - one.firstOffset))
  }

  /** Passes a batch of records. Tells whether it belongs to an aborted transaction. */
  onBatch(batch: RecordBatch): boolean {
    this.#reach(batch.lastOffset)
    if (!batch.isTransactional) return false
    const ongoing = this.#abortedNow.get(batch.producerId)
    if (ongoing === undefined) {
      this.#committedNow.add(batch.producerId)
      return false
    }
    ongoing.hasBatches = true
    return true
  }

  /** Passes a batch with a marker. Tells whether its transaction has no batches left, so that it can go. */
  onMarker(batch: RecordBatch): boolean {
    this.#reach(batch.lastOffset)
    const key = batch.records().read()?.key
    // One without its record has been compacted before.
    if (key === undefined || key === null) return true
    const { type } = decodeControlRecordKey(key)
    if (type === 'commit') return !this.#committedNow.delete(batch.producerId)
    if (type !== 'abort') return false
    const ongoing = this.#abortedNow.get(batch.producerId)
    this.#abortedNow.delete(batch.producerId)
    if (ongoing?.hasBatches !== true) return true
    this.#onRetained(ongoing.aborted)
    return false
  }

  #reach(offset: bigint): void {
    for (let next = this.#ahead.at(-1); next !== undefined && next.firstOffset <= offset; next = this.#ahead.at(-1)) {
      this.#ahead.pop()
      if (!this.#abortedNow.has(next.producerId)) {
        this.#abortedNow.set(next.producerId, { aborted: next, hasBatches: false })
      }
    }
  }
}
