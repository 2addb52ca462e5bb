// What generated decoders call for values with a length. Lengths come from outside: each is checked against the bytes that
// are left before anything is made, so that a message can never cost more than its own size.
import { DecodeError } from '@odradek/bytes'
import type { ByteReader } from '@odradek/bytes'

/** Zero bytes: the default of every field of bytes. */
export const EMPTY_BYTES: Uint8Array = /* @__PURE__ */ new Uint8Array(0)

/** Throws where a message has no such version. */
export function checkDecodeVersion(
  reader: ByteReader,
  message: string,
  version: number,
  min: number,
  max: number,
): void {
  if (version >= min && version <= max && Number.isInteger(version)) return
  const versions = min === max ? `only version ${min}` : `versions ${min} to ${max}`
  throw new DecodeError('unsupported', `${message} has ${versions}, not ${version}`, reader.offset)
}

function nullNotAllowed(reader: ByteReader, what: string): DecodeError {
  return new DecodeError('malformed', `${what} is null where the version knows no null`, reader.offset)
}

/** A string after its int16 length. */
export function readString(reader: ByteReader): string {
  const length = reader.readInt16()
  if (length < 0) throw nullNotAllowed(reader, 'a string')
  return reader.readUtf8(length)
}

/** A string after its int16 length, or null. */
export function readNullableString(reader: ByteReader): string | null {
  const length = reader.readInt16()
  return length < 0 ? null : reader.readUtf8(length)
}

/** A string after its length plus one as a varint. */
export function readCompactString(reader: ByteReader): string {
  const length = reader.readUnsignedVarint() - 1
  if (length < 0) throw nullNotAllowed(reader, 'a string')
  return readLimitedUtf8(reader, length)
}

/** A string after its length plus one as a varint, where zero is null. */
export function readCompactNullableString(reader: ByteReader): string | null {
  const length = reader.readUnsignedVarint() - 1
  return length < 0 ? null : readLimitedUtf8(reader, length)
}

function readLimitedUtf8(reader: ByteReader, length: number): string {
  if (length > 0x7fff) {
    throw new DecodeError('malformed', `a string of ${length} bytes is over the limit of 32767`, reader.offset)
  }
  return reader.readUtf8(length)
}

/** Bytes after their int32 length. */
export function readBytes(reader: ByteReader): Uint8Array {
  const length = reader.readInt32()
  if (length < 0) throw nullNotAllowed(reader, 'a field of bytes')
  return reader.readBytes(length)
}

/** Bytes after their int32 length, or null. */
export function readNullableBytes(reader: ByteReader): Uint8Array | null {
  const length = reader.readInt32()
  return length < 0 ? null : reader.readBytes(length)
}

/** Bytes after their length plus one as a varint. */
export function readCompactBytes(reader: ByteReader): Uint8Array {
  const length = reader.readUnsignedVarint() - 1
  if (length < 0) throw nullNotAllowed(reader, 'a field of bytes')
  return reader.readBytes(length)
}

/** Bytes after their length plus one as a varint, where zero is null. */
export function readCompactNullableBytes(reader: ByteReader): Uint8Array | null {
  const length = reader.readUnsignedVarint() - 1
  return length < 0 ? null : reader.readBytes(length)
}

/** The int32 count of an array. */
export function readArrayLength(reader: ByteReader): number {
  return checkedCount(reader, notNull(reader, reader.readInt32()))
}

/** The int32 count of an array; negative for null. */
export function readNullableArrayLength(reader: ByteReader): number {
  return checkedCount(reader, reader.readInt32())
}

/** The count of an array, stored plus one as a varint. */
export function readCompactArrayLength(reader: ByteReader): number {
  return checkedCount(reader, notNull(reader, reader.readUnsignedVarint() - 1))
}

/** The count of an array, stored plus one as a varint; negative for null. */
export function readCompactNullableArrayLength(reader: ByteReader): number {
  return checkedCount(reader, reader.readUnsignedVarint() - 1)
}

function notNull(reader: ByteReader, count: number): number {
  if (count < 0) throw nullNotAllowed(reader, 'an array')
  return count
}

// Every element of every array takes a byte or more: a greater count is a lie, and costs nothing to refuse.
function checkedCount(reader: ByteReader, count: number): number {
  if (count > reader.remaining) {
    throw new DecodeError('truncated', `${count} elements cannot be in ${reader.remaining} bytes`, reader.offset)
  }
  return count
}
