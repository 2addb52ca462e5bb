// The buffers that full batches are written into, used again and again: a new one for each batch is most of a busy producer's garbage, and
// Node counts such memory against the heap, so that full collections follow (CPU at 10 KB a record: a third less without).

/** What is kept of buffers that nobody uses, in bytes. */
const MOST_KEPT_BYTES = 4_194_304

/** Room beyond a batch's size: the builder wants five bytes for a length, whatever it is. */
const SPARE_BYTES = 64

/** Gives out buffers for batches and takes them back. Their sizes are `batchSize` doubled until the largest batch fits. */
export class BatchBuffers {
  /** The length of the largest buffers that are kept: what the largest batch takes. */
  readonly largest: number
  /** `free[i]`: buffers of the smallest size times 2^i. */
  private readonly free: Uint8Array[][] = []
  private readonly smallest: number
  private keptBytes = 0

  /** `batchSize`: from when on a batch is ready; `largestBatch`: what a batch takes that has grown while it waited. */
  constructor(batchSize: number, largestBatch: number = batchSize) {
    this.smallest = batchSize + SPARE_BYTES
    let largest = this.smallest
    this.free.push([])
    while (largest < largestBatch + SPARE_BYTES) {
      largest *= 2
      this.free.push([])
    }
    this.largest = largest
  }

  /** A buffer of at least this size. What it holds is not defined. */
  take(size: number): Uint8Array {
    // A batch that stays small is to take no more than it needs: there may be thousands of partitions.
    if (size > this.largest || size * 2 <= this.smallest) return new Uint8Array(size)
    let index = 0
    let length = this.smallest
    while (length < size) {
      length *= 2
      index++
    }
    const buffer = this.free[index]!.pop()
    if (buffer === undefined) return new Uint8Array(length)
    this.keptBytes -= length
    return buffer
  }

  /** Takes back a buffer that nobody looks at any more. */
  give(buffer: Uint8Array): void {
    const { length } = buffer
    if (length > this.largest || this.keptBytes + length > MOST_KEPT_BYTES) return
    let index = 0
    let size = this.smallest
    while (size < length) {
      size *= 2
      index++
    }
    if (size !== length) return
    this.keptBytes += length
    this.free[index]!.push(buffer)
  }
}
