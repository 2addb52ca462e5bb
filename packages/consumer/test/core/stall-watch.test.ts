import { TimeoutError } from '@odradek/protocol'
import { FakeClock } from '@odradek/test-kit'
import test from 'ava'
import { Delivery } from '../../src/delivery.ts'
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

test('a group that cannot be joined is told of while the user waits, with why its coordinator is not found', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000 })
  harness.coordinatorIsLost = true
  harness.lastCoordinatorError = new TimeoutError('no broker answers')
  harness.ask()
  harness.advance(9000)
  t.is(eventsOf(harness, 'stalled').length, 0)
  harness.advance(22_000)
  t.deepEqual(
    eventsOf(harness, 'stalled').map(
      (event) => event.type === 'stalled' && [event.waitsFor, event.sinceMs, event.error],
    ),
    [10_000, 20_000, 30_000].map((sinceMs) => ['group', sinceMs, harness.lastCoordinatorError]),
  )
  harness.coordinatorIsLost = false
  harness.becomeStable()
  harness.serve(9000)
  t.is(eventsOf(harness, 'stalled').length, 3)
})

test('a session that was lost and cannot be had again is told of', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 60_000 }).becomeStable()
  harness.advance(45_000)
  t.is(harness.state, 'joining')
  t.is(eventsOf(harness, 'stalled').length, 0)
  harness.advance(90_000)
  t.like(eventsOf(harness, 'stalled')[0], { waitsFor: 'group', partitions: [] })
})

test('a rebalance listener that does not end is told of; its time counts for maxPollIntervalMs', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 60_000, maxPollIntervalMs: 100_000 })
  harness.listenerIsSlow = true
  harness.ask()
  // The wait for the group does not count.
  harness.advance(79_000)
  harness.answerJoin()
  harness.answerSync()
  t.is(harness.state, 'reconciling')
  harness.serve(79_000)
  t.is(eventsOf(harness, 'max-poll-interval-near').length, 0)
  t.like(eventsOf(harness, 'stalled').at(-1), {
    waitsFor: 'listener',
    partitions: harness.core.subscription.assignment(),
  })
  harness.serve(2000)
  t.deepEqual(eventsOf(harness, 'max-poll-interval-near'), [
    { type: 'max-poll-interval-near', maxPollIntervalMs: 100_000, partition: undefined },
  ])
  harness.advance(20_000)
  t.is(harness.state, 'stale')
  t.is(eventsOf(harness, 'max-poll-interval-exceeded').length, 1)
  t.true(harness.pendingNames.includes('LeaveGroup'))
})

test('a member that left because of its rebalance listener joins again when that has ended and the user still waits', (t) => {
  const harness = new CoreHarness({ maxPollIntervalMs: 100_000 })
  harness.listenerIsSlow = true
  harness.ask()
  harness.answerJoin()
  harness.answerSync()
  harness.serve(101_000)
  t.is(harness.state, 'stale')
  harness.listenerIsSlow = false
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  t.deepEqual(
    harness.told.map(({ kind }) => kind),
    ['assigned', 'lost'],
  )
  t.is(harness.state, 'joining')
  harness.becomeStable()
  t.is(harness.state, 'stable')
})

test('a user who asks while the rebalance listener runs does not excuse it', (t) => {
  const harness = new CoreHarness({ maxPollIntervalMs: 100_000 })
  harness.listenerIsSlow = true
  harness.ask()
  harness.answerJoin()
  harness.answerSync()
  for (let asks = 0; asks < 10; asks++) {
    harness.serve(10_000)
    harness.ask()
  }
  t.is(harness.state, 'stale')
})

test('a partition whose records are said to wait for handlers, while no handler runs, is told of; a paused one is not', (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000 }).becomeStable()
  const [first, second] = harness.core.subscription.partitions()
  first!.isBackedUp = true
  second!.isBackedUp = true
  second!.isPaused = true
  harness.serve(17_000)
  t.like(eventsOf(harness, 'stalled')[0], { waitsFor: 'records', partitions: [{ topic: 'orders', partition: 0 }] })
})

/** Polls once a second for 100 ms, in vain. */
async function pollInVain(harness: CoreHarness, times: number, pass: (ms: number) => void) {
  const clock = new FakeClock()
  const delivery = new Delivery({ core: harness.core, clock, wakeup: () => undefined, maxPollRecords: 500 })
  for (let time = 0; time < times; time++) {
    const polled = delivery.poll({}, 500, 100)
    pass(100)
    await clock.advance(100)
    await polled
    pass(900)
  }
}

test('who polls for a moment and does other things between waits too; who has stopped polling does not', async (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000 }).becomeStable()
  await pollInVain(harness, 30, (ms) => harness.serve(ms))
  const told = eventsOf(harness, 'stalled').length
  t.true(told >= 2, `told ${told} times`)
  t.like(eventsOf(harness, 'stalled')[0], { waitsFor: 'records', sinceMs: 10_000 })
  harness.serve(5000)
  const toldAfter = eventsOf(harness, 'stalled').length
  harness.serve(60_000)
  t.is(eventsOf(harness, 'stalled').length, toldAfter)
})

test('who polls for a moment and does other things between hears of a group that cannot be joined', async (t) => {
  const harness = new CoreHarness({ stallTimeoutMs: 10_000 })
  harness.coordinatorIsLost = true
  harness.ask()
  await pollInVain(harness, 30, (ms) => harness.advance(ms))
  t.true(eventsOf(harness, 'stalled').length >= 2)
  t.like(eventsOf(harness, 'stalled')[0], { waitsFor: 'group', partitions: [] })
})
