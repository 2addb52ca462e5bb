// The log segments that real brokers wrote, against what librdkafka read back through them.
import { decodeUtf8 } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { readRecords } from '@odradek/records'

import { differences } from '../../packages/odradek/src/fixtures-check/difference.ts'
import { addFailure, addNotCovered, addResult, type Corpus, type VectorTotals } from './corpus.ts'

interface ConsumedRecord {
  readonly offset: number
  readonly tstype?: string
  readonly ts?: number
  readonly headers?: readonly string[]
  readonly key: string | null
  readonly payload: string | null
}

/** Reads every segment whose codec there is code for, records, timestamps and headers. */
export async function checkSegments(corpus: Corpus, totals: VectorTotals): Promise<void> {
  for (const name of corpus.names) {
    if (!name.startsWith('segments/') || !name.endsWith('.log')) continue
    const codec = name.slice(name.lastIndexOf('-') + 1, -'.log'.length)
    if (!defaultCodecs.types.some((type) => type === codec)) {
      addNotCovered(totals, `segments of ${codec}`)
      continue
    }
    try {
      addResult(totals, name, await compare(corpus, name))
    } catch (error) {
      addFailure(totals, `${name}: ${String(error)}`)
    }
  }
}

async function compare(corpus: Corpus, name: string): Promise<string[]> {
  const text = decodeUtf8(await corpus.bytes(name.replace(/\.log$/, '.jsonl')))
  const expected = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fromConsumer(JSON.parse(line) as ConsumedRecord))
  return differences(expected, readSegment(await corpus.bytes(name)))
}

function fromConsumer({ offset, tstype, ts, headers, key, payload }: ConsumedRecord): object {
  return { offset, tstype: tstype ?? null, ts: ts ?? -1, headers: headers ?? [], key, payload }
}

const TIMESTAMP_TYPES = { NoTimestampType: null, CreateTime: 'create', LogAppendTime: 'logappend' }

function readSegment(bytes: Uint8Array): object[] {
  const records: object[] = []
  for (const batch of readRecords(bytes)) {
    batch.ensureValid()
    const tstype = TIMESTAMP_TYPES[batch.timestampType]
    for (const record of batch.records()) {
      const headers = record.headers.flatMap(({ key, value }) => [key, text(value) ?? ''])
      const { offset, timestamp, key, value } = record
      records.push({ offset: Number(offset), tstype, ts: timestamp, headers, key: text(key), payload: text(value) })
    }
  }
  return records
}

function text(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : decodeUtf8(bytes)
}
