import { ConnectionError } from '@odradek/protocol'
import test from 'ava'

import { SenderHarness } from '../sender-harness.ts'

const options = { lingerMs: 50, batchSize: 300 }
const written = { errorCode: 0, baseOffset: 0n }
const values = (harness: SenderHarness, index = 0) => harness.parts(index).map((part) => part.values.join(''))

function makeHarness(more: ConstructorParameters<typeof SenderHarness>[0] = {}): SenderHarness {
  const harness = new SenderHarness({ ...options, flushWhenIdle: true, ...more })
  harness.setMetadata({ t: [1, 1, 2] })
  return harness
}

test('without flushWhenIdle a batch lingers, however idle its leader is', (t) => {
  const harness = makeHarness({ flushWhenIdle: false })
  harness.send('t', 'a', { partition: 0 })
  t.is(harness.poll(), 50)
  t.is(harness.requests.length, 0)
})

test('with it the records of a turn go at once, in one request, when nothing is in flight to their leader', (t) => {
  const harness = makeHarness()
  for (const value of 'abc') harness.send('t', value, { partition: 0 })
  harness.send('t', 'd', { partition: 1 })
  harness.poll()
  t.is(harness.requests.length, 1)
  t.deepEqual(values(harness), ['abc', 'd'])
})

for (const idempotent of [false, true]) {
  const kind = idempotent ? 'with' : 'without'
  test(`while a request is in flight, what comes for that leader is gathered until its answer, ${kind} idempotence`, (t) => {
    const harness = makeHarness({ idempotent })
    harness.send('t', 'a', { partition: 0 })
    harness.poll()
    harness.send('t', 'b', { partition: 0 })
    harness.advance(10)
    harness.send('t', 'c', { partition: 1 })
    harness.advance(10)
    harness.send('t', 'd', { partition: 0 })
    harness.poll()
    t.is(harness.requests.length, 1)
    harness.answer(() => written)
    harness.poll()
    t.is(harness.requests.length, 1)
    t.deepEqual(values(harness), ['bd', 'c'])
  })
}

test('a busy leader holds up no batch for another one', (t) => {
  const harness = makeHarness()
  harness.send('t', 'a', { partition: 0 })
  harness.poll()
  harness.send('t', 'b', { partition: 2 })
  harness.poll()
  t.deepEqual(values(harness, 1), ['b'])
})

test('a leader that stays busy holds a batch for lingerMs at most, and a full one not at all', (t) => {
  const harness = makeHarness({ idempotent: true })
  harness.setMetadata({ t: [1, 1, 1] })
  harness.send('t', 'a', { partition: 0 })
  harness.poll()
  harness.send('t', 'b', { partition: 1 })
  t.is(harness.poll(), 50)
  harness.advance(49)
  t.is(harness.requests.length, 1)
  harness.advance(1)
  t.deepEqual(values(harness, 1), ['b'])
  harness.send('t', 'x'.repeat(300), { partition: 2 })
  harness.poll()
  t.is(harness.requests.length, 3)
})

test('a request that fails leaves its leader idle', (t) => {
  const harness = makeHarness()
  harness.send('t', 'a', { partition: 0 })
  harness.poll()
  harness.send('t', 'b', { partition: 1 })
  harness.poll()
  harness.fail(new ConnectionError('lost', { address: 'a:1' }))
  harness.poll()
  t.deepEqual(values(harness), ['b'])
})

test('a leader that takes no request yet is not asked again and again', (t) => {
  const harness = makeHarness()
  harness.busy.add(1)
  harness.send('t', 'a', { partition: 0 })
  harness.advance(20)
  t.is(harness.requests.length, 0)
  harness.busy.clear()
  harness.poll()
  t.deepEqual(values(harness), ['a'])
})
