import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'
import murmurhash from 'murmurhash-js'

import { murmur2, toPositive } from '../src/murmur2.ts'

interface BytesLine {
  base64: string
  murmur2: number
  partitionCounts: number[]
  murmur2Partition: number[]
}

const lines = readGolden<BytesLine>('partitioners/bytes.jsonl')

test('hashes and partitions of all golden byte strings are those of Java', (t) => {
  for (const line of lines) {
    const hash = murmur2(Buffer.from(line.base64, 'base64'))
    t.is(hash, line.murmur2, line.base64)
    t.deepEqual(
      line.partitionCounts.map((count) => toPositive(hash) % count),
      line.murmur2Partition,
    )
  }
  t.is(lines.length, 2000)
  t.log(`${lines.length} byte strings`)
})

test('agrees with the murmurhash-js package on random bytes', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      t.is(murmur2(bytes), murmurhash.murmur2(Buffer.from(bytes).toString('latin1'), 0x9747b28c) | 0)
    }),
    { numRuns: 1000 },
  )
})

test('does not depend on where the bytes lie', (t) => {
  const key = Uint8Array.of(0, 255, 1, 2, 3, 128, 9)
  const within = new Uint8Array(20)
  within.set(key, 5)
  t.is(murmur2(within.subarray(5, 12)), murmur2(key))
})

test('toPositive drops the sign bit', (t) => {
  t.is(toPositive(-1), 0x7fffffff)
  t.is(toPositive(-0x80000000), 0)
  t.is(toPositive(5), 5)
})
