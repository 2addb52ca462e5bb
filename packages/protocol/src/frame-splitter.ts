import { DecodeError } from '@odradek/bytes'

const SIZE_LENGTH = 4
const FIRST_CAPACITY = 256 * 1024

/**
 * Cuts what arrives on a connection into frames. A frame whose bytes come in one chunk is a view on it; others are gathered
 * in a buffer of their own, which grows with what really arrives, so that a declared size alone never costs memory.
 */
export class FrameSplitter {
  /** The greatest size of a frame, without the four bytes of the size itself; may be raised once the sender is trusted with more. */
  maxFrameSize: number
  // The size field as far as it has arrived.
  #sizeBytes = 0
  #size = 0
  // The frame being gathered; undefined between frames.
  #buffer: Uint8Array | undefined
  #filled = 0
  // Bytes of the connection before the chunk at hand, for the offset in errors.
  #position = 0

  constructor(maxFrameSize: number) {
    this.maxFrameSize = maxFrameSize
  }

  /** How many bytes of an unfinished frame are held. */
  get pendingBytes(): number {
    return this.#sizeBytes + this.#filled
  }

  /**
   * Takes the next bytes and gives back the frames that they finish, in order and without their sizes.
   * Throws DecodeError with reason `malformed` for a negative size and `too-large` for one over the limit; the connection
   * is then of no more use.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = []
    let offset = 0
    while (offset < chunk.length) {
      if (this.#sizeBytes < SIZE_LENGTH) {
        this.#size = (this.#size << 8) | chunk[offset++]!
        if (++this.#sizeBytes < SIZE_LENGTH) continue
        this.#checkSize(offset)
      }
      const wanted = this.#size - this.#filled
      if (this.#buffer === undefined && chunk.length - offset >= wanted) {
        frames.push(chunk.subarray(offset, offset + wanted))
        this.#startOver()
        offset += wanted
        continue
      }
      const taken = Math.min(wanted, chunk.length - offset)
      this.#gather(chunk.subarray(offset, offset + taken))
      offset += taken
      if (this.#filled === this.#size) {
        frames.push(this.#buffer!.subarray(0, this.#size))
        this.#startOver()
      }
    }
    this.#position += chunk.length
    return frames
  }

  #checkSize(offset: number): void {
    const at = this.#position + offset - SIZE_LENGTH
    if (this.#size < 0) throw new DecodeError('malformed', `a frame of ${this.#size} bytes`, at)
    if (this.#size > this.maxFrameSize) {
      const advice = 'raise the limit, or check that the other side speaks Kafka and that TLS is on where it should be'
      throw new DecodeError(
        'too-large',
        `a frame of ${this.#size} bytes is over the limit of ${this.maxFrameSize}: ${advice}`,
        at,
      )
    }
  }

  #gather(bytes: Uint8Array): void {
    const needed = this.#filled + bytes.length
    if (this.#buffer === undefined || needed > this.#buffer.length) {
      const capacity = Math.min(this.#size, Math.max(FIRST_CAPACITY, needed, (this.#buffer?.length ?? 0) * 2))
      const larger = new Uint8Array(capacity)
      if (this.#buffer !== undefined) larger.set(this.#buffer.subarray(0, this.#filled))
      this.#buffer = larger
    }
    this.#buffer.set(bytes, this.#filled)
    this.#filled = needed
  }

  #startOver(): void {
    this.#sizeBytes = 0
    this.#size = 0
    this.#buffer = undefined
    this.#filled = 0
  }
}
