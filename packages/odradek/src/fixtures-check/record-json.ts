import { createHash } from 'node:crypto'

import {
  type AnyRecordBatch,
  decodeControlRecordKey,
  decodeEndTxnMarker,
  type KafkaRecord,
  RecordBatch,
} from '@odradek/records'

/** A record in the corpus's form. */
export interface RecordJson {
  readonly offset: string
  readonly timestamp: string
  readonly key: BytesJson
  readonly value: BytesJson
  /** Of magic 2, as are the headers. */
  readonly sequence?: number
  readonly headers?: readonly { readonly key: string; readonly value: BytesJson }[]
}

/** Base64, or length and hash where there are more than 4,096 bytes. */
export type BytesJson = string | null | { readonly length: number; readonly sha256: string }

/** A record batch, or a message of magic 0 or 1, in the corpus's form. */
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
  readonly records: readonly RecordJson[]
}

/** A record batch of magic 2. */
export interface BatchJsonV2 extends BatchJson {
  readonly partitionLeaderEpoch: number
  readonly baseTimestamp: string
  readonly producerId: string
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly lastSequence: number
  readonly isTransactional: boolean
  readonly isControl: boolean
  readonly deleteHorizonMs: string | null
  readonly control?: { readonly type: string; readonly coordinatorEpoch?: number }
}

const MAX_INLINE_BYTES = 4096

/** What a batch and its records say. Throws DecodeError as reading them does. */
export function batchToJson(batch: AnyRecordBatch): BatchJson {
  const records = [...batch.records()]
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
    maxTimestamp: String(batch.exactMaxTimestamp),
    count: batch.count,
    ...(batch instanceof RecordBatch && v2Json(batch, records)),
    records: records.map(recordToJson),
  }
}

function v2Json(batch: RecordBatch, records: readonly KafkaRecord[]): Omit<BatchJsonV2, keyof BatchJson> {
  return {
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    baseTimestamp: String(batch.exactBaseTimestamp),
    producerId: String(batch.producerId),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: batch.lastSequence,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    deleteHorizonMs: batch.deleteHorizonMs === undefined ? null : String(batch.exactBaseTimestamp),
    ...(batch.isControl && records.length > 0 && { control: controlToJson(records[0]!) }),
  }
}

function recordToJson(record: KafkaRecord): RecordJson {
  const { sequence, headers } = record
  return {
    offset: String(record.offset),
    timestamp: String(record.exactTimestamp),
    key: bytesToJson(record.key),
    value: bytesToJson(record.value),
    ...(record.batch.magic === 2 && {
      sequence,
      headers: headers.map(({ key, value }) => ({ key, value: bytesToJson(value) })),
    }),
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
