import test from 'ava'

import { BatchBuffers } from '../../src/core/batch-buffers.ts'

const BATCH_SIZE = 16_384

test('a buffer that was given back is given out again', (t) => {
  const buffers = new BatchBuffers(BATCH_SIZE)
  const first = buffers.take(BATCH_SIZE)
  t.true(first.length >= BATCH_SIZE)
  const second = buffers.take(BATCH_SIZE)
  t.not(second, first)
  buffers.give(first)
  t.is(buffers.take(10_000), first)
})

test('a small batch takes no more memory than it needs, and one that is too large its own', (t) => {
  const buffers = new BatchBuffers(BATCH_SIZE)
  const small = buffers.take(256)
  t.is(small.length, 256)
  const large = buffers.take(1_000_000)
  t.is(large.length, 1_000_000)
  buffers.give(small)
  buffers.give(large)
  t.not(buffers.take(BATCH_SIZE), large)
  t.not(buffers.take(256), small)
})

test('what is kept has a bound', (t) => {
  const buffers = new BatchBuffers(BATCH_SIZE)
  const taken = Array.from({ length: 1000 }, () => buffers.take(BATCH_SIZE))
  for (const buffer of taken) buffers.give(buffer)
  const again = Array.from({ length: 1000 }, () => buffers.take(BATCH_SIZE))
  const kept = again.filter((buffer) => taken.includes(buffer))
  t.true(kept.length > 0)
  t.true(kept.length * BATCH_SIZE <= 4_194_304)
})

test('buffers of grown batches are kept too, by size', (t) => {
  const buffers = new BatchBuffers(BATCH_SIZE, 100_000)
  const grown = buffers.take(90_000)
  t.true(grown.length >= 90_000 && grown.length < 180_000)
  const usual = buffers.take(BATCH_SIZE)
  t.true(usual.length < 2 * BATCH_SIZE)
  buffers.give(grown)
  buffers.give(usual)
  t.is(buffers.take(100_000), grown)
  t.is(buffers.take(BATCH_SIZE), usual)
})
