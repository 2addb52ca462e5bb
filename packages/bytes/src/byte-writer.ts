import { EncodeError } from './encode-error.ts'
import { utf8Length, writeUtf8 } from '#utf8'
import { encodeUuid } from './uuid.ts'
import { zigzag32 } from './varint.ts'

const MAX_CAPACITY = 0x7fffffff

/**
 * Writes big-endian values one after the other into one buffer that grows by doubling. `bytes()` gives what was written, as a view.
 * Values are cut to their width, as typed arrays do: who writes them checks ranges where they come from outside.
 */
export class ByteWriter {
  /** The whole buffer; what lies beyond `length` is not defined. */
  buffer: Uint8Array
  /** How many bytes have been written; the position of the next write. */
  length = 0
  private view: DataView

  constructor(initialCapacity = 256) {
    this.buffer = new Uint8Array(initialCapacity)
    this.view = new DataView(this.buffer.buffer)
  }

  /** What was written so far: a view that later writes may change, or leave behind when the buffer grows. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  /** Forgets what was written and keeps the buffer. */
  reset(): void {
    this.length = 0
  }

  /** Makes room for `count` bytes, moves past them, and returns where they start: for callers that fill `buffer` themselves. */
  reserve(count: number): number {
    const start = this.length
    const end = start + count
    if (end > this.buffer.length) this.grow(end)
    this.length = end
    return start
  }

  private grow(needed: number): void {
    if (needed > MAX_CAPACITY)
      throw new EncodeError(`${needed} bytes are more than the 2 GiB that a Kafka size can say`)
    const larger = new Uint8Array(Math.min(MAX_CAPACITY, Math.max(needed, this.buffer.length * 2)))
    larger.set(this.buffer.subarray(0, this.length))
    this.buffer = larger
    this.view = new DataView(larger.buffer)
  }

  writeInt8(value: number): void {
    const at = this.reserve(1)
    this.buffer[at] = value
  }

  writeBoolean(value: boolean): void {
    const at = this.reserve(1)
    this.buffer[at] = value ? 1 : 0
  }

  /** Writes 16 bits; fits signed and unsigned values. */
  writeInt16(value: number): void {
    const at = this.reserve(2)
    this.view.setInt16(at, value)
  }

  /** Writes 32 bits; fits signed and unsigned values. */
  writeInt32(value: number): void {
    const at = this.reserve(4)
    this.view.setInt32(at, value)
  }

  writeInt64(value: bigint): void {
    const at = this.reserve(8)
    this.view.setBigInt64(at, value)
  }

  /** Writes an int64 given as a safe integer. */
  writeInt64FromNumber(value: number): void {
    const at = this.reserve(8)
    this.view.setInt32(at, Math.floor(value / 0x100000000))
    this.view.setInt32(at + 4, value >>> 0)
  }

  writeFloat64(value: number): void {
    const at = this.reserve(8)
    this.view.setFloat64(at, value)
  }

  /** Writes a UUID given in Kafka's text form. Throws EncodeError where it is not one. */
  writeUuid(value: string): void {
    const at = this.reserve(16)
    encodeUuid(value, this.buffer, at)
  }

  /** Writes an unsigned 32-bit integer in 1 to 5 bytes. */
  writeUnsignedVarint(value: number): void {
    let rest = value >>> 0
    if (this.length + 5 > this.buffer.length) this.grow(this.length + 5)
    while (rest >= 0x80) {
      this.buffer[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.buffer[this.length++] = rest
  }

  /** Writes a signed 32-bit integer (zigzag) in 1 to 5 bytes. */
  writeVarint(value: number): void {
    this.writeUnsignedVarint(zigzag32(value))
  }

  /** Writes a signed 64-bit integer (zigzag) in 1 to 10 bytes. */
  writeVarlong(value: bigint): void {
    let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n))
    if (this.length + 10 > this.buffer.length) this.grow(this.length + 10)
    while (rest >= 0x80n) {
      this.buffer[this.length++] = Number(rest & 0x7fn) | 0x80
      rest >>= 7n
    }
    this.buffer[this.length++] = Number(rest)
  }

  /** Writes a signed integer (zigzag) given as a safe integer, in 1 to 8 bytes. */
  writeVarlongFromNumber(value: number): void {
    if (value >= -0x80000000 && value <= 0x7fffffff) this.writeUnsignedVarint(zigzag32(value))
    else this.writeVarlong(BigInt(value))
  }

  writeBytes(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length)
    this.buffer.set(bytes, at)
  }

  /** Writes a string as UTF-8 without a length and returns how many bytes that took. */
  writeUtf8(text: string): number {
    const length = utf8Length(text)
    const at = this.reserve(length)
    writeUtf8(text, this.buffer, at)
    return length
  }

  /** Overwrites 32 bits at a position that was written before: for sizes and checksums known only at the end. */
  setInt32At(position: number, value: number): void {
    this.view.setInt32(position, value)
  }
}
