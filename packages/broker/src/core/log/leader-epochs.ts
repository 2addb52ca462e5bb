// From which offset on each leader epoch wrote (KIP-101, KIP-320): what tells replicas and consumers where their logs part.
import type { LeaderEpochEntry } from '@odradek/records'

/** An epoch and the offset that follows its last record. */
export interface EpochEndOffset {
  /** -1 where the log knows none. */
  readonly epoch: number
  /** -1 where the log knows none. */
  readonly endOffset: number
}

interface EpochStart {
  readonly epoch: number
  readonly startOffset: number
}

/** The leader epochs of one log, in ascending order. */
export class LeaderEpochs {
  #entries: EpochStart[] = []

  get entries(): readonly EpochStart[] {
    return this.#entries
  }

  /** The latest epoch; undefined where the log has none. */
  get latest(): number | undefined {
    return this.#entries.at(-1)?.epoch
  }

  /** The epoch that wrote at an offset; undefined where the log knows none. */
  at(offset: number): number | undefined {
    return this.#entries.findLast((entry) => entry.startOffset <= offset)?.epoch
  }

  /** Takes note that `epoch` writes from `startOffset` on. Tells whether that was news. */
  assign(epoch: number, startOffset: number): boolean {
    const latest = this.#entries.at(-1)
    if (latest?.epoch === epoch && latest.startOffset <= startOffset) return false
    while ((this.#entries.at(-1)?.epoch ?? -1) >= epoch || (this.#entries.at(-1)?.startOffset ?? -1) >= startOffset) {
      this.#entries.pop()
    }
    this.#entries.push({ epoch, startOffset })
    return true
  }

  /**
   * The greatest epoch up to `epoch` and where it ended; `logEndOffset` ends the latest. An epoch from before the log's first answers
   * with where that one began, as in Kafka.
   */
  endOffsetOf(epoch: number, logEndOffset: number): EpochEndOffset {
    const unknown = { epoch: -1, endOffset: -1 }
    const latest = this.#entries.at(-1)
    if (epoch < 0 || latest === undefined || epoch > latest.epoch) return unknown
    if (epoch === latest.epoch) return { epoch, endOffset: logEndOffset }
    const next = this.#entries.find((entry) => entry.epoch > epoch)!
    const floor = this.#entries.findLast((entry) => entry.epoch <= epoch)
    return { epoch: floor?.epoch ?? epoch, endOffset: next.startOffset }
  }

  /** Forgets epochs that began at `endOffset` or later. */
  truncateFromEnd(endOffset: number): void {
    this.#entries = this.#entries.filter((entry) => entry.startOffset < endOffset)
  }

  /** Forgets what lies before `startOffset`; the epoch that wrote there now begins with it. */
  truncateFromStart(startOffset: number): void {
    const first = this.#entries.findLast((entry) => entry.startOffset <= startOffset)
    if (first === undefined) return
    const later = this.#entries.filter((entry) => entry.startOffset > startOffset)
    this.#entries = [{ epoch: first.epoch, startOffset }, ...later]
  }

  clear(): void {
    this.#entries = []
  }

  /** Takes what a checkpoint holds. */
  restore(entries: readonly LeaderEpochEntry[]): void {
    this.#entries = entries.map(({ epoch, startOffset }) => ({ epoch, startOffset: Number(startOffset) }))
  }

  /** What a checkpoint should hold. */
  toCheckpoint(): LeaderEpochEntry[] {
    return this.#entries.map(({ epoch, startOffset }) => ({ epoch, startOffset: BigInt(startOffset) }))
  }
}
