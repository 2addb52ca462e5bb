import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { java33Partitioner } from '../src/java-partitioners.ts'
import type { PartitionContext, Partitioner } from '../src/partitioner.ts'
import { UniformPartitioner } from '../src/uniform-partitioner.ts'

const context: PartitionContext = { topic: 'orders', key: null, partitionCount: 5 }

/** Numbers whose upper 31 bits are the given ones, in turn. */
function drawing(...numbers: number[]): () => number {
  let next = 0
  return () => numbers[next++ % numbers.length]! / 0x80000000
}

/** Sends `count` records of 100 bytes, in batches that are full after `batchBytes`; tells how many went to each partition. */
function produce(partitioner: Partitioner, context: PartitionContext, count: number, batchBytes: number): number[] {
  const sent = new Array<number>(context.partitionCount).fill(0)
  const open = new Array<number>(context.partitionCount).fill(0)
  for (let i = 0; i < count; i++) {
    const partition = partitioner.partition(context)
    sent[partition]!++
    open[partition]! += 100
    const isFull = open[partition]! >= batchBytes
    if (isFull) open[partition] = 0
    partitioner.onRecordAppended!(context, partition, 100, isFull)
  }
  return sent
}

test('stays with a partition until it has got batchSize bytes, then draws another', (t) => {
  const partitioner = new UniformPartitioner(drawing(7, 13), { batchSize: 1000 })
  t.is(partitioner.partition(context), 2)
  partitioner.onRecordAppended(context, 2, 999, true)
  t.is(partitioner.partition(context), 2)
  partitioner.onRecordAppended(context, 2, 1, true)
  t.is(partitioner.partition(context), 3)
})

test('does not leave a batch that is not full, until twice batchSize', (t) => {
  const partitioner = new UniformPartitioner(drawing(0, 1), { batchSize: 1000 })
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended(context, 0, 1999, false)
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended(context, 0, 1, false)
  t.is(partitioner.partition(context), 1)
})

test('a move that was put off is made up for when all batches are full', (t) => {
  const partitioner = new UniformPartitioner(drawing(0, 1), { batchSize: 1000 })
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended(context, 0, 1200, false)
  partitioner.onRecordAppended(context, 0, 0, true)
  t.is(partitioner.partition(context), 1)
})

test('bytes appended elsewhere, as by records with keys, do not count', (t) => {
  const partitioner = java33Partitioner(drawing(0, 1), { batchSize: 1000 })
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended!({ ...context, key: Uint8Array.of(1) }, 0, 5000, true)
  partitioner.onRecordAppended!(context, 4, 5000, true)
  partitioner.onRecordAppended!({ ...context, topic: 'never asked' }, 0, 5000, true)
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended!(context, 0, 1000, true)
  t.is(partitioner.partition(context), 1)
})

test('a batchSize of 0 counts as 1, as in Java; one below 0 is refused', (t) => {
  const partitioner = new UniformPartitioner(drawing(0, 1), { batchSize: 0 })
  t.is(partitioner.partition(context), 0)
  partitioner.onRecordAppended(context, 0, 1, true)
  t.is(partitioner.partition(context), 1)
  t.throws(() => new UniformPartitioner(Math.random, { batchSize: -1 }), { instanceOf: RangeError })
})

test('draws among the partitions with a leader, or all where none has', (t) => {
  const partitioner = new UniformPartitioner(drawing(4), { batchSize: 1 })
  t.is(partitioner.partition({ ...context, topic: 'a', availablePartitions: [3, 1, 2] }), 1)
  t.is(partitioner.partition({ ...context, topic: 'b', availablePartitions: [] }), 4)
})

test('a topic that now has fewer partitions gets one of those, whatever an old load says', (t) => {
  const partitioner = new UniformPartitioner(drawing(9), { batchSize: 1 })
  partitioner.onTopicLoad('orders', { partitionCount: 5, partitions: [4], queueSizes: [0] })
  t.is(partitioner.partition(context), 4)
  t.is(partitioner.partition({ ...context, partitionCount: 2 }), 1)
})

test('without a load all partitions get the same number of bytes', (t) => {
  const sent = produce(new UniformPartitioner(seededRandom(1), { batchSize: 1000 }), context, 200_000, 1000)
  for (const count of sent) t.true(Math.abs(count - 40_000) < 2000, sent.join(' '))
})

test('partitions with shorter queues get more, in the ratio of the table', (t) => {
  const partitioner = new UniformPartitioner(seededRandom(2), { batchSize: 1000 })
  partitioner.onTopicLoad('orders', { partitionCount: 5, partitions: [0, 1, 2, 4], queueSizes: [0, 3, 1, 2] })
  const sent = produce(partitioner, context, 200_000, 1000)
  // 4, 1, 3 and 2 of 10; partition 3 is left out but for the first choice, which has been made before any load was known.
  const expected = [80_000, 20_000, 60_000, 0, 40_000]
  for (const [i, count] of sent.entries()) t.true(Math.abs(count - expected[i]!) < 3000, sent.join(' '))
  t.is(sent[3], 0)

  partitioner.onTopicLoad('orders', undefined)
  const evenly = produce(partitioner, context, 200_000, 1000)
  for (const count of evenly) t.true(Math.abs(count - 40_000) < 2000, evenly.join(' '))
})

test('with adaptivePartitioning: false a load changes nothing', (t) => {
  const partitioner = new UniformPartitioner(seededRandom(3), { batchSize: 1000, adaptivePartitioning: false })
  partitioner.onTopicLoad('orders', { partitionCount: 5, partitions: [0, 1], queueSizes: [0, 50] })
  const sent = produce(partitioner, context, 100_000, 1000)
  for (const count of sent) t.true(Math.abs(count - 20_000) < 1500, sent.join(' '))
})
