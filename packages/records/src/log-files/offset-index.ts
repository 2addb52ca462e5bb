import { ByteWriter, DecodeError } from '@odradek/bytes'

import { fixedEntries, relativeOffset } from './fixed-entries.ts'

// Kafka's offset index, the `.index` file of a log segment: 8 bytes an entry, int32 offset relative to the segment's base offset,
// int32 position in its `.log` file.

const ENTRY_SIZE = 8

/** Where in a segment's `.log` file a batch lies. */
export interface OffsetIndexEntry {
  /** The offset, as Kafka's brokers from 0.10.1 on write it the last, of the batch at the position. */
  offset: bigint
  /** Where in the `.log` file the batch begins. */
  position: number
}

/**
 * Reads an offset index; `baseOffset` is the number in the file's name. The zeros that an open file is preallocated with are passed
 * over. Throws DecodeError where the size is no multiple of 8 (`truncated`) or offsets do not rise or positions fall (`malformed`).
 */
export function decodeOffsetIndex(bytes: Uint8Array, baseOffset: bigint): OffsetIndexEntry[] {
  const entries: OffsetIndexEntry[] = []
  let last: OffsetIndexEntry | undefined
  for (const { view, at } of fixedEntries(bytes, ENTRY_SIZE)) {
    const entry = { offset: baseOffset + BigInt(view.getInt32(at)), position: view.getInt32(at + 4) }
    if (entry.offset < baseOffset || (last !== undefined && entry.offset <= last.offset)) {
      throw new DecodeError('malformed', `offset ${entry.offset} after ${last?.offset ?? baseOffset}`, at)
    }
    if (entry.position < (last?.position ?? 0)) {
      throw new DecodeError('malformed', `position ${entry.position} after ${last?.position ?? 0}`, at + 4)
    }
    entries.push(entry)
    last = entry
  }
  return entries
}

/** Writes an offset index. Throws EncodeError where an offset lies before the base offset or 2^31 or more beyond it. */
export function encodeOffsetIndex(entries: Iterable<OffsetIndexEntry>, baseOffset: bigint): Uint8Array {
  const writer = new ByteWriter()
  for (const { offset, position } of entries) {
    writer.writeInt32(relativeOffset(offset, baseOffset))
    writer.writeInt32(position)
  }
  return writer.bytes()
}
