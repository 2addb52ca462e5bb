import type { PartitionLog } from './partition-log.ts'

/** Gives out offsets for batches that one request appends, before any of them is: a log's second batch goes on from its first. */
export class AppendOffsets {
  readonly #taken = new Map<PartitionLog, number>()

  /** The base offset of the next batch of `count` records. */
  take(log: PartitionLog, count = 1): number {
    const ahead = this.#taken.get(log) ?? 0
    this.#taken.set(log, ahead + count)
    return log.endOffset + ahead
  }
}
