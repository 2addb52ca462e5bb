import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { StickyPartitioner } from '../src/sticky-partitioner.ts'

const context = { topic: 'orders', key: null, partitionCount: 5 }

test('stays with one partition until a new batch is opened, then takes another', (t) => {
  const partitioner = new StickyPartitioner(seededRandom(1))
  for (let batch = 0; batch < 100; batch++) {
    const partition = partitioner.partition(context)
    for (let i = 0; i < 10; i++) t.is(partitioner.partition(context), partition)
    partitioner.onNewBatch(context, partition)
    t.not(partitioner.partition(context), partition)
  }
})

test('each topic has a partition of its own', (t) => {
  const partitioner = new StickyPartitioner(() => 0)
  const other = { ...context, topic: 'payments' }
  t.is(partitioner.partition(context), 0)
  t.is(partitioner.partition(other), 0)
  partitioner.onNewBatch(context, 0)
  t.is(partitioner.partition(context), 1)
  t.is(partitioner.partition(other), 0)
})

test('a new batch of a partition that was left before does not move it again', (t) => {
  const partitioner = new StickyPartitioner(seededRandom(2))
  const first = partitioner.partition(context)
  partitioner.onNewBatch(context, first)
  const second = partitioner.partition(context)
  partitioner.onNewBatch(context, first)
  t.is(partitioner.partition(context), second)
})

test('takes only partitions that have a leader, where some do', (t) => {
  const partitioner = new StickyPartitioner(seededRandom(3))
  const seen = new Set<number>()
  for (let i = 0; i < 200; i++) {
    const available = { ...context, availablePartitions: [1, 4, 2] }
    const partition = partitioner.partition(available)
    seen.add(partition)
    partitioner.onNewBatch(available, partition)
  }
  t.deepEqual([...seen].sort(), [1, 2, 4])
})

test('with no leader anywhere, or one partition only, it still gives a partition', (t) => {
  const partitioner = new StickyPartitioner(seededRandom(4))
  const none = { ...context, availablePartitions: [] }
  t.true(partitioner.partition(none) < 5)
  const one = { topic: 'one', key: null, partitionCount: 1 }
  t.is(partitioner.partition(one), 0)
  partitioner.onNewBatch(one, 0)
  t.is(partitioner.partition(one), 0)
  const oneAvailable = { topic: 'two', key: null, partitionCount: 3, availablePartitions: [2] }
  t.is(partitioner.partition(oneAvailable), 2)
  partitioner.onNewBatch(oneAvailable, 2)
  t.is(partitioner.partition(oneAvailable), 2)
})

test('a topic that now has fewer partitions gets one of those', (t) => {
  const partitioner = new StickyPartitioner(() => 0.99)
  t.is(partitioner.partition(context), 4)
  t.is(partitioner.partition({ ...context, partitionCount: 2 }), 1)
})

test('spreads its batches evenly', (t) => {
  const partitioner = new StickyPartitioner(seededRandom(5))
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < 10_000; i++) {
    const partition = partitioner.partition(context)
    counts[partition]!++
    partitioner.onNewBatch(context, partition)
  }
  for (const count of counts) t.true(count > 1800 && count < 2200, String(counts))
})

test('never leaves the range of partitions', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 40 }),
      fc.integer(),
      (steps, seed) => {
        const partitioner = new StickyPartitioner(seededRandom(seed))
        for (const [partitionCount, opens] of steps) {
          const partition = partitioner.partition({ ...context, partitionCount })
          t.true(Number.isInteger(partition) && partition >= 0 && partition < partitionCount)
          if (opens) partitioner.onNewBatch({ ...context, partitionCount }, partition)
        }
      },
    ),
  )
})
