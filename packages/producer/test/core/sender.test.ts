import { ConnectionError, ErrorCode, TimeoutError } from '@odradek/protocol'
import test from 'ava'

import { SenderHarness } from '../sender-harness.ts'

const values = (harness: SenderHarness, index = 0) => harness.parts(index).map((part) => part.values.join(''))

test('records sent in one turn share a batch, and batches for one leader share a request', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 1, 2], u: [1] })
  for (const value of 'abc') harness.send('t', value, { partition: 0 })
  harness.send('t', 'd', { partition: 1 })
  harness.send('t', 'e', { partition: 2 })
  harness.send('u', 'f', { partition: 0 })
  harness.poll()
  t.is(harness.requests.length, 2)
  t.deepEqual(values(harness, 0), ['abc', 'd', 'f'])
  t.deepEqual(values(harness, 1), ['e'])
  t.deepEqual(
    harness.requests.map(({ destination }) => destination),
    [
      { nodeId: 1, channel: 'default' },
      { nodeId: 2, channel: 'default' },
    ],
  )
})

test('a batch lingers, unless it is full', (t) => {
  const harness = new SenderHarness({ lingerMs: 5, batchSize: 200 })
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 0 })
  t.is(harness.poll(), 5)
  harness.advance(4)
  t.is(harness.requests.length, 0)
  harness.send('t', 'b', { partition: 0 })
  for (let i = 0; i < 3; i++) harness.send('t', 'x'.repeat(60), { partition: 1 })
  harness.poll()
  t.deepEqual(
    harness.parts().map(({ partition }) => partition),
    [1],
  )
  harness.advance(1)
  t.deepEqual(values(harness, 1), ['ab'])
})

test('a flush sends what lingers, and ends when all that was sent before has settled, not what came later', (t) => {
  const harness = new SenderHarness({ lingerMs: 1000 })
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 0 })
  let isFlushed = false
  harness.accumulator.flushes.begin(() => (isFlushed = true))
  harness.poll()
  t.deepEqual(values(harness), ['a'])
  harness.send('t', 'b', { partition: 0 })
  harness.poll()
  t.is(harness.requests.length, 1)
  t.false(isFlushed)
  harness.answer(() => ({ baseOffset: 7n }))
  t.true(isFlushed)
  t.is(harness.offset(0), 7)
  harness.poll()
  t.is(harness.requests.length, 0)
  harness.advance(1000)
  t.deepEqual(values(harness), ['b'])
})

test('a partition has one batch in a request at a time, others are not held up', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 0 })
  harness.poll()
  harness.send('t', 'b', { partition: 0 })
  harness.send('t', 'c', { partition: 1 })
  harness.poll()
  t.is(harness.requests.length, 2)
  t.deepEqual(values(harness, 1), ['c'])
  harness.answer(() => ({ baseOffset: 0n }), { index: 1 })
  harness.answer(() => ({ baseOffset: 0n }))
  harness.poll()
  t.deepEqual(values(harness), ['b'])
})

test('a request holds at most maxRequestSize, the rest goes into the next one, and no partition starves', (t) => {
  const harness = new SenderHarness({ maxRequestSize: 400 })
  harness.setMetadata({ t: [1, 1, 1, 1, 1] })
  for (let partition = 0; partition < 5; partition++) harness.send('t', String(partition).repeat(100), { partition })
  harness.poll()
  t.deepEqual(
    harness.requests.map((_, index) => harness.parts(index).map(({ partition }) => partition)),
    [[0, 1], [2, 3], [4]],
  )
  for (const request of harness.requests) t.true((request.timeoutMs as number) === 30_000)

  const narrow = new SenderHarness({ maxRequestSize: 400 })
  narrow.setMetadata({ t: [1, 1, 1] })
  const order: number[] = []
  for (let round = 0; round < 9; round++) {
    for (let partition = 0; partition < 3; partition++) narrow.send('t', 'x'.repeat(150), { partition })
    narrow.poll()
    narrow.busy.add(1)
    order.push(...narrow.parts().map(({ partition }) => partition))
    narrow.answer(() => ({ baseOffset: 0n }))
    narrow.busy.clear()
  }
  t.deepEqual(
    [0, 1, 2].filter((partition) => order.includes(partition)),
    [0, 1, 2],
  )
})

test('a leader that takes no request now is left alone until it does', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.busy.add(1)
  harness.send('t', 'a')
  t.is(harness.poll(), 120_000)
  t.is(harness.requests.length, 0)
  harness.busy.clear()
  harness.poll()
  t.deepEqual(values(harness), ['a'])
})

test('without a leader a batch waits, and metadata is asked for', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [-1] })
  harness.send('t', 'a')
  harness.advance(1000)
  t.is(harness.requests.length, 0)
  t.true(harness.updatesRequested > 0)
  harness.setMetadata({ t: [2] })
  harness.poll()
  t.deepEqual(harness.requests[0]!.destination, { nodeId: 2, channel: 'default' })
})

test('a retry waits out the back-off, sends the same bytes, and what came later stays behind it', (t) => {
  const harness = new SenderHarness({ compressionType: 'gzip' })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  const [first] = harness.parts()
  harness.answer(() => ({ errorCode: ErrorCode.NOT_ENOUGH_REPLICAS }))
  harness.send('t', 'b')
  harness.advance(79)
  t.is(harness.requests.length, 0)
  harness.advance(41)
  t.deepEqual(harness.parts()[0]!.bytes, first!.bytes)
  t.is(harness.updatesRequested, 0)
  harness.answer(() => ({ baseOffset: 3n }))
  harness.poll()
  t.deepEqual(values(harness), ['b'])
  t.is(harness.offset(0), 3)
})

test('back-offs double up to their limit', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  const waits: number[] = []
  for (let i = 0; i < 6; i++) {
    harness.poll()
    harness.fail(new ConnectionError('gone'))
    const before = harness.nowMs
    while (harness.requests.length === 0) harness.advance(1)
    waits.push(harness.nowMs - before)
  }
  for (const [i, wait] of waits.entries()) {
    const nominal = Math.min(100 * 2 ** i, 1000)
    t.true(wait >= nominal * 0.79 && wait <= Math.min(nominal * 1.21 + 1, 1001), `${i}: ${wait}`)
  }
})

test('a new leader ends the back-off, stale metadata does not', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] }, 5)
  harness.send('t', 'a')
  harness.poll()
  harness.answer(() => ({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }))
  harness.setMetadata({ t: [2] }, 4)
  harness.poll()
  t.is(harness.requests.length, 0)
  harness.setMetadata({ t: [2] }, 6)
  harness.poll()
  t.deepEqual(harness.requests[0]!.destination, { nodeId: 2, channel: 'default' })
  t.is(harness.nowMs, 0)
})

test('the leader moves in the middle of a retry: the batch follows, and nothing overtakes it', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] }, 1)
  harness.send('t', 'a')
  harness.poll()
  harness.send('t', 'b')
  harness.fail(new ConnectionError('broker 1 died'))
  harness.setMetadata({ t: [2] }, 2)
  harness.poll()
  t.deepEqual(values(harness), ['a'])
  harness.answer(() => ({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }))
  harness.setMetadata({ t: [3] }, 3)
  harness.poll()
  t.deepEqual([harness.requests[0]!.destination, values(harness)], [{ nodeId: 3, channel: 'default' }, ['a']])
  harness.answer(() => ({ baseOffset: 0n }))
  harness.poll()
  t.deepEqual(values(harness), ['b'])
})

test('an error in one partition of a request does not touch the others', (t) => {
  for (const failing of [0, 1, 2]) {
    const harness = new SenderHarness()
    harness.setMetadata({ t: [1, 1, 1] })
    for (const partition of [0, 1, 2]) harness.send('t', String(partition), { partition })
    harness.poll()
    harness.answer(({ partition }) =>
      partition === failing ? { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION } : { baseOffset: 40n },
    )
    for (const tag of [0, 1, 2]) {
      if (tag === failing) t.regex(harness.error(tag).message, new RegExp(`t-${failing}.*INVALID_TOPIC_EXCEPTION`))
      else t.is(harness.offset(tag), 40)
    }
  }
})

test('with retries: 0 the first error that passes is the last', (t) => {
  const harness = new SenderHarness({ retries: 0 })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  harness.fail(new ConnectionError('gone'))
  t.true(ConnectionError.is(harness.error(0)))
  t.is(harness.accumulator.memory.usedBytes, 0)
})

test('with acks=0 records settle when the request is written, without an offset', (t) => {
  const harness = new SenderHarness({ acks: 0 })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  t.is(harness.message().acks, 0)
  harness.runner.pending.shift()!.onSent!(0)
  t.is(harness.offset(0), -1)
})

test('topics go by name up to version 12 and by id from 13 on, where one is known', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  t.deepEqual(
    [harness.message(0, 12).topicData[0]!.name, harness.message(0, 13).topicData[0]!.topicId],
    ['t', 'AAAAAAAAAAAAAAAAAAAAAQ'],
  )
  t.deepEqual([harness.requests[0]!.minVersion, harness.requests[0]!.maxVersion], [0, undefined])
  harness.answer(() => ({ baseOffset: 9n }), { version: 3 })
  t.is(harness.offset(0), 9)

  const old = new SenderHarness()
  old.setMetadata({ t: [1] })
  const topic = old.metadata.topics.get('t')!
  old.metadata = { ...old.metadata, topics: new Map([['t', { ...topic, topicId: 'AAAAAAAAAAAAAAAAAAAAAA' }]]) }
  old.router.onMetadataUpdate(old.metadata, 0)
  old.send('t', 'a')
  old.poll()
  t.is(old.requests[0]!.maxVersion, 12)
})

test('an answer that leaves a partition out, or speaks of one that was not asked, is tried again', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 0 })
  harness.send('t', 'b', { partition: 1 })
  harness.poll()
  harness.answer(({ partition }) => (partition === 0 ? { baseOffset: 1n } : undefined))
  t.is(harness.offset(0), 1)
  harness.advance(200)
  t.deepEqual(values(harness), ['b'])
})

test('a broker that throttles is left alone for as long as it says', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 2] })
  harness.send('t', 'a', { partition: 0 })
  harness.poll()
  harness.answer(() => ({ baseOffset: 0n }), { throttleTimeMs: 500 })
  harness.send('t', 'b', { partition: 0 })
  harness.send('t', 'c', { partition: 1 })
  t.is(harness.poll(), 500)
  t.deepEqual(values(harness), ['c'])
  harness.advance(500)
  t.deepEqual(values(harness, 1), ['b'])
})

test('deliveryTimeoutMs ends a batch that lingers, has no leader, waits for its turn, or is retried', (t) => {
  const outcome = (setUp: (harness: SenderHarness) => void) => {
    const harness = new SenderHarness({ deliveryTimeoutMs: 1000, lingerMs: 0 })
    setUp(harness)
    harness.advance(999)
    t.is(harness.outcomes.size, 0)
    harness.advance(1)
    t.is(harness.accumulator.memory.usedBytes, 0)
    const error = harness.error(0)
    t.true(TimeoutError.is(error))
    return error.message
  }
  t.regex(
    outcome((harness) => {
      harness.setMetadata({ t: [-1] })
      harness.send('t', 'a')
    }),
    /t-0 within deliveryTimeoutMs \(1000\).*was not sent/,
  )
  t.regex(
    outcome((harness) => {
      harness.setMetadata({ t: [1] })
      harness.busy.add(1)
      harness.send('t', 'a')
    }),
    /was not sent/,
  )
  t.regex(
    outcome((harness) => {
      harness.setMetadata({ t: [1] })
      harness.send('t', 'a')
      harness.poll()
      harness.fail(new ConnectionError('broker 1 hung up'))
      harness.busy.add(1)
    }),
    /may or may not have been written.*broker 1 hung up/,
  )
})

test('a batch whose time ends in a request fails at once, and its partition waits for the answer', (t) => {
  const harness = new SenderHarness({ deliveryTimeoutMs: 1000 })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  harness.advance(500)
  harness.send('t', 'b')
  harness.advance(500)
  t.true(TimeoutError.is(harness.error(0)))
  harness.poll()
  t.is(harness.requests.length, 1)
  t.true(harness.accumulator.memory.usedBytes > 0)
  harness.answer(() => ({ baseOffset: 0n }))
  harness.poll()
  t.deepEqual(values(harness), ['b'])
  harness.answer(() => ({ baseOffset: 1n }))
  t.is(harness.offset(1), 1)
  t.is(harness.accumulator.memory.usedBytes, 0)
})

test('abort settles everything, wherever it is, and late answers do no harm', (t) => {
  const harness = new SenderHarness({ lingerMs: 10_000, bufferMemory: 700 })
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'a', { partition: 0 })
  harness.accumulator.flushes.begin(() => undefined)
  harness.poll()
  harness.send('t', 'b', { partition: 0 })
  harness.send('u', 'c')
  harness.send('t', 'x'.repeat(450), { partition: 1 })
  let isFlushed = false
  harness.accumulator.flushes.begin(() => (isFlushed = true))
  harness.sender.abort(new TimeoutError('closed'))
  t.true(isFlushed)
  t.is(harness.outcomes.size, 4)
  for (const tag of [0, 1, 2, 3]) t.is(harness.error(tag).message, 'closed')
  harness.answer(() => ({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }))
  harness.poll()
  t.is(harness.accumulator.memory.usedBytes, 0)
  t.is(harness.requests.length, 0)
})

test('a batch that is too large for the broker is halved until it fits; one record alone fails', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  for (const value of 'abcdefg') harness.send('t', value.repeat(100), { timestamp: 1000 + value.charCodeAt(0) })
  harness.send('t', 'z'.repeat(2000))
  harness.poll()
  harness.send('t', 'y')
  const log: string[] = []
  for (let i = 0; harness.requests.length > 0; i++) {
    if (i > 20) t.fail('it never fits')
    harness.answer(({ bytes, values: sent }) => {
      if (bytes.length > 400) return { errorCode: ErrorCode.MESSAGE_TOO_LARGE }
      log.push(...sent.map((value) => value[0]!))
      return { baseOffset: BigInt(log.length - sent.length) }
    })
    harness.poll()
  }
  t.deepEqual(log.join(''), 'abcdefgy')
  t.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((tag) => harness.offset(tag)),
    [0, 1, 2, 3, 4, 5, 6],
  )
  t.regex(harness.error(7).message, /MESSAGE_TOO_LARGE/)
  t.is(harness.offset(8), 7)
  t.is(harness.accumulator.memory.usedBytes, 0)
})
