import { DecodeError } from '@odradek/bytes'

/** Collects what a decompressor puts out, in a buffer that grows as needed and never beyond a limit. */
export class LimitedOutput {
  /** What was put out lies in `[0, length)`. */
  buffer: Uint8Array
  length = 0
  readonly #maxSize: number

  /** `expected` is a hint for the first allocation, of which at most a mebibyte is believed. */
  constructor(expected: number, maxSize: number) {
    this.buffer = new Uint8Array(Math.min(expected, maxSize, 1 << 20))
    this.#maxSize = maxSize
  }

  /** Makes room for `count` bytes more. Throws DecodeError with reason `too-large` where they pass the limit. */
  ensureRoom(count: number): void {
    const needed = this.length + count
    if (needed <= this.buffer.length) return
    if (needed > this.#maxSize) {
      throw new DecodeError('too-large', `compressed data expand beyond the limit of ${this.#maxSize} bytes`, 0)
    }
    const larger = new Uint8Array(Math.min(this.#maxSize, Math.max(needed, this.buffer.length * 2)))
    larger.set(this.buffer.subarray(0, this.length))
    this.buffer = larger
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }
}
