import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { describePartitioner, partitionerByName, partitionerNames } from '../src/partitioner-by-name.ts'

/** A key that the partitioner of this name takes. */
function keyFor(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith('-integer')) return bytes.subarray(0, 4)
  return name.endsWith('-long') ? bytes.subarray(0, 8) : bytes
}

for (const name of partitionerNames) {
  test(`${name} stays within the partitions, with and without a key`, (t) => {
    const partitioner = partitionerByName(name, seededRandom(7))
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 40 }),
        fc.integer({ min: 1, max: 0x7fffffff }),
        (bytes, partitionCount) => {
          for (const key of [null, keyFor(name, bytes)]) {
            const partition = partitioner.partition({ topic: 't', key, partitionCount })
            t.true(Number.isInteger(partition) && partition >= 0 && partition < partitionCount, String(partition))
          }
        },
      ),
    )
  })

  test(`${name} depends on the key as its description says`, (t) => {
    const { usesKey, doc } = describePartitioner(name)
    const partitions = new Set<number>()
    for (let i = 0; i < 50; i++) {
      const key = keyFor(name, Uint8Array.of(0, 0, 3, 7, 9, 9, 200, 255))
      const partitioner = partitionerByName(name, seededRandom(i))
      if (name === 'java-round-robin')
        for (let j = 0; j < i; j++) partitioner.partition({ topic: 't', key, partitionCount: 97 })
      partitions.add(partitioner.partition({ topic: 't', key, partitionCount: 97 }))
    }
    t.is(partitions.size === 1, usesKey)
    t.regex(doc, /^[^\n]{20,120}$/)
  })

  test(`${name} refuses a topic without partitions`, (t) => {
    const partitioner = partitionerByName(name, seededRandom(7))
    const key = keyFor(name, new Uint8Array(8))
    for (const partitionCount of [0, -1, 1.5, Number.NaN, 2 ** 31]) {
      for (const given of [key, null]) {
        t.throws(() => partitioner.partition({ topic: 't', key: given, partitionCount }), {
          instanceOf: RangeError,
          message: /^partitionCount must be a whole number from 1 to 2147483647, but is /,
        })
      }
    }
  })
}

test('the one partition below 0: 0.7 with a key whose hash code is -2^31', (t) => {
  const key = new TextEncoder().encode('polygenelubricants')
  const partition = (name: string) =>
    partitionerByName(name, Math.random).partition({ topic: 't', key, partitionCount: 3 })
  t.is(partition('scala-0.7'), -2)
  t.is(partition('scala-0.8.0'), 0)
  t.is(partition('scala-0.8.2'), 0)
})

test('a name that is not known is refused with those that are', (t) => {
  for (const name of ['murmur3', 'toString', '__proto__']) {
    t.throws(() => partitionerByName(name, Math.random), {
      instanceOf: RangeError,
      message: /use one of java, java-3\.3/,
    })
    t.throws(() => describePartitioner(name), { instanceOf: RangeError })
  }
})
