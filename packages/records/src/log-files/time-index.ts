import { ByteWriter, DecodeError } from '@odradek/bytes'

import { fixedEntries, relativeOffset } from './fixed-entries.ts'

// Kafka's time index (KIP-33), the `.timeindex` file of a log segment: 12 bytes an entry, int64 timestamp, int32 offset relative to the
// segment's base offset.

const ENTRY_SIZE = 12

/** No record up to `offset` has a greater timestamp. */
export interface TimeIndexEntry {
  /** Milliseconds since 1970. Rounded beyond 2^53. */
  timestamp: number
  offset: bigint
}

/**
 * Reads a time index; `baseOffset` is the number in the file's name. The zeros that an open file is preallocated with are passed over.
 * Throws DecodeError where the size is no multiple of 12 (`truncated`) or timestamps do not rise or offsets fall (`malformed`).
 */
export function decodeTimeIndex(bytes: Uint8Array, baseOffset: bigint): TimeIndexEntry[] {
  const entries: TimeIndexEntry[] = []
  let lastTimestamp: bigint | undefined
  let lastOffset = baseOffset
  for (const { view, at } of fixedEntries(bytes, ENTRY_SIZE)) {
    const timestamp = view.getBigInt64(at)
    const offset = baseOffset + BigInt(view.getInt32(at + 8))
    if (lastTimestamp !== undefined && timestamp <= lastTimestamp) {
      throw new DecodeError('malformed', `timestamp ${timestamp} after ${lastTimestamp}`, at)
    }
    if (offset < lastOffset) throw new DecodeError('malformed', `offset ${offset} after ${lastOffset}`, at + 8)
    entries.push({ timestamp: Number(timestamp), offset })
    lastTimestamp = timestamp
    lastOffset = offset
  }
  return entries
}

/** Writes a time index. Throws EncodeError where an offset lies before the base offset or 2^31 or more beyond it. */
export function encodeTimeIndex(entries: Iterable<TimeIndexEntry>, baseOffset: bigint): Uint8Array {
  const writer = new ByteWriter()
  for (const { timestamp, offset } of entries) {
    writer.writeInt64FromNumber(timestamp)
    writer.writeInt32(relativeOffset(offset, baseOffset))
  }
  return writer.bytes()
}
