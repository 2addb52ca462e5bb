// What compaction leaves of one batch (Kafka's MemoryRecords.filterTo and Cleaner.cleanInto).
import { defaultCodecs } from '@odradek/compression'
import { type KafkaRecord, type RecordBatch, RecordBatchBuilder } from '@odradek/records'
import type { CleanedTransactions } from './cleaned-transactions.ts'
import type { OffsetMap } from './offset-map.ts'

/** What compaction goes by. */
export interface FilterSettings {
  readonly map: OffsetMap
  readonly transactions: CleanedTransactions
  /** The round ends before this offset: the batch before it stays, if only its header, so that the log's end does. */
  readonly endOffset: number
  /** The producers that are remembered: the epoch, and the offset of their last records. */
  readonly producers: ReadonlyMap<bigint, { readonly epoch: number; readonly lastOffset: number | undefined }>
  readonly deleteRetentionMs: number
  /** Wall clock, in ms. */
  readonly nowMs: number
}

interface Kept {
  readonly records: KafkaRecord[]
  readonly isWhole: boolean
  readonly hasTombstones: boolean
}

/** The bytes that are left of a batch; undefined where nothing is. */
export function filterBatch(batch: RecordBatch, settings: FilterSettings): Uint8Array | undefined {
  const { transactions, nowMs } = settings
  const canDiscard = batch.isControl ? transactions.onMarker(batch) : transactions.onBatch(batch)
  const horizonMs = batch.deleteHorizonMs
  // A marker whose transaction has no records left is given a horizon first, for readers who are within it.
  const discard = batch.isControl ? canDiscard && horizonMs !== undefined && horizonMs <= nowMs : canDiscard
  const mustStay = isLastOfProducer(batch, settings) || Number(batch.nextOffset) === settings.endOffset
  if (discard && !mustStay) return undefined
  const kept = discard ? { records: [], isWhole: false, hasTombstones: false } : keep(batch, settings)
  if (kept.records.length === 0) return mustStay ? withoutRecords(batch) : undefined
  const needsHorizon = (kept.hasTombstones || (canDiscard && batch.isControl)) && horizonMs === undefined
  if (kept.isWhole && !needsHorizon) return batch.bytes
  return rebuilt(batch, kept.records, needsHorizon ? nowMs + settings.deleteRetentionMs : horizonMs)
}

/** Without its last batch a producer would be forgotten with it, and a retry be taken for something new. */
function isLastOfProducer(batch: RecordBatch, { producers }: FilterSettings): boolean {
  const producer = batch.producerId < 0n ? undefined : producers.get(batch.producerId)
  if (producer === undefined) return false
  if (producer.lastOffset !== undefined) return Number(batch.lastOffset) === producer.lastOffset
  return batch.isControl && batch.producerEpoch === producer.epoch
}

function keep(batch: RecordBatch, settings: FilterSettings): Kept {
  const records: KafkaRecord[] = []
  let isWhole = true
  let hasTombstones = false
  const reader = batch.records()
  for (let record = reader.read(); record !== undefined; record = reader.read()) {
    if (batch.isControl || isKept(record, batch, settings)) {
      records.push(record)
      hasTombstones ||= record.value === null
    } else isWhole = false
  }
  return { records, isWhole, hasTombstones }
}

function isKept(record: KafkaRecord, batch: RecordBatch, { map, nowMs }: FilterSettings): boolean {
  const offset = Number(record.offset)
  if (offset > map.latestOffset) return true
  // A record without a key cannot be in a compacted log, but for one from before the log was compacted.
  if (record.key === null) return false
  if (offset < map.get(record.key)) return false
  const horizonMs = batch.deleteHorizonMs
  return record.value !== null || horizonMs === undefined || nowMs < horizonMs
}

function headerOf(batch: RecordBatch) {
  return {
    baseOffset: batch.baseOffset,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    producerId: batch.producerId,
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    timestampType: batch.timestampType,
    // It keeps the last offset, and with it the last sequence, of the records that are gone.
    lastOffsetDelta: batch.lastOffsetDelta,
  }
}

function withoutRecords(batch: RecordBatch): Uint8Array {
  return new RecordBatchBuilder({ initialCapacity: 0 }).build({ ...headerOf(batch), maxTimestamp: batch.maxTimestamp })
}

function rebuilt(batch: RecordBatch, records: readonly KafkaRecord[], deleteHorizonMs: number | undefined): Uint8Array {
  const horizon = deleteHorizonMs === undefined ? {} : { deleteHorizonMs }
  const builder = new RecordBatchBuilder({ initialCapacity: batch.sizeInBytes + 64, ...horizon })
  for (const { timestamp, key, value, headers, offsetDelta } of records) {
    builder.append(timestamp, key, value, headers, offsetDelta)
  }
  const compression = batch.compressionType === 'none' ? {} : { compression: defaultCodecs.get(batch.compressionType) }
  const appendTime = batch.timestampType === 'LogAppendTime' ? { maxTimestamp: batch.maxTimestamp } : {}
  return builder.build({ ...headerOf(batch), ...compression, ...appendTime })
}
