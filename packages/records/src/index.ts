export { setBatchBaseOffset, setMaxTimestamp } from './batch-fields.ts'
export {
  type ControlRecordKey,
  type ControlRecordType,
  decodeControlRecordKey,
  decodeEndTxnMarker,
  encodeControlRecordKey,
  encodeEndTxnMarker,
  type EndTxnMarker,
} from './control-record.ts'
export type { KafkaRecord } from './kafka-record.ts'
export { RecordBatchBuilder, type RecordBatchBuilderOptions, type RecordBatchOptions } from './record-batch-builder.ts'
export type { TimestampType } from './record-batch-layout.ts'
export { LegacyRecordBatch } from './legacy/legacy-record-batch.ts'
export type { LegacyMagic } from './legacy/message-layout.ts'
export { type AnyRecordBatch, readRecords } from './read-records.ts'
export { RecordBatch } from './record-batch.ts'
export { type BatchPosition, decodeRecordBatches, RecordBatches } from './record-batches.ts'
export { DEFAULT_MAX_DECOMPRESSED_SIZE, type RecordLimits } from './record-limits.ts'
export type { RecordHeader, RecordInput } from './record-header.ts'
export type { RecordReader } from './record-reader.ts'
export { incrementSequence } from './sequence.ts'
