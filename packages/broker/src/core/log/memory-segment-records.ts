import type { LogBatch, SegmentRecords } from './segment-records.ts'

const OFFSET_ENTRY_BYTES = 8
const TIME_ENTRY_BYTES = 12

/** The batches of a segment as they came, in memory. Each is found by halving, so that no index is kept; its size is only counted. */
export class MemorySegmentRecords implements SegmentRecords {
  readonly #batches: LogBatch[] = []
  readonly #indexIntervalBytes: () => number
  #sizeInBytes = 0
  #indexEntries = 0
  #bytesSinceEntry = 0

  constructor(indexIntervalBytes: () => number) {
    this.#indexIntervalBytes = indexIntervalBytes
  }

  get sizeInBytes(): number {
    return this.#sizeInBytes
  }

  get offsetIndexBytes(): number {
    return this.#indexEntries * OFFSET_ENTRY_BYTES
  }

  get timeIndexBytes(): number {
    return this.#indexEntries * TIME_ENTRY_BYTES
  }

  append(batch: LogBatch): void {
    if (this.#bytesSinceEntry > this.#indexIntervalBytes()) {
      this.#indexEntries++
      this.#bytesSinceEntry = 0
    }
    this.#batches.push(batch)
    this.#sizeInBytes += batch.bytes.length
    this.#bytesSinceEntry += batch.bytes.length
  }

  read(offset: number, maxBytes: number, atLeastOne: boolean, endOffset: number): Uint8Array[] {
    const read: Uint8Array[] = []
    let size = 0
    for (let index = this.#indexOf(offset); index < this.#batches.length; index++) {
      const { bytes, lastOffset } = this.#batches[index]!
      size += bytes.length
      if (lastOffset >= endOffset || (size > maxBytes && !(atLeastOne && read.length === 0))) break
      read.push(bytes)
    }
    return read
  }

  *batchesFrom(offset: number): Generator<LogBatch, undefined> {
    for (let index = this.#indexOf(offset); index < this.#batches.length; index++) yield this.#batches[index]!
  }

  offsetBefore(): number {
    return 0
  }

  truncateTo(offset: number): void {
    const kept = this.#indexOf(offset)
    for (const { bytes } of this.#batches.splice(kept)) this.#sizeInBytes -= bytes.length
  }

  seal(): void {
    // There are no indexes to close.
  }

  flush(): void {
    // There is no disk.
  }

  close(): void {
    // There are no files.
  }

  /** The index of the first batch that ends at `offset` or later. */
  #indexOf(offset: number): number {
    let low = 0
    let high = this.#batches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#batches[middle]!.lastOffset < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
