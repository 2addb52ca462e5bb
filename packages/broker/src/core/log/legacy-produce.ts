// What producers of Kafka 0.8 to 0.10 send: message sets of magic 0 and 1, which the log keeps as batches of magic 2.
import { DecodeError } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { readRecords, upConvertRecords } from '@odradek/records'

/** The batches that hold the messages of a Produce 0-2, without offsets; or the error code that refuses them. */
export function batchesOfMessageSet(bytes: Uint8Array | null): Uint8Array[] | number {
  if (bytes === null) return ErrorCode.CORRUPT_MESSAGE
  try {
    for (const batch of readRecords(bytes)) {
      if (batch.magic >= 2) return ErrorCode.UNSUPPORTED_FOR_MESSAGE_FORMAT
      batch.ensureValid()
    }
    return Array.from(readRecords(upConvertRecords(bytes, 2, { renumber: true })), (batch) => batch.bytes)
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return ErrorCode.CORRUPT_MESSAGE
  }
}
