// The buffers that full batches are written into, used again and again: a new one for each batch is most of a busy producer's garbage, and
// Node counts such memory against the heap, so that full collections follow (CPU at 10 KB a record: a third less without).

/** What is kept of buffers that nobody uses, in bytes. */
const MOST_KEPT_BYTES = 4_194_304

/** Room beyond `batchSize`: the builder wants five bytes for a length, whatever it is. */
const SPARE_BYTES = 64

/** Gives out buffers for batches and takes them back. */
export class BatchBuffers {
  /** What each of them holds. */
  readonly size: number
  private readonly free: Uint8Array[] = []

  /** `batchSize`: what a full batch takes. */
  constructor(batchSize: number) {
    this.size = batchSize + SPARE_BYTES
  }

  /** A buffer of at least this size. What it holds is not defined. */
  take(size: number): Uint8Array {
    // A batch that stays small is to take no more than it needs: there may be thousands of partitions.
    if (size > this.size || size * 2 <= this.size) return new Uint8Array(size)
    return this.free.pop() ?? new Uint8Array(this.size)
  }

  /** Takes back a buffer that nobody looks at any more. */
  give(buffer: Uint8Array): void {
    if (buffer.length === this.size && (this.free.length + 1) * this.size <= MOST_KEPT_BYTES) this.free.push(buffer)
  }
}
