import {
  type AnyRecordBatch,
  decodeControlRecordKey,
  decodeEndTxnMarker,
  type BatchPosition,
  type KafkaRecord,
  LegacyRecordBatch,
  readRecords,
  RecordBatch,
} from '@odradek/records'

import {
  type BatchSource,
  type Mark,
  type OpenBatch,
  type Place,
  type ShownRecord,
  valueOrFault,
} from './batch-source.ts'
import { timeText } from './bytes-text.ts'

/** Magic 0, 1 and 2, in any mixture: what brokers store from Kafka 0.8 on. */
export function kafka08Source(bytes: Uint8Array): BatchSource {
  const batches = readRecords(bytes)
  return {
    bytes,
    places: () => batches.positions(),
    open(place: Place): OpenBatch {
      const batch = batchAt(bytes, place as BatchPosition)
      return {
        marks: () => marksOf(batch),
        facts: () => factsOf(batch),
        crc: batch.crc,
        ensureValid: () => batch.ensureValid(),
        records: () => recordsOf(batch),
      }
    },
  }
}

function batchAt(bytes: Uint8Array, { position, sizeInBytes, magic }: BatchPosition): AnyRecordBatch {
  const own = bytes.subarray(position, position + sizeInBytes)
  // The class of old messages refuses a magic that is not known.
  return magic === 2 ? new RecordBatch(own, position) : new LegacyRecordBatch(own, position)
}

function marksOf(batch: AnyRecordBatch): Mark[] {
  const marks: Mark[] = [
    { text: `magic ${batch.magic}`, tone: 'plain' },
    { text: offsetsOf(batch), tone: 'plain' },
    { text: countOf(batch), tone: 'plain' },
  ]
  const codec = codecOf(batch)
  if (codec !== 'none') marks.push({ text: codec, tone: 'codec' })
  if (batch.timestampType === 'LogAppendTime') marks.push({ text: 'log append time', tone: 'flag' })
  if (batch.isTransactional) marks.push({ text: 'transactional', tone: 'flag' })
  if (batch.isControl) marks.push({ text: 'control', tone: 'flag' })
  return marks
}

function factsOf(batch: AnyRecordBatch): [string, string][] {
  const facts: [string, string][] = [
    ['Position', `byte ${batch.position}`],
    ['Size', `${batch.sizeInBytes} bytes`],
    ['Magic', String(batch.magic)],
    ['Attributes', `0x${(batch.attributes & 0xffff).toString(16).padStart(4, '0')}`],
    ['Compression', codecOf(batch)],
    ['Timestamp type', batch.timestampType],
    ['Offsets', offsetsOf(batch).replace('offset ', '').replace('offsets ', '')],
    ['Records', valueOrFault(() => batch.count)],
    ['Greatest timestamp', timeText(batch.maxTimestamp)],
  ]
  if (batch.magic < 2) return facts
  const { producerId, producerEpoch, baseSequence, lastSequence } = batch
  return [
    ...facts,
    ['Leader epoch', batch.partitionLeaderEpoch === -1 ? 'none' : String(batch.partitionLeaderEpoch)],
    ['Producer', producerId === -1n ? 'not idempotent' : `id ${producerId}, epoch ${producerEpoch}`],
    ['Sequence', baseSequence === -1 ? 'none' : `${baseSequence} to ${lastSequence}`],
    ['Transactional', batch.isTransactional ? 'yes' : 'no'],
    ['Control batch', batch.isControl ? 'yes' : 'no'],
    ['Delete horizon', batch.deleteHorizonMs === undefined ? 'none' : timeText(batch.deleteHorizonMs)],
  ]
}

function codecOf(batch: AnyRecordBatch): string {
  return valueOrFault(() => batch.compressionType)
}

function offsetsOf(batch: AnyRecordBatch): string {
  try {
    const { baseOffset, lastOffset } = batch
    return baseOffset === lastOffset ? `offset ${lastOffset}` : `offsets ${baseOffset} to ${lastOffset}`
  } catch {
    // Old messages say the first offset only once decompressed, and these cannot be; their records say why.
    return `offsets up to ${batch.lastOffset}`
  }
}

function countOf(batch: AnyRecordBatch): string {
  try {
    return batch.count === 1 ? '1 record' : `${batch.count} records`
  } catch {
    return 'records unknown'
  }
}

function* recordsOf(batch: AnyRecordBatch): Generator<ShownRecord> {
  for (const record of batch.records()) {
    const { offset, timestamp, key, value, headers } = record
    const control = batch.isControl ? { control: controlText(record) } : {}
    yield { offset, timestamp: batch.magic === 0 ? undefined : timestamp, key, value, headers, ...control }
  }
}

function controlText(record: KafkaRecord): string {
  return valueOrFault(() => {
    const { type } = decodeControlRecordKey(record.key ?? new Uint8Array())
    if (type !== 'commit' && type !== 'abort') return type
    const { coordinatorEpoch } = decodeEndTxnMarker(record.value ?? new Uint8Array())
    return `${type} of a transaction, coordinator epoch ${coordinatorEpoch}`
  })
}
