import { readdirSync } from 'node:fs'

import { goldenPath, readGolden, readGoldenBytes } from '@odradek/test-kit'
import test from 'ava'

import type { KafkaRecord } from '../src/kafka-record.ts'
import { decodeRecordBatches } from '../src/record-batches.ts'

// Log segments that real brokers from 0.11 on wrote, and what a librdkafka consumer read back through them.

interface ConsumedRecord {
  offset: number
  ts: number
  tstype: string
  headers?: (string | null)[]
  key: string | null
  payload: string | null
}

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString())

function describe(record: KafkaRecord): Omit<ConsumedRecord, 'tstype'> {
  const headers = record.headers.flatMap(({ key, value }) => [key, text(value)])
  const { timestamp: ts, key, value } = record
  return { offset: Number(record.offset), ts, headers, key: text(key), payload: text(value) }
}

const segments = readdirSync(goldenPath('segments/'))
  .filter((name) => /-(none|gzip)\.log$/.test(name) && !/^0\.(8|9|10)\./.test(name))
  .map((name) => name.replace(/\.log$/, ''))

for (const name of segments) {
  test(`the segment ${name} reads as librdkafka read it`, (t) => {
    const records: unknown[] = []
    const batches = decodeRecordBatches(readGoldenBytes(`segments/${name}.log`))
    for (const batch of batches) {
      batch.ensureValid()
      batch.forEach((record) => records.push(describe(record)))
    }
    const expected = readGolden<ConsumedRecord>(`segments/${name}.jsonl`)
    t.deepEqual(
      records,
      expected.map(({ offset, ts, headers = [], key, payload }) => ({ offset, ts, headers, key, payload })),
    )
    t.is(batches.validBytes, batches.bytes.length)
    t.is(records.length, 41)
  })
}
