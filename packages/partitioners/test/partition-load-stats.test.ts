import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { PartitionLoadStats } from '../src/partition-load-stats.ts'

/** How often each partition is drawn when each number of the range is drawn once. */
function frequencies(stats: PartitionLoadStats): Map<number, number> {
  const found = new Map<number, number>()
  for (let i = 0; i < stats.rangeEnd; i++) {
    const partition = stats.choose(i)
    found.set(partition, (found.get(partition) ?? 0) + 1)
  }
  return found
}

test('the example of KIP-794: queues of 0, 3 and 1 batches make the table 4, 5, 8', (t) => {
  const stats = new PartitionLoadStats()
  stats.update({ partitionCount: 3, partitions: [10, 11, 12], queueSizes: [0, 3, 1] })
  t.is(stats.rangeEnd, 8)
  t.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((i) => stats.choose(i)),
    [10, 10, 10, 10, 11, 12, 12, 12],
  )
  // Larger numbers wrap round.
  t.is(stats.choose(8 * 1000 + 4), 11)
})

test('each partition is drawn as often as its queue is shorter than the longest plus one', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 40 }), (queueSizes) => {
      const stats = new PartitionLoadStats()
      const partitions = queueSizes.map((_, i) => i * 3)
      stats.update({ partitionCount: queueSizes.length, partitions, queueSizes })
      const max = Math.max(...queueSizes)
      if (queueSizes.every((size) => size === max)) {
        t.false(stats.isAdaptive)
        t.is(stats.rangeEnd, 0)
        return
      }
      t.true(stats.isAdaptive)
      const found = frequencies(stats)
      for (const [i, size] of queueSizes.entries()) t.is(found.get(i * 3), max + 1 - size)
    }),
  )
})

test('equal queues are nothing to choose by, unless a partition is left out', (t) => {
  const stats = new PartitionLoadStats()
  stats.update({ partitionCount: 3, partitions: [0, 1, 2], queueSizes: [2, 2, 2] })
  t.false(stats.isAdaptive)
  stats.update({ partitionCount: 3, partitions: [0, 2], queueSizes: [2, 2] })
  t.true(stats.isAdaptive)
  t.deepEqual(
    frequencies(stats),
    new Map([
      [0, 1],
      [2, 1],
    ]),
  )
})

test('one partition left of several is adaptive; one in all, none left, or no load is not', (t) => {
  const stats = new PartitionLoadStats()
  stats.update({ partitionCount: 2, partitions: [1], queueSizes: [7] })
  t.is(stats.rangeEnd, 1)
  t.is(stats.choose(0x7fffffff), 1)
  stats.update({ partitionCount: 1, partitions: [0], queueSizes: [7] })
  t.false(stats.isAdaptive)
  stats.update({ partitionCount: 2, partitions: [1], queueSizes: [7] })
  stats.update({ partitionCount: 2, partitions: [], queueSizes: [] })
  t.false(stats.isAdaptive)
  stats.update({ partitionCount: 2, partitions: [1], queueSizes: [7] })
  stats.update(undefined)
  t.false(stats.isAdaptive)
})

test('a load that shrinks leaves nothing of the larger one behind', (t) => {
  const stats = new PartitionLoadStats()
  stats.update({ partitionCount: 5, partitions: [0, 1, 2, 3, 4], queueSizes: [9, 0, 9, 0, 9] })
  stats.update({ partitionCount: 3, partitions: [1, 2], queueSizes: [0, 1] })
  const random = seededRandom(5)
  for (let i = 0; i < 200; i++) t.true([1, 2].includes(stats.choose(Math.floor(random() * 0x80000000))))
})

test('a load whose lists do not match is refused', (t) => {
  t.throws(() => new PartitionLoadStats().update({ partitionCount: 2, partitions: [0, 1], queueSizes: [1] }), {
    instanceOf: RangeError,
    message: /1 for 2 partitions/,
  })
})
