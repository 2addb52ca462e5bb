import { createHash } from 'node:crypto'

import { decodeControlRecordKey, decodeEndTxnMarker, type KafkaRecord, type RecordBatch } from '@odradek/records'

/** A record in the corpus's form. */
export interface RecordJson {
  readonly offset: string
  readonly timestamp: string
  readonly key: BytesJson
  readonly value: BytesJson
  readonly sequence: number
  readonly headers: readonly { readonly key: string; readonly value: BytesJson }[]
}

/** Base64, or length and hash where there are more than 4,096 bytes. */
export type BytesJson = string | null | { readonly length: number; readonly sha256: string }

/** A record batch of magic 2 in the corpus's form. */
export interface BatchJson {
  readonly position: number
  readonly sizeInBytes: number
  readonly magic: number
  readonly crc: number
  readonly attributes: number
  readonly compression: string
  readonly timestampType: string
  readonly baseOffset: string
  readonly lastOffset: string
  readonly maxTimestamp: string
  readonly count: number
  readonly partitionLeaderEpoch: number
  readonly baseTimestamp: string
  readonly producerId: string
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly lastSequence: number
  readonly isTransactional: boolean
  readonly isControl: boolean
  readonly deleteHorizonMs: string | null
  readonly records: readonly RecordJson[]
  readonly control?: { readonly type: string; readonly coordinatorEpoch?: number }
}

const MAX_INLINE_BYTES = 4096

/** What a batch and its records say. Throws DecodeError as reading them does. */
export function batchToJson(batch: RecordBatch): BatchJson {
  const records = [...batch.records()]
  const control = batch.isControl && records.length > 0 ? { control: controlToJson(records[0]!) } : {}
  return {
    position: batch.position,
    sizeInBytes: batch.sizeInBytes,
    magic: batch.magic,
    crc: batch.crc,
    attributes: batch.attributes,
    compression: batch.compressionType,
    timestampType: batch.timestampType,
    baseOffset: String(batch.baseOffset),
    lastOffset: String(batch.lastOffset),
    maxTimestamp: String(batch.maxTimestamp),
    count: batch.count,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    baseTimestamp: String(batch.baseTimestamp),
    producerId: String(batch.producerId),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: batch.lastSequence,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    deleteHorizonMs: batch.deleteHorizonMs === undefined ? null : String(batch.deleteHorizonMs),
    records: records.map(recordToJson),
    ...control,
  }
}

function recordToJson(record: KafkaRecord): RecordJson {
  return {
    offset: String(record.offset),
    timestamp: String(record.timestamp),
    key: bytesToJson(record.key),
    value: bytesToJson(record.value),
    sequence: record.sequence,
    headers: record.headers.map(({ key, value }) => ({ key, value: bytesToJson(value) })),
  }
}

function controlToJson(record: KafkaRecord): { type: string; coordinatorEpoch?: number } {
  const { type } = decodeControlRecordKey(record.key ?? new Uint8Array())
  const javaName = type.toUpperCase().replaceAll('-', '_')
  if (type !== 'commit' && type !== 'abort') return { type: javaName }
  return { type: javaName, coordinatorEpoch: decodeEndTxnMarker(record.value ?? new Uint8Array()).coordinatorEpoch }
}

function bytesToJson(bytes: Uint8Array | null): BytesJson {
  if (bytes === null) return null
  if (bytes.length <= MAX_INLINE_BYTES) return Buffer.from(bytes).toString('base64')
  return { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
