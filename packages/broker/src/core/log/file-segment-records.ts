import { batchSizeAt, HEAD_BYTES, lastOffsetAt, logBatchAt, viewOf } from './batch-head.ts'
import type { LogFile, LogFolder } from './log-folder.ts'
import { segmentFileName } from './segment-file-name.ts'
import { SegmentIndexes } from './segment-indexes.ts'
import type { LogBatch, SegmentRecords } from './segment-records.ts'

/** What is read at once where all batches are wanted, and beyond what a reader wants to find its first batch in. */
const CHUNK_BYTES = 1 << 20
const SEARCH_BYTES = 32_768

interface Place {
  readonly offset: number
  readonly position: number
}

/** The batches of a segment in its `.log` file, found by its indexes. */
export class FileSegmentRecords implements SegmentRecords {
  readonly #folder: LogFolder
  readonly #baseOffset: number
  readonly #file: LogFile
  readonly #indexIntervalBytes: () => number
  /** Read when first needed: a restart with many segments does not wait for all their indexes. */
  #indexes: SegmentIndexes | undefined
  #bytesSinceEntry = 0
  #maxTimestamp = -1
  #offsetOfMaxTimestamp: number
  /** Where the last read ended: the next one of a reader who goes on needs no search. */
  #readEnd: Place | undefined

  /** A new segment, in place of one that may be left in files of its names. */
  static create(
    folder: LogFolder,
    baseOffset: number,
    indexIntervalBytes: () => number,
    suffix = '',
  ): FileSegmentRecords {
    const file = folder.open(segmentFileName(baseOffset, '.log') + suffix)
    if (file.size > 0) file.truncate(0)
    const indexes = SegmentIndexes.create(folder, baseOffset, suffix)
    return new FileSegmentRecords(folder, baseOffset, indexIntervalBytes, file, indexes)
  }

  /** A segment that is there. */
  static open(folder: LogFolder, baseOffset: number, indexIntervalBytes: () => number): FileSegmentRecords {
    const file = folder.open(segmentFileName(baseOffset, '.log'))
    return new FileSegmentRecords(folder, baseOffset, indexIntervalBytes, file, undefined)
  }

  private constructor(
    folder: LogFolder,
    baseOffset: number,
    indexIntervalBytes: () => number,
    file: LogFile,
    indexes: SegmentIndexes | undefined,
  ) {
    this.#folder = folder
    this.#baseOffset = baseOffset
    this.#indexIntervalBytes = indexIntervalBytes
    this.#file = file
    this.#indexes = indexes
    this.#offsetOfMaxTimestamp = baseOffset
  }

  get sizeInBytes(): number {
    return this.#file.size
  }

  get lastModifiedMs(): number {
    return this.#file.lastModifiedMs
  }

  get offsetIndexBytes(): number {
    return this.indexes.offsetIndexBytes
  }

  get timeIndexBytes(): number {
    return this.indexes.timeIndexBytes
  }

  /** The indexes. Throws DecodeError where they cannot be read: the segment must be recovered. */
  get indexes(): SegmentIndexes {
    if (this.#indexes !== undefined) return this.#indexes
    const indexes = SegmentIndexes.load(this.#folder, this.#baseOffset, this.#file.size)
    this.#indexes = indexes
    const { timestamp, offset } = indexes.lastTimestamp
    this.#maxTimestamp = timestamp
    this.#offsetOfMaxTimestamp = offset
    return indexes
  }

  append(batch: LogBatch): void {
    this.#index(batch, this.#file.size)
    this.#file.append(batch.bytes)
  }

  #index({ maxTimestamp, lastOffset, bytes }: LogBatch, position: number): void {
    const { indexes } = this
    if (maxTimestamp > this.#maxTimestamp) {
      this.#maxTimestamp = maxTimestamp
      this.#offsetOfMaxTimestamp = lastOffset
    }
    if (this.#bytesSinceEntry > this.#indexIntervalBytes()) {
      indexes.append(lastOffset, position)
      indexes.appendTimestamp(this.#maxTimestamp, this.#offsetOfMaxTimestamp)
      this.#bytesSinceEntry = 0
    }
    this.#bytesSinceEntry += bytes.length
  }

  /** Builds the indexes anew for the batches that are sound, from the first on, and cuts off what follows them. Gives how much that was. */
  rebuild(batches: Iterable<LogBatch>): number {
    this.#indexes = SegmentIndexes.create(this.#folder, this.#baseOffset, '')
    this.#bytesSinceEntry = 0
    this.#maxTimestamp = -1
    this.#offsetOfMaxTimestamp = this.#baseOffset
    let position = 0
    for (const batch of batches) {
      this.#index(batch, position)
      position += batch.bytes.length
    }
    const cutOff = this.#file.size - position
    if (cutOff > 0) this.#file.truncate(position)
    this.seal()
    return cutOff
  }

  read(offset: number, maxBytes: number, atLeastOne: boolean, endOffset: number): Uint8Array[] {
    const found = this.#find(offset, maxBytes)
    if (found === undefined) return []
    const { bytes, view, position } = found
    const start = found.at
    let end = start
    let next = offset
    while (end + HEAD_BYTES <= bytes.length) {
      const size = batchSizeAt(view, end)
      const lastOffset = lastOffsetAt(view, end)
      if (lastOffset >= endOffset) break
      const isFirst = end === start
      if (end - start + size > maxBytes && !(isFirst && atLeastOne)) break
      if (end + size > bytes.length) {
        if (!isFirst || position + end + size > this.#file.size) break
        return [this.#file.read(position + end, size)]
      }
      end += size
      next = lastOffset + 1
    }
    if (end === start) return []
    this.#readEnd = { offset: next, position: position + end }
    return [bytes.subarray(start, end)]
  }

  /** Reads from the file so that the batch with `offset` begins at `at`, with up to `length` bytes after that. */
  #find(offset: number, length: number) {
    let position = this.#readEnd?.offset === offset ? this.#readEnd.position : this.indexes.positionOf(offset)
    for (;;) {
      const wanted = Math.min(this.#file.size - position, length + SEARCH_BYTES)
      if (wanted < HEAD_BYTES) return undefined
      const bytes = this.#file.read(position, wanted)
      const view = viewOf(bytes)
      let at = 0
      while (at + HEAD_BYTES <= bytes.length) {
        if (lastOffsetAt(view, at) >= offset) {
          // What was passed over may leave too little behind the batch: then the read begins with it.
          if (at < SEARCH_BYTES || position + bytes.length >= this.#file.size) return { bytes, view, position, at }
          break
        }
        at += batchSizeAt(view, at)
      }
      if (at === 0) return undefined
      position += at
    }
  }

  *batchesFrom(offset: number): Generator<LogBatch, undefined> {
    for (const { batch } of this.#walk(this.indexes.positionOf(offset))) if (batch.lastOffset >= offset) yield batch
  }

  /** All batches, without a look at the indexes. Throws DecodeError where there is something else than a batch. */
  *allBatches(): Generator<LogBatch, undefined> {
    for (const { batch } of this.#walk(0)) yield batch
  }

  *#walk(from: number): Generator<{ batch: LogBatch; position: number }, undefined> {
    let position = from
    let length = CHUNK_BYTES
    for (;;) {
      const bytes = this.#file.read(position, Math.min(length, this.#file.size - position))
      const view = viewOf(bytes)
      let at = 0
      let wanted = HEAD_BYTES
      while (at + HEAD_BYTES <= bytes.length) {
        wanted = batchSizeAt(view, at)
        if (at + wanted > bytes.length) break
        yield { batch: logBatchAt(bytes, view, at, wanted), position: position + at }
        at += wanted
        wanted = HEAD_BYTES
      }
      position += at
      // What is left is no whole batch, or the file's end.
      if (position + wanted > this.#file.size) return
      length = Math.max(CHUNK_BYTES, wanted)
    }
  }

  /** The offset that follows the last batch. */
  nextOffset(): number {
    let next = this.#baseOffset
    for (const { batch } of this.#walk(this.indexes.lastPosition)) next = batch.lastOffset + 1
    return next
  }

  /** The greatest timestamp of the first batch; -1 where there is none. */
  firstTimestamp(): number {
    const bytes = this.#file.read(0, HEAD_BYTES)
    return bytes.length < HEAD_BYTES ? -1 : logBatchAt(bytes, viewOf(bytes), 0, HEAD_BYTES).maxTimestamp
  }

  offsetBefore(timestamp: number): number {
    return this.indexes.offsetBefore(timestamp)
  }

  truncateTo(offset: number): void {
    let size = 0
    this.#maxTimestamp = -1
    for (const { batch, position } of this.#walk(0)) {
      if (batch.lastOffset >= offset) break
      size = position + batch.bytes.length
      if (batch.maxTimestamp > this.#maxTimestamp) {
        this.#maxTimestamp = batch.maxTimestamp
        this.#offsetOfMaxTimestamp = batch.lastOffset
      }
    }
    this.#readEnd = undefined
    this.indexes.truncateTo(offset)
    this.#file.truncate(size)
    this.#bytesSinceEntry = 0
  }

  seal(): void {
    this.indexes.appendTimestamp(this.#maxTimestamp, this.#offsetOfMaxTimestamp)
    this.indexes.save()
  }

  flush(): void {
    this.#indexes?.save()
    this.#file.flush()
  }

  close(): void {
    this.#file.close()
  }

  /** The files have been given their final names. */
  onRenamed(): void {
    this.indexes.suffix = ''
  }
}
