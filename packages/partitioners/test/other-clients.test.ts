// Against what the code of kafkajs and @platformatic/kafka gave (vectors/README.md), and against buffer-crc32.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import test from 'ava'
import fc from 'fast-check'

import { crc32Partition } from '../src/crc32-partition.ts'
import { kafkajsLegacyPartition } from '../src/kafkajs-legacy-partition.ts'
import type { KeyPartition } from '../src/key-partition.ts'
import { murmur2Partition } from '../src/murmur2-partition.ts'
import { partitionerByName } from '../src/partitioner-by-name.ts'
import { platformaticPartition } from '../src/platformatic-partition.ts'

// Its types know no default export, and its ES module has no other.
const bufferCrc32 = createRequire(import.meta.url)('buffer-crc32') as { unsigned(bytes: Uint8Array): number }

type Column = 'kafkajsLegacy' | 'kafkajsDefault' | 'platformaticDefault' | 'platformaticCompatibility'
type Line = { base64: string } & Record<Column, number[]>

const [head, ...texts] = readFileSync(new URL('vectors/peers.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const { partitionCounts } = JSON.parse(head!) as { partitionCounts: number[] }
const lines = texts.map((text) => JSON.parse(text) as Line)
const keyOf = (line: Line) => new Uint8Array(Buffer.from(line.base64, 'base64'))

const sameAs = test.macro({
  title: (_given, column: Column) => `keys go where the code of ${column} sends them`,
  exec(t, column: Column, rule: KeyPartition, name: string) {
    const partitioner = partitionerByName(name, Math.random)
    for (const line of lines) {
      const key = keyOf(line)
      t.deepEqual(
        partitionCounts.map((count) => rule(key, count)),
        line[column],
        line.base64,
      )
      t.deepEqual(
        partitionCounts.map((partitionCount) => partitioner.partition({ topic: 't', key, partitionCount })),
        line[column],
        line.base64,
      )
    }
    t.is(lines.length, 353)
    t.log(`${lines.length * partitionCounts.length} partitions`)
  },
})

test(sameAs, 'kafkajsLegacy', kafkajsLegacyPartition, 'kafkajs-legacy')
test(sameAs, 'kafkajsDefault', murmur2Partition, 'kafkajs')
test(sameAs, 'platformaticDefault', platformaticPartition, 'platformatic')
test(sameAs, 'platformaticCompatibility', murmur2Partition, 'java')

test('the vectors tell the variants from Java: the legacy one for most keys, platformatic’s for those with the sign bit', (t) => {
  const last = partitionCounts.length - 1
  const differing = (column: Column) => lines.filter((line) => line[column][last] !== line.kafkajsDefault[last]).length
  t.true(differing('kafkajsLegacy') > lines.length * 0.9)
  t.true(differing('platformaticDefault') > lines.length * 0.4)
  t.true(differing('platformaticDefault') < lines.length * 0.6)
  t.is(differing('platformaticCompatibility'), 0)
})

test('librdkafka’s consistent agrees with the buffer-crc32 package', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.integer({ min: 1, max: 5000 }), (key, partitionCount) => {
      t.is(crc32Partition(key, partitionCount), bufferCrc32.unsigned(Buffer.from(key)) % partitionCount)
    }),
  )
})
