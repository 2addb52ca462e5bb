import test from 'ava'
import fc from 'fast-check'

import { scala07Partition, scala080Partition, scala082Partition } from '../src/scala-partition.ts'

const hashCodes = fc.oneof(fc.constantFrom(-0x80000000, -0x7fffffff, -1, 0, 1, 0x7fffffff), fc.integer())
const partitionCounts = fc.integer({ min: 1, max: 0x7fffffff })

test('the three generations agree for hash codes of at least 0', (t) => {
  fc.assert(
    fc.property(fc.nat(), partitionCounts, (hashCode, count) => {
      t.is(scala07Partition(hashCode, count), hashCode % count)
      t.is(scala080Partition(hashCode, count), hashCode % count)
      t.is(scala082Partition(hashCode, count), hashCode % count)
    }),
  )
})

test('0.8.0 and 0.8.2 stay within the partitions; 0.7 does so for all hash codes but -2^31', (t) => {
  fc.assert(
    fc.property(hashCodes, partitionCounts, (hashCode, count) => {
      for (const rule of [scala080Partition, scala082Partition, scala07Partition]) {
        const partition = rule(hashCode, count)
        t.true(Number.isInteger(partition) && partition < count)
        if (rule !== scala07Partition || hashCode !== -0x80000000) t.true(partition >= 0)
      }
    }),
  )
})

test('a hash code of -2^31: below 0 in 0.7 unless a power of two divides it, 0 in 0.8', (t) => {
  t.is(scala07Partition(-0x80000000, 3), -2)
  t.is(scala07Partition(-0x80000000, 1000), -648)
  // Not -0, which is no partition in a JSON or a Map.
  t.true(Object.is(scala07Partition(-0x80000000, 8), 0))
  t.is(scala080Partition(-0x80000000, 3), 0)
  t.is(scala082Partition(-0x80000000, 3), 0)
})
