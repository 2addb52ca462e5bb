import { readGolden, seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { defaultPartitioner } from '../src/default-partitioner.ts'

test('a key goes where Java sends it, whatever is available and whatever batches open', (t) => {
  const partitioner = defaultPartitioner(seededRandom(1))
  const lines = readGolden<{ base64: string; partitionCounts: number[]; murmur2Partition: number[] }>(
    'partitioners/bytes.jsonl',
  )
  let partitions = 0
  for (const line of lines) {
    const key = new Uint8Array(Buffer.from(line.base64, 'base64'))
    line.partitionCounts.forEach((partitionCount, i) => {
      const context = { topic: 't', key, partitionCount, availablePartitions: [0] }
      t.is(partitioner.partition(context), line.murmur2Partition[i]!)
      partitioner.onNewBatch?.(context, line.murmur2Partition[i]!)
      t.is(partitioner.partition(context), line.murmur2Partition[i]!)
      partitions++
    })
  }
  t.log(`${partitions} partitions`)
})

test('an empty key is a key', (t) => {
  const partitioner = defaultPartitioner(() => 0)
  const context = { topic: 't', key: new Uint8Array(0), partitionCount: 100 }
  // toPositive(murmur2 of no bytes) = 275646681
  t.is(partitioner.partition(context), 81)
})

test('records without a key stick to a partition until a batch is opened; records with one do not move them', (t) => {
  const partitioner = defaultPartitioner(() => 0)
  const keyless = { topic: 't', key: null, partitionCount: 3 }
  t.is(partitioner.partition(keyless), 0)
  partitioner.onNewBatch?.({ ...keyless, key: Uint8Array.of(1) }, 0)
  t.is(partitioner.partition(keyless), 0)
  partitioner.onNewBatch?.(keyless, 0)
  t.is(partitioner.partition(keyless), 1)
})
