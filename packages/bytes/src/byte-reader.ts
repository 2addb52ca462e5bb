import { DecodeError } from './decode-error.ts'
import { decodeUtf8 } from '#utf8'
import { decodeUuid } from './uuid.ts'
import { unzigzag32 } from './varint.ts'

/**
 * Reads big-endian values one after the other from bytes that it does not copy. Each read that would pass the end throws
 * DecodeError with reason `truncated` and leaves the offset where the read began.
 */
export class ByteReader {
  /** What is read; byte slices given out are views on it. */
  readonly bytes: Uint8Array
  /** Position of the next read. */
  offset: number
  /** Where reading ends. */
  readonly end: number
  private readonly view: DataView

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    if (start < 0 || end > bytes.length || start > end)
      throw new RangeError(`[${start}, ${end}) is not within ${bytes.length} bytes`)
    this.bytes = bytes
    this.offset = start
    this.end = end
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** How many bytes are left. */
  get remaining(): number {
    return this.end - this.offset
  }

  /** Takes `count` bytes and returns where they start. */
  private take(count: number): number {
    const start = this.offset
    if (count > this.end - start) {
      throw new DecodeError('truncated', `${count} bytes are needed and ${this.end - start} are left`, start)
    }
    this.offset = start + count
    return start
  }

  readInt8(): number {
    return (this.bytes[this.take(1)]! << 24) >> 24
  }

  readUint8(): number {
    return this.bytes[this.take(1)]!
  }

  /** One byte: 0 is false, anything else is true, as Java reads it. */
  readBoolean(): boolean {
    return this.bytes[this.take(1)] !== 0
  }

  readInt16(): number {
    return this.view.getInt16(this.take(2))
  }

  readUint16(): number {
    return this.view.getUint16(this.take(2))
  }

  readInt32(): number {
    return this.view.getInt32(this.take(4))
  }

  readUint32(): number {
    return this.view.getUint32(this.take(4))
  }

  readInt64(): bigint {
    return this.view.getBigInt64(this.take(8))
  }

  /** An int64 as a number: exact between -2^53 and 2^53, rounded beyond. For timestamps and for hot paths. */
  readInt64AsNumber(): number {
    const start = this.take(8)
    return this.view.getInt32(start) * 0x100000000 + this.view.getUint32(start + 4)
  }

  readFloat64(): number {
    return this.view.getFloat64(this.take(8))
  }

  /** A UUID in Kafka's text form, 22 characters of base64url. */
  readUuid(): string {
    return decodeUuid(this.bytes, this.take(16))
  }

  /** An unsigned 32-bit varint, at most 5 bytes. Throws DecodeError with reason `malformed` where it is longer. */
  readUnsignedVarint(): number {
    const { bytes, end } = this
    const start = this.offset
    let at = start
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= end) throw new DecodeError('truncated', 'a varint is cut off', start)
      const byte = bytes[at++]!
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.offset = at
        return value >>> 0
      }
    }
    throw new DecodeError('malformed', 'a 32-bit varint is longer than 5 bytes', start)
  }

  /** A signed 32-bit varint (zigzag), at most 5 bytes. */
  readVarint(): number {
    return unzigzag32(this.readUnsignedVarint())
  }

  /** A signed 64-bit varint (zigzag), at most 10 bytes. */
  readVarlong(): bigint {
    const start = this.offset
    let at = start
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (at >= this.end) throw new DecodeError('truncated', 'a varlong is cut off', start)
      const byte = this.bytes[at++]!
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) {
        this.offset = at
        const unsigned = BigInt.asUintN(64, value)
        return BigInt.asIntN(64, (unsigned >> 1n) ^ -(unsigned & 1n))
      }
    }
    throw new DecodeError('malformed', 'a 64-bit varint is longer than 10 bytes', start)
  }

  /** A signed 64-bit varint as a number: exact between -2^53 and 2^53, rounded beyond. */
  readVarlongAsNumber(): number {
    const start = this.offset
    let low = 0
    for (let shift = 0; shift < 28; shift += 7) {
      if (start + shift / 7 >= this.end) throw new DecodeError('truncated', 'a varlong is cut off', start)
      const byte = this.bytes[start + shift / 7]!
      low |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.offset = start + shift / 7 + 1
        return unzigzag32(low)
      }
    }
    return Number(this.readVarlong())
  }

  /** The next `length` bytes, as a view on what is read (not a copy). */
  readBytes(length: number): Uint8Array {
    if (length < 0) throw new DecodeError('malformed', `a length of ${length} bytes`, this.offset)
    const start = this.take(length)
    return this.bytes.subarray(start, start + length)
  }

  /** The next `length` bytes as UTF-8. */
  readUtf8(length: number): string {
    if (length < 0) throw new DecodeError('malformed', `a length of ${length} bytes`, this.offset)
    const start = this.take(length)
    return decodeUtf8(this.bytes, start, start + length)
  }

  /** Passes over `length` bytes. */
  skip(length: number): void {
    if (length < 0) throw new DecodeError('malformed', `a length of ${length} bytes`, this.offset)
    this.take(length)
  }
}
