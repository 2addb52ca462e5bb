import { createHash } from 'node:crypto'

import { readGolden } from '@odradek/test-kit'

import type { KafkaRecord } from '../src/kafka-record.ts'
import type { AnyRecordBatch } from '../src/read-records.ts'
import { RecordBatch } from '../src/record-batch.ts'

// The golden record batches that Kafka's Java classes made, and what our decoder reads in the same words.

/** Bytes in the corpus: base64, or length and hash of what is longer than 4,096 bytes. */
export type GoldenBytes = string | null | { length: number; sha256: string }

export interface GoldenRecord {
  offset: string
  timestamp: string
  key: GoldenBytes
  value: GoldenBytes
  sequence?: number
  headers?: { key: string; value: GoldenBytes }[]
}

export interface GoldenBatch {
  position: number
  sizeInBytes: number
  magic: number
  crc: number
  attributes: number
  compression: string
  timestampType: string
  baseOffset: string
  lastOffset: string
  maxTimestamp: string
  count: number
  partitionLeaderEpoch?: number
  baseTimestamp?: string
  producerId?: string
  producerEpoch?: number
  baseSequence?: number
  lastSequence?: number
  isTransactional?: boolean
  isControl?: boolean
  deleteHorizonMs?: string | null
  control?: { type: string; coordinatorEpoch?: number }
  records: GoldenRecord[]
}

export interface GoldenEntry {
  name: string
  kind: 'valid' | 'truncated' | 'corrupt' | 'tolerated' | 'bomb'
  magic: number | null
  compression: string
  size: number
  base64: string
  batches: GoldenBatch[]
  error: { stage: string } | null
  recordsRead: number
  trailingBytes: number
  decompressedBytes?: number
}

const allEntries = ['records/records.jsonl', 'records/records-large.jsonl', 'records/records-corrupt.jsonl'].flatMap(
  (name) => readGolden<GoldenEntry>(name),
)

/** The corpus entries of the given kinds. */
export function goldenEntries(...kinds: GoldenEntry['kind'][]): GoldenEntry[] {
  return allEntries.filter(({ kind }) => kinds.includes(kind))
}

/** All entries, whatever their format. */
export function everyGoldenEntry(): GoldenEntry[] {
  return allEntries
}

/** The bytes of an entry, as a plain Uint8Array of its own. */
export function goldenBytes(entry: GoldenEntry): Uint8Array {
  return new Uint8Array(Buffer.from(entry.base64, 'base64'))
}

function describeBytes(bytes: Uint8Array | null): GoldenBytes {
  if (bytes === null) return null
  if (bytes.length <= 4096) return Buffer.from(bytes).toString('base64')
  return { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What a decoded record holds, as the corpus would say it. */
export function describeRecord(record: KafkaRecord): GoldenRecord {
  return {
    offset: String(record.offset),
    timestamp: String(record.exactTimestamp),
    key: describeBytes(record.key),
    value: describeBytes(record.value),
    ...(record.batch.magic === 2 && {
      sequence: record.sequence,
      headers: record.headers.map(({ key, value }) => ({ key, value: describeBytes(value) })),
    }),
  }
}

/** What a decoded batch holds, as the corpus would say it; its records are read. */
export function describeBatch(batch: AnyRecordBatch): Omit<GoldenBatch, 'control'> {
  const records = Array.from(batch.records(), describeRecord)
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
    ...(batch instanceof RecordBatch && describeProducer(batch)),
    records,
  }
}

function describeProducer(batch: RecordBatch): Partial<GoldenBatch> {
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
  }
}

/** A corpus batch without what its control records mean, which control-record.test.ts compares. */
export function withoutControl({ control: _control, ...batch }: GoldenBatch): Omit<GoldenBatch, 'control'> {
  return batch
}
