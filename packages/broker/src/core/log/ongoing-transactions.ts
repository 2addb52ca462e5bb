// Which transactions a log has open, and which have ended beyond the high watermark: what holds the last stable offset back (KIP-98).
import { InvariantError } from '@odradek/protocol'

/** A transaction that a marker has ended. Offsets are numbers here. */
export interface CompletedTransaction {
  readonly producerId: bigint
  readonly firstOffset: number
  /** The marker's offset. */
  readonly lastOffset: number
  readonly isAborted: boolean
}

/** The transactions of one log, by the offsets of their first records. */
export class OngoingTransactions {
  readonly #ongoing = new Map<number, bigint>()
  /** Those that have ended, until their markers lie below the high watermark: first offset to the marker's. */
  readonly #unreplicated = new Map<number, number>()

  /** The offset below which every transaction is decided; undefined where none is open or waits to be replicated. */
  get firstUnstableOffset(): number | undefined {
    const first = Math.min(least(this.#ongoing), least(this.#unreplicated))
    return first === Infinity ? undefined : first
  }

  begin(producerId: bigint, firstOffset: number): void {
    this.#ongoing.set(firstOffset, producerId)
  }

  /** Up to where all is decided once this transaction has ended: what `.txnindex` keeps with it. */
  lastStableOffsetAfter({ producerId, lastOffset }: CompletedTransaction): number {
    let first = Infinity
    for (const [offset, other] of this.#ongoing) if (other !== producerId && offset < first) first = offset
    return first === Infinity ? lastOffset + 1 : first
  }

  complete({ producerId, firstOffset, lastOffset }: CompletedTransaction): void {
    if (!this.#ongoing.delete(firstOffset)) {
      throw new InvariantError(`no transaction of producer ${producerId} began at offset ${firstOffset}`)
    }
    this.#unreplicated.set(firstOffset, lastOffset)
  }

  onHighWatermark(highWatermark: number): void {
    for (const [firstOffset, lastOffset] of this.#unreplicated) {
      if (lastOffset < highWatermark) this.#unreplicated.delete(firstOffset)
    }
  }

  clear(): void {
    this.#ongoing.clear()
    this.#unreplicated.clear()
  }
}

function least(offsets: ReadonlyMap<number, unknown>): number {
  // Offsets are entered in rising order, but after a truncation and for transactions that end in another order than they began.
  let least = Infinity
  for (const offset of offsets.keys()) if (offset < least) least = offset
  return least
}
