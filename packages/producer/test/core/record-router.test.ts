import { BrokerError, ConnectionError, ErrorCode, TimeoutError, UsageError } from '@odradek/protocol'
import type { Partitioner } from '@odradek/partitioners'
import test from 'ava'

import { SenderHarness } from '../sender-harness.ts'

test('records of a topic that is not known wait for its metadata, and keep their order', (t) => {
  const harness = new SenderHarness()
  for (const value of 'abc') harness.send('t', value)
  harness.poll()
  t.deepEqual(harness.topicsAdded, ['t'])
  harness.setMetadata({ t: [1] })
  harness.send('t', 'd')
  harness.poll()
  t.deepEqual(harness.parts()[0]!.values, ['a', 'b', 'c', 'd'])
})

test('a topic that the broker does not know fails its records after maxBlockMs, saying why', (t) => {
  const harness = new SenderHarness({ maxBlockMs: 500 })
  harness.send('t', 'a')
  harness.advance(100)
  harness.setMetadata({ t: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION })
  harness.send('t', 'b')
  harness.advance(399)
  t.is(harness.outcomes.size, 0)
  harness.advance(1)
  t.true(TimeoutError.is(harness.error(0)))
  t.regex(harness.error(0).message, /topic t within maxBlockMs \(500\).*UNKNOWN_TOPIC_OR_PARTITION/)
  t.false(harness.outcomes.has(1))
  harness.advance(100)
  t.true(TimeoutError.is(harness.error(1)))
})

test('when no broker answers, the time-out says what stood in the way', (t) => {
  const harness = new SenderHarness({ maxBlockMs: 500 })
  harness.send('t', 'a')
  harness.lastError = new ConnectionError('no broker answers at localhost:9092')
  harness.advance(500)
  t.regex(harness.error(0).message, /no broker answers at localhost:9092/)
})

test('an error that time does not heal fails at once, and is asked about again by the next record', (t) => {
  const harness = new SenderHarness()
  harness.send('t', 'a')
  harness.send('u', 'b')
  harness.setMetadata({ t: ErrorCode.INVALID_TOPIC_EXCEPTION, u: ErrorCode.TOPIC_AUTHORIZATION_FAILED })
  t.true(BrokerError.is(harness.error(0)))
  t.regex(harness.error(1).message, /may not see topic u/)
  harness.send('u', 'c')
  t.is(harness.updatesRequested, 1)
  t.is(harness.outcomes.size, 2)
  harness.setMetadata({ u: [1] })
  harness.poll()
  t.deepEqual(harness.parts()[0]!.values, ['c'])
})

test('a partition that does not exist fails once fresh metadata confirms it; a new partition is found', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 2 })
  harness.send('t', 'b', { partition: 3 })
  harness.send('t', 'c', { partition: 0 })
  harness.poll()
  t.deepEqual(harness.parts()[0]!.values, ['c'])
  t.true(harness.updatesRequested > 0)
  harness.setMetadata({ t: [1, 1, 1] })
  t.true(UsageError.is(harness.error(1)))
  t.regex(harness.error(1).message, /topic t has no partition 3.*0 to 2/)
  harness.poll()
  t.deepEqual(harness.parts(1)[0]!.values, ['a'])
})

test('keys decide the partition as in Java, records without a key stay together until a batch is full', (t) => {
  const harness = new SenderHarness({ batchSize: 300, lingerMs: 1000 })
  harness.setMetadata({ t: [1, 1, 1, 1, 1, 1] })
  const key = new TextEncoder().encode('21')
  for (let i = 0; i < 3; i++) harness.send('t', 'keyed', { key })
  for (let i = 0; i < 2; i++) harness.send('t', 'x'.repeat(80))
  harness.accumulator.flushes.begin(() => undefined)
  harness.poll()
  // Java: toPositive(murmur2("21")) = -973932308 & 0x7fffffff, modulo 6.
  const keyed = (-973_932_308 & 0x7fffffff) % 6
  const parts = harness.parts()
  t.deepEqual(parts.find(({ values }) => values.includes('keyed'))!.partition, keyed)
  t.is(parts.filter(({ values }) => values.some((value) => value.startsWith('x'))).length, 1)
})

test('a partitioner that throws or chooses what is not there fails its record, and no other', (t) => {
  let next: () => number = () => 0
  const harness = new SenderHarness({ partitioner: { partition: () => next() } })
  harness.setMetadata({ t: [1] })
  next = () => 7
  harness.send('t', 'a')
  t.regex(harness.error(0).message, /partitioner chose partition 7 for topic t/)
  next = () => {
    throw new Error('no idea')
  }
  harness.send('t', 'b')
  t.regex(harness.error(1).message, /no idea/)
  next = () => 0
  harness.send('t', 'c')
  harness.poll()
  t.deepEqual(harness.parts()[0]!.values, ['c'])
})

test('records wait for memory in order, go in when it is given back, and never take more than bufferMemory', (t) => {
  const harness = new SenderHarness({ bufferMemory: 1000, lingerMs: 10_000 })
  harness.setMetadata({ t: [1] })
  let most = 0
  for (let i = 0; i < 50; i++) {
    harness.send('t', `${String(i).padStart(2, '0')}${'x'.repeat(i % 7 === 0 ? 300 : 20)}`)
    most = Math.max(most, harness.accumulator.memory.usedBytes)
  }
  t.true(harness.router.waitingCount > 0)
  const log: string[] = []
  for (let i = 0; i < 50 && log.length < 50; i++) {
    harness.poll()
    most = Math.max(most, harness.accumulator.memory.usedBytes)
    if (harness.requests.length === 0) break
    harness.answer(({ values }) => {
      log.push(...values)
      return { baseOffset: BigInt(log.length - values.length) }
    })
    most = Math.max(most, harness.accumulator.memory.usedBytes)
  }
  harness.advance(10_000)
  while (harness.requests.length > 0) {
    harness.answer(({ values }) => {
      log.push(...values)
      return { baseOffset: BigInt(log.length - values.length) }
    })
    harness.poll()
  }
  t.deepEqual(
    log.map((value) => Number(value.slice(0, 2))),
    Array.from({ length: 50 }, (_, i) => i),
  )
  t.true(most <= 1000, `${most}`)
  t.is(harness.accumulator.memory.usedBytes, 0)
  for (let tag = 0; tag < 50; tag++) t.is(harness.offset(tag), tag)
})

test('a record that waits for memory longer than maxBlockMs fails, and says what takes it', (t) => {
  const harness = new SenderHarness({ bufferMemory: 300, maxBlockMs: 1000 })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'x'.repeat(150))
  harness.send('t', 'y'.repeat(150))
  harness.advance(1000)
  t.true(TimeoutError.is(harness.error(1)))
  t.regex(harness.error(1).message, /topic t within maxBlockMs \(1000\): 232 of 300 bytes of bufferMemory/)
  t.false(harness.outcomes.has(0))
})

test('maxBlockMs counts the wait for metadata and for memory together', (t) => {
  const harness = new SenderHarness({ bufferMemory: 300, maxBlockMs: 1000 })
  harness.send('t', 'x'.repeat(150))
  harness.send('t', 'y'.repeat(150))
  harness.advance(600)
  harness.setMetadata({ t: [1] })
  harness.advance(399)
  t.is(harness.outcomes.size, 0)
  harness.advance(1)
  t.true(TimeoutError.is(harness.error(1)))
})

test('a flush waits for records that wait for metadata or memory, and sends them without lingering', (t) => {
  const harness = new SenderHarness({ bufferMemory: 300, lingerMs: 60_000 })
  harness.send('t', 'a'.repeat(150))
  harness.send('t', 'b'.repeat(150))
  let isFlushed = false
  harness.accumulator.flushes.begin(() => (isFlushed = true))
  harness.setMetadata({ t: [1] })
  for (const offset of [0n, 1n]) {
    harness.poll()
    t.false(isFlushed)
    harness.answer(() => ({ baseOffset: offset }))
  }
  t.true(isFlushed)
})

test('a topic that vanishes while records wait for memory does not change their order', (t) => {
  const harness = new SenderHarness({ bufferMemory: 350 })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a'.repeat(150))
  harness.send('t', 'b'.repeat(150))
  harness.poll()
  harness.setMetadata({ t: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION })
  harness.send('t', 'c')
  harness.answer(() => ({ baseOffset: 0n }))
  harness.setMetadata({ t: [1] })
  harness.poll()
  t.deepEqual(
    harness.parts()[0]!.values.map((value) => value[0]),
    ['b', 'c'],
  )
})

test('a partitioner is told of the records that it follows, and of no others', (t) => {
  const told: string[] = []
  const partitioner: Partitioner = {
    partition: ({ key }) => (key === null ? 1 : 0),
    followsRecord: ({ key }) => key === null,
    onNewBatch: (_context, partition) => void told.push(`new batch ${partition}`),
    onRecordAppended: (_context, partition, bytes) => void told.push(`${bytes > 0} ${partition}`),
  }
  const harness = new SenderHarness({ partitioner })
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { key: Uint8Array.of(1) })
  t.deepEqual(told, [])
  harness.send('t', 'b')
  t.deepEqual(told, ['new batch 1', 'false 1', 'true 1'])
  harness.send('t', 'c', { key: Uint8Array.of(1) })
  t.is(told.length, 3)
  harness.poll()
  t.deepEqual(
    harness
      .parts()
      .map(({ partition, values }) => [partition, values])
      .sort(),
    [
      [0, ['a', 'c']],
      [1, ['b']],
    ],
  )
})
