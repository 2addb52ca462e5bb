import { DecodeError } from '@odradek/bytes'

import { BATCH_LENGTH, LOG_OVERHEAD, MAGIC } from './record-batch-layout.ts'

// What the formats from Kafka 0.8 on share: an int64 offset, an int32 length, and the magic at byte 16 of each batch or message.

/** The least that a length can say: the fixed fields of a message of magic 0. */
const MIN_LENGTH = 14
const MAX_MAGIC = 2

/**
 * The size of the batch or message at `position`, offset and length included, or -1 where less than the whole of it is left, as at the
 * end of a fetch response. Throws DecodeError as Kafka's reader does: `malformed` (a length less than any header's), `unsupported`
 * (an unknown magic, which is looked at in a batch that is cut off as well).
 */
export function batchSizeAt(view: DataView, position: number): number {
  const left = view.byteLength - position
  if (left < LOG_OVERHEAD) return -1
  const length = view.getInt32(position + BATCH_LENGTH)
  if (length < MIN_LENGTH) {
    throw new DecodeError(
      'malformed',
      `a batch length of ${length}: the least is ${MIN_LENGTH}`,
      position + BATCH_LENGTH,
    )
  }
  if (left <= MAGIC) return -1
  const magic = view.getInt8(position + MAGIC)
  if (magic < 0 || magic > MAX_MAGIC) {
    throw new DecodeError('unsupported', `magic ${magic} is not known`, position + MAGIC)
  }
  return length + LOG_OVERHEAD <= left ? length + LOG_OVERHEAD : -1
}
