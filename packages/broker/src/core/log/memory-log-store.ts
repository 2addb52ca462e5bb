import type { LogStore } from './log-store.ts'
import { MemorySegmentRecords } from './memory-segment-records.ts'
import type { SegmentRecords } from './segment-records.ts'

/** A store that keeps records in memory, and nothing beside them. */
export class MemoryLogStore implements LogStore {
  readonly nextPurgeMs = Infinity
  readonly #indexIntervalBytes: () => number

  constructor(indexIntervalBytes: () => number) {
    this.#indexIntervalBytes = indexIntervalBytes
  }

  createRecords(): SegmentRecords {
    return new MemorySegmentRecords(this.#indexIntervalBytes)
  }

  createCleaned(): SegmentRecords {
    return this.createRecords()
  }

  loadProducers(): undefined {
    return undefined
  }

  swapCleaned(): void {}
  removeSegment(): void {}
  purge(): void {}
  saveAbortedTransactions(): void {}
  saveLeaderEpochs(): void {}
  saveProducers(): void {}
  removeProducers(): void {}
  close(): void {}
}
