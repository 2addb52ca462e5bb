import { ErrorCode } from '@odradek/protocol'
import test from 'ava'

import { SenderHarness } from '../sender-harness.ts'

const options = { acks: 1 as const, batchSize: 300, batchSizeWhenBusy: 1200 }

/** A producer of which a batch of partition 0 is under way, so that what comes now has to wait for its turn. */
function busyHarness(more: ConstructorParameters<typeof SenderHarness>[0] = {}): SenderHarness {
  const harness = new SenderHarness({ ...options, ...more })
  harness.setMetadata({ t: [1] })
  harness.send('t', 'first')
  harness.poll()
  return harness
}

function sendMany(harness: SenderHarness, count: number): number[] {
  return Array.from({ length: count }, (_, i) => harness.send('t', String(i).padEnd(100)))
}

const written = { errorCode: 0, baseOffset: 0n }

/** How many records each of the batches has that are sent until nothing is left. */
function batchCounts(harness: SenderHarness): number[] {
  const counts: number[] = []
  for (harness.poll(); harness.requests.length > 0; harness.poll()) {
    counts.push(...harness.parts().map(({ values }) => values.length))
    harness.answer(() => written)
  }
  return counts
}

test('a batch that is ready takes further records while its turn has not come, and goes as one', (t) => {
  const harness = busyHarness()
  sendMany(harness, 8)
  t.deepEqual(batchCounts(harness), [1, 8])
})

test('it grows to batchSizeWhenBusy, and the next begins behind it', (t) => {
  const harness = busyHarness()
  sendMany(harness, 25)
  const [, largest, ...others] = batchCounts(harness)
  t.true(largest! >= 9 && largest! <= 11, `${largest}`)
  t.is(largest! + others.reduce((sum, count) => sum + count, 0), 25)
  t.true(others.every((count) => count <= largest!))
})

test('with batchSizeWhenBusy at batchSize or below, batches are no larger than batchSize', (t) => {
  const harness = busyHarness({ batchSizeWhenBusy: 0 })
  sendMany(harness, 8)
  t.deepEqual(batchCounts(harness), [1, 2, 2, 2, 2])
})

test('nothing waits for a batch to grow: it goes as soon as it is ready and its turn has come', (t) => {
  const harness = new SenderHarness({ ...options, lingerMs: 1000 })
  harness.setMetadata({ t: [1] })
  sendMany(harness, 3)
  harness.poll()
  t.deepEqual(
    harness.parts().map(({ values }) => values.length),
    [3],
  )
})

test('numbered batches grow while five requests are under way, and have numbers without a gap', (t) => {
  const harness = new SenderHarness({ ...options, acks: -1, idempotent: true })
  harness.setMetadata({ t: [1] })
  // The first acknowledgement shows that the broker knows the producer; then up to five are sent at a time.
  harness.send('t', 'first')
  harness.poll()
  harness.answer(() => written)
  for (let i = 0; i < 5; i++) {
    sendMany(harness, 2)
    harness.poll()
  }
  t.is(harness.requests.length, 5)
  const tags = sendMany(harness, 7)
  t.deepEqual(batchCounts(harness), [2, 2, 2, 2, 2, 7])
  t.is(harness.offset(tags[6]!), 6)
})

test('a broker that takes no large batches gets halves, and from then on batches that it takes', (t) => {
  for (const code of [ErrorCode.MESSAGE_TOO_LARGE, ErrorCode.RECORD_LIST_TOO_LARGE]) {
    const harness = busyHarness()
    const limitedBroker = () => {
      let refused = 0
      for (harness.poll(); harness.requests.length > 0; harness.poll()) {
        harness.answer(({ bytes }) => {
          if (bytes.length <= 700) return written
          refused++
          return { errorCode: code }
        })
      }
      return refused
    }
    const tags = sendMany(harness, 10)
    t.is(limitedBroker(), 1)
    for (const tag of tags) t.is(typeof harness.offset(tag), 'number')
    harness.send('t', 'another that is under way')
    harness.poll()
    sendMany(harness, 20)
    t.is(limitedBroker(), 0)
  }
})

test('a batch that has waited for a tenth of deliveryTimeoutMs grows no more, so that what comes late has its time', (t) => {
  const harness = busyHarness({ deliveryTimeoutMs: 100_000, requestTimeoutMs: 50_000 })
  sendMany(harness, 3)
  harness.advance(9_999)
  sendMany(harness, 1)
  harness.advance(2)
  sendMany(harness, 2)
  t.deepEqual(batchCounts(harness), [1, 4, 2])
})

test('what has grown counts against bufferMemory, and gives it back', (t) => {
  const harness = busyHarness({ bufferMemory: 1000 })
  const tags = sendMany(harness, 12)
  t.true(harness.accumulator.memory.usedBytes <= 1000)
  t.true(harness.router.waitingCount > 0)
  batchCounts(harness)
  for (const tag of tags) t.is(typeof harness.offset(tag), 'number')
  t.is(harness.accumulator.memory.usedBytes, 0)
})
