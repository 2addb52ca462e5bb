import { createHash } from 'node:crypto'

import { readGolden } from '@odradek/test-kit'

import type { KafkaRecord } from '../src/kafka-record.ts'
import type { RecordBatch } from '../src/record-batch.ts'

// The golden record batches that Kafka's Java classes made, and what our decoder reads in the same words.

/** Bytes in the corpus: base64, or length and hash of what is longer than 4,096 bytes. */
export type GoldenBytes = string | null | { length: number; sha256: string }

export interface GoldenRecord {
  offset: string
  timestamp: string
  key: GoldenBytes
  value: GoldenBytes
  sequence: number
  headers: { key: string; value: GoldenBytes }[]
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
  partitionLeaderEpoch: number
  baseTimestamp: string
  producerId: string
  producerEpoch: number
  baseSequence: number
  lastSequence: number
  isTransactional: boolean
  isControl: boolean
  deleteHorizonMs: string | null
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

/** Whether all batches of an entry are of magic 2, uncompressed or gzip: what this package reads so far. */
function isRead(entry: GoldenEntry): boolean {
  if (entry.batches.length === 0 && entry.error === null) return entry.magic === null || entry.magic === 2
  if (entry.batches.some(({ magic, compression }) => magic !== 2 || !['none', 'gzip'].includes(compression)))
    return false
  return entry.batches.length > 0 || (entry.magic === 2 && ['none', 'gzip', 'unknown'].includes(entry.compression))
}

const allEntries = ['records/records.jsonl', 'records/records-large.jsonl', 'records/records-corrupt.jsonl'].flatMap(
  (name) => readGolden<GoldenEntry>(name),
)

/** The corpus entries of the given kinds that this package reads. */
export function goldenEntries(...kinds: GoldenEntry['kind'][]): GoldenEntry[] {
  return allEntries.filter((entry) => kinds.includes(entry.kind) && isRead(entry))
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
    timestamp: describeTimestamp(record.timestamp),
    key: describeBytes(record.key),
    value: describeBytes(record.value),
    sequence: record.sequence,
    headers: record.headers.map(({ key, value }) => ({ key, value: describeBytes(value) })),
  }
}

/** What a decoded batch holds, as the corpus would say it; its records are read. */
export function describeBatch(batch: RecordBatch): GoldenBatch {
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
    maxTimestamp: describeTimestamp(batch.maxTimestamp),
    count: batch.count,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    baseTimestamp: describeTimestamp(batch.baseTimestamp),
    producerId: String(batch.producerId),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: batch.lastSequence,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    deleteHorizonMs: batch.deleteHorizonMs === undefined ? null : describeTimestamp(batch.deleteHorizonMs),
    records: Array.from(batch.records(), describeRecord),
  }
}

/** Timestamps are numbers here: what Java says beyond 2^53 is rounded alike. */
function describeTimestamp(timestamp: number): string {
  return String(BigInt(timestamp))
}

/** A corpus batch with its timestamps rounded to numbers, which changes them beyond 2^53 only. */
export function roundedBatch({ control: _control, ...batch }: GoldenBatch): GoldenBatch {
  const rounded = (timestamp: string): string => String(BigInt(Number(timestamp)))
  return {
    ...batch,
    maxTimestamp: rounded(batch.maxTimestamp),
    baseTimestamp: rounded(batch.baseTimestamp),
    records: batch.records.map((record) => ({ ...record, timestamp: rounded(record.timestamp) })),
  }
}
