import test from 'ava'
import { CoreHarness, recordBytes } from '../support/core-harness.ts'

const eventsOf = (harness: CoreHarness, type: string) => harness.run.events.filter((event) => event.type === type)

test('a partition that should get on and does not is told of, again and again', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000, fetchMaxWaitMs: 500 }).becomeStable()
  harness.serve(9000)
  t.is(eventsOf(harness, 'stalled').length, 0)
  harness.serve(8000)
  const [first] = eventsOf(harness, 'stalled')
  t.like(first, { sinceMs: 10_000 })
  t.is(first?.type === 'stalled' ? first.partitions.length : 0, 2)
  harness.serve(20_000)
  t.true(eventsOf(harness, 'stalled').length >= 2)
})

test('a partition that has been read to its end does not stall', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000 }).becomeStable()
  for (const partition of harness.core.subscription.partitions()) {
    partition.highWatermark = 0n
  }
  harness.serve(60_000)
  t.is(eventsOf(harness, 'stalled').length, 0)
})

test('a user who takes long over a record is no stall; a word of warning comes before the group is left', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000, maxPollIntervalMs: 100_000 }).becomeStable()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  harness.serve(79_000)
  t.is(eventsOf(harness, 'max-poll-interval-near').length, 0)
  harness.serve(8_000)
  t.deepEqual(eventsOf(harness, 'max-poll-interval-near'), [
    { type: 'max-poll-interval-near', maxPollIntervalMs: 100_000, partition: 'orders-0' },
  ])
  t.is(harness.state, 'stable')
  harness.serve(20_000)
  t.is(eventsOf(harness, 'max-poll-interval-exceeded').length, 1)
  t.is(harness.state, 'stale')
  t.is(eventsOf(harness, 'stalled').length, 0)
})
