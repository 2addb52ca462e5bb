// What generated encoders call for each value: the check that it fits, with an error that names the field, and the write.
import { EncodeError, utf8Length } from '@odradek/bytes'
import type { ByteWriter } from '@odradek/bytes'

const MAX_STRING_LENGTH = 0x7fff
const MIN_INT64 = -0x8000000000000000n
const MAX_INT64 = 0x7fffffffffffffffn

/** Throws where a message has no such version. */
export function checkEncodeVersion(message: string, version: number, min: number, max: number): void {
  if (version >= min && version <= max && Number.isInteger(version)) return
  const versions = min === max ? `only version ${min}` : `versions ${min} to ${max}`
  throw new EncodeError(`${message} has ${versions}, not ${version}`)
}

/** The error for a value other than the default in a field that the version does not have. */
export function notInVersion(field: string, version: number): EncodeError {
  return new EncodeError(
    `${field} does not exist in version ${version}: leave it out, or use a version of the message that has it`,
  )
}

/** The error for null in a field that knows null in other versions only. */
function nullNotInVersion(field: string, version: number): EncodeError {
  return new EncodeError(`${field} cannot be null in version ${version}`)
}

function wrongValue(field: string, type: string, value: unknown): EncodeError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value)
  return new EncodeError(`${field} must be ${type}, not ${shown}`)
}

/** Throws where a struct is not an object. */
export function checkStruct(value: object, field: string): void {
  if (typeof value !== 'object' || value === null) throw wrongValue(field, 'an object', value)
}

/** The value, where the version knows no null. */
export function notNull<T>(value: T | null, field: string, version: number): T {
  if (value === null) throw nullNotInVersion(field, version)
  return value
}

/** One byte. */
export function writeBool(writer: ByteWriter, value: boolean, field: string): void {
  if (typeof value !== 'boolean') throw wrongValue(field, 'true or false', value)
  writer.writeBoolean(value)
}

/** A signed byte. */
export function writeInt8(writer: ByteWriter, value: number, field: string): void {
  if ((value << 24) >> 24 !== value) throw wrongValue(field, 'an integer from -128 to 127', value)
  writer.writeInt8(value)
}

/** Two signed bytes. */
export function writeInt16(writer: ByteWriter, value: number, field: string): void {
  if ((value << 16) >> 16 !== value) throw wrongValue(field, 'an integer from -32768 to 32767', value)
  writer.writeInt16(value)
}

/** Two unsigned bytes. */
export function writeUint16(writer: ByteWriter, value: number, field: string): void {
  if ((value & 0xffff) !== value) throw wrongValue(field, 'an integer from 0 to 65535', value)
  writer.writeInt16(value)
}

/** Four signed bytes. */
export function writeInt32(writer: ByteWriter, value: number, field: string): void {
  if ((value | 0) !== value) throw wrongValue(field, 'an integer from -2147483648 to 2147483647', value)
  writer.writeInt32(value)
}

/** Four unsigned bytes. */
export function writeUint32(writer: ByteWriter, value: number, field: string): void {
  if (value >>> 0 !== value) throw wrongValue(field, 'an integer from 0 to 4294967295', value)
  writer.writeInt32(value)
}

/** Eight signed bytes. */
export function writeInt64(writer: ByteWriter, value: bigint, field: string): void {
  if (typeof value !== 'bigint' || value < MIN_INT64 || value > MAX_INT64) {
    throw wrongValue(field, 'a bigint of at most 64 bits', value)
  }
  writer.writeInt64(value)
}

/** Eight bytes of IEEE 754. */
export function writeFloat64(writer: ByteWriter, value: number, field: string): void {
  if (typeof value !== 'number') throw wrongValue(field, 'a number', value)
  writer.writeFloat64(value)
}

/** Sixteen bytes, given in Kafka's text form. */
export function writeUuid(writer: ByteWriter, value: string, field: string): void {
  if (typeof value !== 'string') throw wrongValue(field, 'a UUID of 22 characters', value)
  writer.writeUuid(value)
}

/** A string after its int16 length. */
export function writeString(writer: ByteWriter, value: string | null, field: string): void {
  if (typeof value !== 'string') throw wrongValue(field, 'a string', value)
  const at = writer.reserve(2)
  const length = writer.writeUtf8(value)
  if (length > MAX_STRING_LENGTH) throw tooLong(field, length)
  writer.buffer[at] = length >> 8
  writer.buffer[at + 1] = length
}

/** A string after its int16 length, or -1 for null. */
export function writeNullableString(writer: ByteWriter, value: string | null, field: string): void {
  if (value === null) writer.writeInt16(-1)
  else writeString(writer, value, field)
}

/** A string after its length plus one as a varint. */
export function writeCompactString(writer: ByteWriter, value: string | null, field: string): void {
  if (typeof value !== 'string') throw wrongValue(field, 'a string', value)
  // UTF-8 takes at most three bytes a unit: up to 42 units the length fits into one byte, and one pass will do.
  if (value.length <= 42) {
    const at = writer.reserve(1)
    const length = writer.writeUtf8(value)
    writer.buffer[at] = length + 1
    return
  }
  const length = utf8Length(value)
  if (length > MAX_STRING_LENGTH) throw tooLong(field, length)
  writer.writeUnsignedVarint(length + 1)
  writer.writeUtf8(value)
}

/** A string after its length plus one as a varint, or zero for null. */
export function writeCompactNullableString(writer: ByteWriter, value: string | null, field: string): void {
  if (value === null) writer.writeUnsignedVarint(0)
  else writeCompactString(writer, value, field)
}

function tooLong(field: string, length: number): EncodeError {
  return new EncodeError(`${field} takes ${length} bytes, and a string can have at most ${MAX_STRING_LENGTH}`)
}

/** Bytes after their int32 length. */
export function writeBytes(writer: ByteWriter, value: Uint8Array | null, field: string): void {
  if (!(value instanceof Uint8Array)) throw wrongValue(field, 'a Uint8Array', value)
  writer.writeInt32(value.length)
  writer.writeBytes(value)
}

/** Bytes after their int32 length, or -1 for null. */
export function writeNullableBytes(writer: ByteWriter, value: Uint8Array | null, field: string): void {
  if (value === null) writer.writeInt32(-1)
  else writeBytes(writer, value, field)
}

/** Bytes after their length plus one as a varint. */
export function writeCompactBytes(writer: ByteWriter, value: Uint8Array | null, field: string): void {
  if (!(value instanceof Uint8Array)) throw wrongValue(field, 'a Uint8Array', value)
  writer.writeUnsignedVarint(value.length + 1)
  writer.writeBytes(value)
}

/** Bytes after their length plus one as a varint, or zero for null. */
export function writeCompactNullableBytes(writer: ByteWriter, value: Uint8Array | null, field: string): void {
  if (value === null) writer.writeUnsignedVarint(0)
  else writeCompactBytes(writer, value, field)
}

/** The int32 count of an array. */
export function writeArrayLength(writer: ByteWriter, value: readonly unknown[] | null, field: string): void {
  if (!Array.isArray(value)) throw wrongValue(field, 'an array', value)
  writer.writeInt32(value.length)
}

/** The int32 count of an array, or -1 for null. */
export function writeNullableArrayLength(writer: ByteWriter, value: readonly unknown[] | null, field: string): void {
  if (value === null) writer.writeInt32(-1)
  else writeArrayLength(writer, value, field)
}

/** The count of an array plus one as a varint. */
export function writeCompactArrayLength(writer: ByteWriter, value: readonly unknown[] | null, field: string): void {
  if (!Array.isArray(value)) throw wrongValue(field, 'an array', value)
  writer.writeUnsignedVarint(value.length + 1)
}

/** The count of an array plus one as a varint, or zero for null. */
export function writeCompactNullableArrayLength(
  writer: ByteWriter,
  value: readonly unknown[] | null,
  field: string,
): void {
  if (value === null) writer.writeUnsignedVarint(0)
  else writeCompactArrayLength(writer, value, field)
}
