import { DecodeError } from '@odradek/bytes'

const SIZE_LENGTH = 4
const FIRST_CAPACITY = 256 * 1024
/** As much as one read brings of small frames. */
const SCRATCH_BYTES = 64 * 1024
/** Into a frame's buffer only reads of at least so many bytes: less would be a call of the system for a few. */
const MIN_DIRECT_BYTES = 16 * 1024

/**
 * Cuts what arrives on a connection into frames. A frame whose bytes come in one chunk is a view on it; others are gathered
 * in a buffer of their own, which grows with what really arrives, so that a declared size alone never costs memory. Where the bytes are
 * read to `readTarget()`, large frames need no copying.
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
  // The largest frame that has arrived whole: as much again is no surprise.
  #largest = 0
  #scratch: Uint8Array | undefined
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
   * Where the next bytes may be written, by whoever reads them; `push` then takes the part of it that was filled, before it is asked for again.
   * Frames that `push` gives are never views on a target that is used again.
   */
  readTarget(): Uint8Array {
    const wanted = this.#size - this.#filled
    if (this.#buffer !== undefined && wanted >= MIN_DIRECT_BYTES) {
      const room = this.#buffer.length - this.#filled
      if (room < Math.min(wanted, MIN_DIRECT_BYTES)) this.#makeRoomFor(this.#filled + MIN_DIRECT_BYTES)
      return this.#buffer.subarray(this.#filled)
    }
    this.#scratch ??= new Uint8Array(SCRATCH_BYTES)
    return this.#scratch
  }

  /**
   * Takes the next bytes and gives back the frames that they finish, in order and without their sizes.
   * Throws DecodeError with reason `malformed` for a negative size and `too-large` for one over the limit; the connection
   * is then of no more use. The frames before that are in `frames` all the same.
   */
  push(chunk: Uint8Array, frames: Uint8Array[] = []): Uint8Array[] {
    let offset = 0
    while (offset < chunk.length) {
      if (this.#sizeBytes < SIZE_LENGTH) {
        this.#size = (this.#size << 8) | chunk[offset++]!
        if (++this.#sizeBytes < SIZE_LENGTH) continue
        this.#checkSize(offset)
        // Nothing more need come: an empty SASL token of Kafka 0.10 is a frame like any other.
        if (this.#size === 0) {
          frames.push(new Uint8Array(0))
          this.#startOver()
          continue
        }
      }
      const wanted = this.#size - this.#filled
      if (this.#buffer === undefined && chunk.length - offset >= wanted) {
        const end = offset + wanted
        const isReused = chunk.buffer === this.#scratch?.buffer
        frames.push(isReused ? chunk.slice(offset, end) : chunk.subarray(offset, end))
        this.#startOver()
        offset += wanted
        continue
      }
      const taken = Math.min(wanted, chunk.length - offset)
      this.#gather(chunk.subarray(offset, offset + taken))
      offset += taken
      if (this.#filled === this.#size) {
        frames.push(this.#buffer!.subarray(0, this.#size))
        this.#largest = Math.max(this.#largest, this.#size)
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
    const isInPlace =
      bytes.buffer === this.#buffer?.buffer && bytes.byteOffset === this.#buffer.byteOffset + this.#filled
    if (!isInPlace) {
      if (this.#buffer === undefined || needed > this.#buffer.length) this.#makeRoomFor(needed)
      this.#buffer!.set(bytes, this.#filled)
    }
    this.#filled = needed
  }

  #makeRoomFor(needed: number): void {
    const before = this.#buffer
    const wanted = Math.max(FIRST_CAPACITY, needed, before === undefined ? this.#largest * 2 : before.length * 2)
    this.#buffer = new Uint8Array(Math.min(this.#size, wanted))
    if (before !== undefined) this.#buffer.set(before.subarray(0, this.#filled))
  }

  #startOver(): void {
    this.#sizeBytes = 0
    this.#size = 0
    this.#buffer = undefined
    this.#filled = 0
  }
}
