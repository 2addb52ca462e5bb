import { readdirSync } from 'node:fs'

import { goldenPath, readGolden, readGoldenBytes } from '@odradek/test-kit'
import test from 'ava'

import type { KafkaRecord } from '../src/kafka-record.ts'
import { readRecords } from '../src/read-records.ts'

// Log segments that real brokers of 0.8.2 to 4.3 wrote, and what a librdkafka consumer read back through them.

interface ConsumedRecord {
  offset: number
  ts?: number
  tstype?: string
  headers?: (string | null)[]
  key: string | null
  payload: string | null
}

/** librdkafka's names. */
const TIMESTAMP_TYPES = { CreateTime: 'create', LogAppendTime: 'logappend', NoTimestampType: 'none' } as const

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString())

function describe(record: KafkaRecord): ConsumedRecord {
  const headers = record.headers.flatMap(({ key, value }) => [key, text(value)])
  const { timestamp: ts, key, value } = record
  const tstype = TIMESTAMP_TYPES[record.batch.timestampType]
  return { offset: Number(record.offset), ts, tstype, headers, key: text(key), payload: text(value) }
}

const segments = readdirSync(goldenPath('segments/'))
  .filter((name) => name.endsWith('.log'))
  .map((name) => name.replace(/\.log$/, ''))

for (const name of segments) {
  test(`the segment ${name} reads as librdkafka read it`, (t) => {
    const records: unknown[] = []
    const batches = readRecords(readGoldenBytes(`segments/${name}.log`))
    for (const batch of batches) {
      batch.ensureValid()
      batch.forEach((record) => records.push(describe(record)))
    }
    const expected = readGolden<ConsumedRecord>(`segments/${name}.jsonl`)
    t.deepEqual(
      records,
      // A message of magic 0 has no timestamp: kcat leaves both out.
      expected.map(({ offset, ts = -1, tstype = 'none', headers = [], key, payload }) => ({
        offset,
        ts,
        tstype,
        headers,
        key,
        payload,
      })),
    )
    t.is(batches.validBytes, batches.bytes.length)
    t.is(records.length, 41)
  })
}

test('segments of six versions, in every codec they had, are there', (t) => {
  t.is(segments.length, 25)
})
