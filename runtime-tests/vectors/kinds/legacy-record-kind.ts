import { createHash } from 'node:crypto'

import { DecodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { type AnyRecordBatch, type KafkaRecord, readRecords } from '@odradek/records'

import {
  base64Field,
  type CaseResult,
  type CorpusEntry,
  type CorpusKind,
  resultOf,
} from '../../../packages/odradek/src/fixtures-check/corpus-entry.ts'
import { differences } from '../../../packages/odradek/src/fixtures-check/difference.ts'
import { readUntilError } from './read-until-error.ts'

interface BatchJson extends CorpusEntry {
  readonly magic: number
  readonly records: readonly CorpusEntry[]
}

/** `records/`: entries with messages of magic 0 or 1 in them, as Java reads them, or refuses to. */
export const legacyRecordKind: CorpusKind = {
  name: 'message set',
  recognises: (entry) => 'base64' in entry && 'batches' in entry && [entry, ...batchesOf(entry)].some(isLegacy),
  describe: (entry) => `${String(entry['name'])} ${String(entry['kind'])}`,
  check,
}

function isLegacy({ magic }: CorpusEntry): boolean {
  return magic === 0 || magic === 1
}

function batchesOf(entry: CorpusEntry): readonly BatchJson[] {
  return entry['batches'] as readonly BatchJson[]
}

function check(entry: CorpusEntry): CaseResult {
  const bytes = base64Field(entry, 'base64')
  if (entry['kind'] === 'bomb') return checkBomb(entry, bytes)
  const { items, error } = readUntilError(readWhole(bytes))
  const last = items.at(-1)
  const trailingBytes = bytes.length - (last === undefined ? 0 : last.position + last.sizeInBytes)
  const expected = batchesOf(entry).map((batch) => pick(batch, batch))
  const found = differences(
    expected,
    items.map(({ json }, i) => pick(json, expected[i] ?? json)),
  )
  if (entry['kind'] === 'corrupt') {
    // A length beyond the end is also what a fetch response that is cut off looks like: left unread, which is as good.
    return resultOf([
      error === undefined && trailingBytes === 0 ? 'expected to be refused, was read' : undefined,
      ...found,
    ])
  }
  return resultOf([
    error === undefined ? undefined : `refused: ${error.message}`,
    ...found,
    ...differences({ trailingBytes: entry['trailingBytes'] }, { trailingBytes }),
  ])
}

function checkBomb(entry: CorpusEntry, bytes: Uint8Array): CaseResult {
  const maxDecompressedSize = Number(entry['decompressedBytes']) - 1
  try {
    for (const batch of readRecords(bytes)) batch.records(defaultCodecs, { maxDecompressedSize })
  } catch (error) {
    if (DecodeError.is(error)) return resultOf(differences('too-large', error.reason))
    throw error
  }
  return resultOf([`a limit of ${maxDecompressedSize} bytes did not stop it`])
}

interface Read {
  readonly position: number
  readonly sizeInBytes: number
  readonly json: BatchJson
}

function* readWhole(bytes: Uint8Array): Generator<Read> {
  for (const batch of readRecords(bytes)) {
    batch.ensureValid()
    yield { position: batch.position, sizeInBytes: batch.sizeInBytes, json: batchToJson(batch) }
  }
}

/** What a batch says in the corpus's words, but for what only batches of magic 2 have: other entries are about those. */
function batchToJson(batch: AnyRecordBatch): BatchJson {
  const records = Array.from(batch.records(), recordToJson)
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
    records,
  }
}

const BATCH_FIELDS = [
  ...['position', 'sizeInBytes', 'magic', 'crc', 'attributes', 'compression', 'timestampType'],
  ...['baseOffset', 'lastOffset', 'maxTimestamp', 'count'],
]

function pick(batch: BatchJson, shape: BatchJson | CorpusEntry): CorpusEntry {
  const fields = BATCH_FIELDS.filter((field) => field in shape).map((field) => [field, batch[field]])
  const records = batch.records.map(({ offset, timestamp, key, value }) => ({ offset, timestamp, key, value }))
  return { ...Object.fromEntries(fields), records }
}

function recordToJson({ offset, exactTimestamp, key, value }: KafkaRecord): CorpusEntry {
  return { offset: String(offset), timestamp: String(exactTimestamp), key: bytesToJson(key), value: bytesToJson(value) }
}

function bytesToJson(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null
  if (bytes.length <= 4096) return Buffer.from(bytes).toString('base64')
  return { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
