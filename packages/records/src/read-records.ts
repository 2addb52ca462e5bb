import { legacyRecordBatchAt, type LegacyRecordBatch } from './legacy/legacy-record-batch.ts'
import { recordBatchAt, RecordBatches } from './record-batches.ts'
import type { RecordBatch } from './record-batch.ts'

/** A batch of any format from Kafka 0.8 on; its `magic` tells which. */
export type AnyRecordBatch = RecordBatch | LegacyRecordBatch

/**
 * Cuts bytes into batches of magic 0, 1 and 2, lazily, in any mixture, as a broker stores them. A message of magic 0 or 1 is a batch of
 * its own: one record, or the compressed set within it. A tail that is cut off is passed over; `validBytes` says where it begins.
 */
export function readRecords(bytes: Uint8Array): RecordBatches<AnyRecordBatch> {
  return new RecordBatches<AnyRecordBatch>(bytes, (batch, position, magic) =>
    magic === 2 ? recordBatchAt(batch, position, magic) : legacyRecordBatchAt(batch, position, magic),
  )
}
