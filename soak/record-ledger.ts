import type { ReadTopic } from './read-topic.ts'

/** What a producer was told of its records, by number. */
export interface RecordOutcomes {
  /** Where it was acknowledged; negative: it was not. */
  readonly partitions: Int8Array
  /** -1 where the broker did not say. */
  readonly offsets: Int32Array
}

/** What is wrong with a log, by the outcomes that the producer gave. */
export interface LedgerFigures {
  /** Acknowledged, and not in the partition that was named. */
  readonly lost: number
  /** Acknowledged at an offset where something else is. */
  readonly misplaced: number
  /** In the log more than once. */
  readonly duplicated: number
  /** Behind a record of the same partition that was sent later. */
  readonly reordered: number
  /** In the log, though the producer said that they failed: allowed, where the answer was what was lost. */
  readonly failedButWritten: number
}

/** Compares what a producer said with what a topic holds. */
export function compareWithLog({ partitions, offsets }: RecordOutcomes, read: ReadTopic): LedgerFigures {
  const foundIn = new Int32Array(partitions.length).fill(-1)
  const foundAt = new Float64Array(partitions.length).fill(-1)
  const figures = { lost: 0, misplaced: 0, duplicated: 0, reordered: 0, failedButWritten: 0 }
  for (const [partition, numbers] of read.numbers.entries()) {
    let highest = -1
    for (const [i, n] of (numbers ?? []).entries()) {
      if (foundIn[n]! >= 0) figures.duplicated++
      else if (n < highest) figures.reordered++
      else highest = n
      // The first one counts: it is the one that was acknowledged, unless the place differs.
      if (foundIn[n]! < 0) {
        foundIn[n] = partition
        foundAt[n] = read.offsets[partition]![i]!
      }
    }
  }
  for (let n = 0; n < partitions.length; n++) {
    if (partitions[n]! < 0) {
      if (foundIn[n]! >= 0) figures.failedButWritten++
    } else if (foundIn[n] !== partitions[n]) figures.lost++
    else if (offsets[n]! >= 0 && foundAt[n] !== offsets[n]) figures.misplaced++
  }
  return figures
}
