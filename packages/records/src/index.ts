export { setBatchBaseOffset, setMaxTimestamp, setProducerState } from './batch-fields.ts'
export {
  type ControlRecordKey,
  type ControlRecordType,
  decodeControlRecordKey,
  decodeEndTxnMarker,
  encodeControlRecordKey,
  encodeEndTxnMarker,
  type EndTxnMarker,
} from './control-record.ts'
export { encodeKafka07MessageSet, type Kafka07MessageSetOptions } from './kafka07/encode-kafka07-message-set.ts'
export { decodeKafka07MessageSet, Kafka07MessageSet } from './kafka07/kafka07-message-set.ts'
export type { Kafka07Message } from './kafka07/kafka07-message.ts'
export type { Kafka07Magic } from './kafka07/message-layout.ts'
export type { KafkaRecord } from './kafka-record.ts'
export {
  type BufferPool,
  RecordBatchBuilder,
  type RecordBatchBuilderOptions,
  type RecordBatchOptions,
} from './record-batch-builder.ts'
export type { TimestampType } from './record-batch-layout.ts'
export type { ConvertOptions } from './legacy/convert-options.ts'
export { downConvertBatch, type DownConvertOptions, downConvertRecords } from './legacy/down-convert.ts'
export { LegacyRecordBatch } from './legacy/legacy-record-batch.ts'
export { type UpConvertOptions, upConvertRecords } from './legacy/up-convert.ts'
export { MessageSetBuilder, type MessageSetBuilderOptions } from './legacy/message-set-builder.ts'
export type { LegacyMagic } from './legacy/message-layout.ts'
export {
  decodeLeaderEpochCheckpoint,
  encodeLeaderEpochCheckpoint,
  type LeaderEpochEntry,
} from './log-files/leader-epoch-checkpoint.ts'
export { decodeOffsetIndex, encodeOffsetIndex, type OffsetIndexEntry } from './log-files/offset-index.ts'
export {
  decodeProducerSnapshot,
  encodeProducerSnapshot,
  type ProducerSnapshotEntry,
} from './log-files/producer-snapshot.ts'
export { decodeTimeIndex, encodeTimeIndex, type TimeIndexEntry } from './log-files/time-index.ts'
export {
  type AbortedTransaction,
  decodeTransactionIndex,
  encodeTransactionIndex,
} from './log-files/transaction-index.ts'
export { type AnyRecordBatch, readRecords } from './read-records.ts'
export { RecordBatch } from './record-batch.ts'
export { type BatchPosition, decodeRecordBatches, RecordBatches } from './record-batches.ts'
export { DEFAULT_MAX_DECOMPRESSED_SIZE, type RecordLimits } from './record-limits.ts'
export type { RecordHeader, RecordInput } from './record-header.ts'
export type { RecordReader } from './record-reader.ts'
export { incrementSequence } from './sequence.ts'
