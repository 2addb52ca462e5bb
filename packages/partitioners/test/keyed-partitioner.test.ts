import test from 'ava'

import { KeyedPartitioner } from '../src/keyed-partitioner.ts'
import { UniformPartitioner } from '../src/uniform-partitioner.ts'

const context = { topic: 'orders', key: null, partitionCount: 5 }

test('only a record without a key is followed: the others are where their key says', (t) => {
  const keyless = new UniformPartitioner(() => 0)
  const partitioner = new KeyedPartitioner((key) => key.length, keyless)
  t.true(partitioner.followsRecord(context))
  t.false(partitioner.followsRecord({ ...context, key: Uint8Array.of(1) }))
  t.false(partitioner.followsRecord({ ...context, key: new Uint8Array(0) }))
})

test('where an empty key is none, its record is followed', (t) => {
  const partitioner = new KeyedPartitioner((key) => key.length, new UniformPartitioner(() => 0), true)
  t.true(partitioner.followsRecord({ ...context, key: new Uint8Array(0) }))
  t.false(partitioner.followsRecord({ ...context, key: Uint8Array.of(1) }))
})
