// Tagged fields (KIP-482): a count, then for each a tag, the size of its data and the data, in ascending order of tags.
import { DecodeError, EncodeError, sizeOfUnsignedVarint } from '@odradek/bytes'
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import type { UnknownTaggedField } from './message-codec.ts'

/** Reads a tag; throws DecodeError where it is not greater than the one before. */
export function readTag(reader: ByteReader, previousTag: number): number {
  const start = reader.offset
  const tag = reader.readUnsignedVarint()
  if (tag <= previousTag) throw new DecodeError('malformed', `tag ${tag} comes after tag ${previousTag}`, start)
  return tag
}

/** Reads the size of a tagged field's data and returns where the data ends. */
export function readTaggedFieldEnd(reader: ByteReader): number {
  const size = reader.readUnsignedVarint()
  if (size > reader.remaining) {
    throw new DecodeError(
      'truncated',
      `a tagged field of ${size} bytes, and ${reader.remaining} are left`,
      reader.offset,
    )
  }
  return reader.offset + size
}

/** Throws DecodeError where a known tagged field did not take exactly the bytes that it said. */
export function checkTaggedFieldEnd(reader: ByteReader, tag: number, end: number): void {
  if (reader.offset !== end) {
    throw new DecodeError('malformed', `tagged field ${tag} should end at byte ${end}`, reader.offset)
  }
}

/** Keeps a tagged field that the definitions do not know, up to `end`. */
export function readUnknownTaggedField(
  reader: ByteReader,
  known: UnknownTaggedField[] | undefined,
  tag: number,
  end: number,
): UnknownTaggedField[] {
  const fields = known ?? []
  fields.push({ tag, data: reader.readBytes(end - reader.offset) })
  return fields
}

/** Reads the tagged fields of a struct that defines none; undefined where there are none, as almost always. */
export function readUnknownTaggedFields(reader: ByteReader): UnknownTaggedField[] | undefined {
  let fields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    fields = readUnknownTaggedField(reader, fields, tag, readTaggedFieldEnd(reader))
  }
  return fields
}

/** Writes a tag and makes room for the size of its data; to be closed by `endTaggedField` with the result. */
export function beginTaggedField(writer: ByteWriter, tag: number): number {
  writer.writeUnsignedVarint(tag)
  writer.reserve(1)
  return writer.length
}

/** Writes the size of the tagged field whose data began at `start`, moving the data where the size takes more than a byte. */
export function endTaggedField(writer: ByteWriter, start: number): void {
  const end = writer.length
  const size = end - start
  const extra = sizeOfUnsignedVarint(size) - 1
  if (extra > 0) {
    writer.reserve(extra)
    writer.buffer.copyWithin(start + extra, start, end)
  }
  let at = start - 1
  let rest = size
  for (; rest >= 0x80; rest >>>= 7) writer.buffer[at++] = (rest & 0x7f) | 0x80
  writer.buffer[at] = rest
}

/** Writes the tagged fields that the definitions do not know, after the last one that they do (-1: none). */
export function writeUnknownTaggedFields(
  writer: ByteWriter,
  fields: readonly { readonly tag?: number; readonly data?: Uint8Array }[] | undefined,
  lastKnownTag: number,
  struct: string,
): void {
  if (!fields) return
  let previous = lastKnownTag
  for (const { tag = -1, data } of fields) {
    if (!(tag > previous && tag <= 0xffffffff && Number.isInteger(tag))) {
      throw new EncodeError(`${struct}.unknownTaggedFields: tag ${tag} must be greater than ${previous}`)
    }
    if (!(data instanceof Uint8Array)) {
      throw new EncodeError(`${struct}.unknownTaggedFields: tag ${tag} needs its data as a Uint8Array`)
    }
    previous = tag
    writer.writeUnsignedVarint(tag)
    writer.writeUnsignedVarint(data.length)
    writer.writeBytes(data)
  }
}
