import test from 'ava'
import { groupConfigsFault } from '../../../src/core/config/group-config-checks.ts'
import { resetDurationMs } from '../../../src/core/share/offset-reset.ts'
import { lonelyBroker } from '../core-harness.ts'

const HOUR_MS = 3_600_000

const isTaken = test.macro({
  title: (_, value: string) => `share.auto.offset.reset may be ${value}`,
  exec(t, value: string, ms: number) {
    t.is(resetDurationMs(value), ms)
    t.is(faultOf(value), undefined)
  },
})

const isRefused = test.macro({
  title: (_, value: string) => `share.auto.offset.reset may not be ${value}`,
  exec(t, value: string) {
    t.is(resetDurationMs(value), undefined)
    t.regex(faultOf(value)!, /The value must be either 'earliest', 'latest' or of the format 'by_duration:/)
  },
})

function faultOf(value: string): string | null | undefined {
  const { broker } = lonelyBroker().configContext
  return groupConfigsFault(new Map([['share.auto.offset.reset', value]]), broker)?.errorMessage
}

test(isTaken, 'by_duration:PT1H30M', 1.5 * HOUR_MS)
test(isTaken, 'by_duration:P2D', 48 * HOUR_MS)
test(isTaken, 'by_duration:p1dt1.5s', 24 * HOUR_MS + 1500)
test(isTaken, 'by_duration:PT0,25S', 250)
test(isTaken, 'by_duration:+P1DT-1H', 23 * HOUR_MS)
test(isTaken, 'by_duration:-PT-1H', HOUR_MS)
test(isTaken, 'by_duration:-PT0S', 0)
for (const value of [
  'P',
  'PT',
  'P1DT',
  '1H',
  'PT1H1D',
  'PT1.0000000001S',
  '-PT1H',
  'P1DT-25H',
  'P99999999999999999999D',
]) {
  test(isRefused, `by_duration:${value}`)
}
