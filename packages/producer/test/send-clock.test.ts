import { FakeClock } from '@odradek/network'
import test from 'ava'

import { SendClock } from '../src/send-clock.ts'

test('both times are those of the clock, the one for time-outs to the millisecond', (t) => {
  const clock = new FakeClock(1_000_000)
  const time = new SendClock(clock)
  for (const advanceMs of [0, 0.25, 0.5, 0.25, 1, 40_000]) {
    clock.advance(advanceMs)
    time.read()
    t.is(time.wallClockMs, clock.wallClockMs())
    t.true(clock.nowMs() - time.nowMs >= 0 && clock.nowMs() - time.nowMs < 1)
  }
})

test('the clock for time-outs is asked once in a millisecond', (t) => {
  let asked = 0
  let wallClockMs = 5
  const clock = { ...new FakeClock(), wallClockMs: () => wallClockMs, nowMs: () => ++asked }
  const time = new SendClock(clock as unknown as FakeClock)
  for (let i = 0; i < 100; i++) time.read()
  t.is(asked, 1)
  // The user's clock may be set back.
  wallClockMs = 4
  time.read()
  t.deepEqual([asked, time.nowMs, time.wallClockMs], [2, 2, 4])
})
