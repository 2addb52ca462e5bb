import test from 'ava'
import { WindowedStat } from '../../src/core/windowed-stat.ts'

test('averages, maxima and rates cover the last 30 to 60 seconds', (t) => {
  const stat = new WindowedStat()
  t.is(stat.average(0), Number.NaN)
  for (let second = 0; second < 30; second++) stat.record(second, second * 1000)
  t.is(stat.average(29_000), 14.5)
  t.is(stat.max(29_000), 29)
  t.is(stat.rate(30_000), 435 / 30)
  stat.record(1, 31_000)
  t.is(stat.max(31_000), 29)
  t.is(stat.max(62_000), 1)
  t.is(stat.average(120_000), Number.NaN)
})
