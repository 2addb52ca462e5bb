import { sizeOfVarint, utf8Length } from '@odradek/bytes'
import type { RecordHeader } from '@odradek/records'

import type { RecordReceiver } from './record-receiver.ts'

/** A record on its way into a batch. The object is used for the next one as soon as its bytes are written there: who keeps it takes a copy. */
export interface OutgoingRecord {
  /** The partition that the user named; -1: the partitioner's choice. */
  readonly partition: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | string | null
  readonly headers: readonly RecordHeader[] | undefined
  readonly timestamp: number
  /** What it takes in a batch at most: see `recordSizeUpperBound`. */
  readonly sizeInBytes: number
  readonly receiver: RecordReceiver
  /** Handed back to the receiver. */
  readonly tag: number
  /** When its `maxBlockMs` ends, in the clock's milliseconds. */
  readonly deadlineMs: number
}

/** The header of a record batch of magic 2. */
export const BATCH_OVERHEAD = 61
/** The most that a record's length, attributes, deltas and the lengths of key and value take (Java's MAX_RECORD_OVERHEAD). */
const MAX_RECORD_OVERHEAD = 21

/** The most bytes that a record can take within a batch, as Java's DefaultRecord counts them. */
export function recordSizeUpperBound(
  key: Uint8Array | null,
  value: Uint8Array | string | null,
  headers: readonly RecordHeader[] | undefined,
): number {
  let size = MAX_RECORD_OVERHEAD + (key === null ? 0 : key.length)
  if (value !== null) size += typeof value === 'string' ? utf8Length(value) : value.length
  if (headers === undefined) return size
  size += sizeOfVarint(headers.length)
  for (const header of headers) {
    const keyLength = utf8Length(header.key)
    const valueLength = header.value === null ? 0 : header.value.length
    size += sizeOfVarint(keyLength) + keyLength + sizeOfVarint(valueLength) + valueLength
  }
  return size
}
