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
export { DEFAULT_MAX_DECOMPRESSED_SIZE, RecordBatch, type RecordLimits } from './record-batch.ts'
export { decodeRecordBatches, RecordBatches } from './record-batches.ts'
export type { RecordHeader, RecordInput } from './record-header.ts'
export type { RecordReader } from './record-reader.ts'
export { incrementSequence } from './sequence.ts'
