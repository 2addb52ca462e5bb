import { readFileSync } from 'node:fs'

import { type KafkaRecord, readRecords } from '@odradek/records'

import { CorpusEntryError, resultOf } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind, EntryPlace } from './corpus-entry.ts'
import { differences } from './difference.ts'

/** `segments/`: what a librdkafka consumer read through a broker, against the log segment that this broker had written. */
export const segmentKind: CorpusKind = {
  name: 'segment',
  recognises: (entry) => 'payload' in entry && 'offset' in entry && 'broker' in entry,
  describe: (entry) => `offset ${String(entry['offset'])}`,
  check,
  checkEnd,
}

/** librdkafka's names. */
const TIMESTAMP_TYPES = { CreateTime: 'create', LogAppendTime: 'logappend', NoTimestampType: undefined } as const

interface Segment {
  readonly filePath: string
  readonly records: readonly object[]
  /** Bytes after the last whole batch. */
  readonly trailingBytes: number
}

/** The lines of one file follow each other: its segment is read once. */
let lastRead: Segment | undefined

function check(entry: CorpusEntry, { filePath, index }: EntryPlace): CaseResult {
  const { tstype, ts, offset, headers, key, payload } = entry
  const expected = { offset, tstype, ts, headers, key, payload }
  const actual = segmentOf(filePath).records[index]
  if (actual === undefined) return { outcome: 'failed', differences: ['the segment holds no such record'] }
  return resultOf(differences(expected, actual))
}

function checkEnd(filePath: string): string[] {
  const { records, trailingBytes } = segmentOf(filePath)
  return differences(
    { trailingBytes: 0, moreRecords: 0 },
    { trailingBytes, moreRecords: Math.max(0, records.length - lines(filePath)) },
  )
}

function lines(filePath: string): number {
  return readFileSync(filePath, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length
}

function segmentOf(filePath: string): Segment {
  if (lastRead?.filePath === filePath) return lastRead
  const batches = readRecords(readSegment(filePath))
  const records: object[] = []
  for (const batch of batches) {
    batch.ensureValid()
    batch.forEach((record) => records.push(consumed(record)))
  }
  lastRead = { filePath, records, trailingBytes: batches.bytes.length - batches.validBytes }
  return lastRead
}

function readSegment(filePath: string): Uint8Array {
  const path = filePath.replace(/\.jsonl$/, '.log')
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CorpusEntryError(`there is no segment ${path} beside it`)
    }
    throw error
  }
}

/** A record in the form of kcat's JSON. What a format does not have, kcat leaves out. */
function consumed(record: KafkaRecord): object {
  const { batch, timestamp } = record
  const headers = record.headers.flatMap(({ key, value }) => [key, text(value)])
  const tstype = TIMESTAMP_TYPES[batch.timestampType]
  return {
    offset: Number(record.offset),
    tstype,
    ts: tstype === undefined ? undefined : timestamp,
    headers: headers.length === 0 ? undefined : headers,
    key: text(record.key),
    payload: text(record.value),
  }
}

function text(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
