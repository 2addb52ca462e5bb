import { createRequire } from 'node:module'

import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import * as plain from '../src/checksums.ts'
import * as node from '../src/node/checksums.ts'

// One compliance suite for both twins: Java's checksums of the golden corpus, and the buffer-crc32 package, judge.

// Its types know no default export, and its ES module has no other.
const bufferCrc32 = createRequire(import.meta.url)('buffer-crc32') as { unsigned(bytes: Uint8Array): number }

const lines = readGolden<{ base64: string; crc32: number; crc32c: number }>('partitioners/bytes.jsonl')

for (const [name, { crc32, crc32c }] of [
  ['plain', plain],
  ['node', node],
] as const) {
  test(`${name}: the checksums of all golden byte strings are those of Java`, (t) => {
    for (const line of lines) {
      const bytes = new Uint8Array(Buffer.from(line.base64, 'base64'))
      t.is(crc32(bytes), line.crc32)
      t.is(crc32c(bytes), line.crc32c)
    }
    t.is(lines.length, 2000)
    t.log(`${lines.length} byte strings`)
  })

  test(`${name}: the check values of the catalogues`, (t) => {
    const digits = new TextEncoder().encode('123456789')
    t.is(crc32(digits), 0xcbf43926)
    t.is(crc32c(digits), 0xe3069283)
    t.is(crc32(new Uint8Array(0)), 0)
    t.is(crc32c(new Uint8Array(0)), 0)
    // RFC 3720, section B.4.
    t.is(crc32c(new Uint8Array(32)), 0x8a9136aa)
    t.is(crc32c(new Uint8Array(32).fill(255)), 0x62a8ab43)
  })

  test(`${name}: crc32 agrees with buffer-crc32 at every length around the steps of sixteen and the native limit`, (t) => {
    const bytes = Uint8Array.from({ length: 700 }, (_, i) => (i * 37) ^ (i >> 3))
    for (let length = 0; length <= bytes.length; length++) {
      t.is(crc32(bytes, 0, length), bufferCrc32.unsigned(Buffer.from(bytes.subarray(0, length))))
    }
  })

  test(`${name}: a checksum can be gone on with at any place, and any range taken`, (t) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 2000, size: 'max' }),
        fc.nat(),
        fc.nat(),
        (bytes, first, second) => {
          const [start, end] = [first % bytes.length, second % bytes.length].sort((a, b) => a - b) as [number, number]
          for (const crc of [crc32, crc32c]) {
            t.is(crc(bytes, end, bytes.length, crc(bytes, 0, end)), crc(bytes))
            t.is(crc(bytes, start, end), crc(bytes.slice(start, end)))
          }
        },
      ),
    )
  })
}

test('both twins agree on large inputs', (t) => {
  const bytes = Uint8Array.from({ length: 1_000_003 }, (_, i) => (i * i) >> 4)
  t.is(plain.crc32(bytes), node.crc32(bytes))
  t.is(plain.crc32c(bytes), node.crc32c(bytes))
})
