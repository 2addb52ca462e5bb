import test from 'ava'
import { UsageRate } from '../../../src/core/quota/usage-rate.ts'

const kafka = { count: 11, windowMs: 1000 }

test('a first burst is spread over ten windows that were never there', (t) => {
  const rate = new UsageRate(kafka)
  rate.record(50_000, 5000)
  t.deepEqual(rate.measure(5000), { perSecond: 5000, spanMs: 10_000 })
  t.deepEqual(rate.measure(5500), { perSecond: 50_000 / 10.5, spanMs: 10_500 })
})

test('a steady flow is measured as what it is', (t) => {
  const rate = new UsageRate(kafka)
  for (let atMs = 0; atMs < 60_000; atMs += 100) rate.record(10, atMs)
  const { perSecond, spanMs } = rate.measure(59_999)
  t.true(Math.abs(perSecond - 100) < 2, String(perSecond))
  t.true(spanMs >= 10_000 && spanMs < 12_000, String(spanMs))
})

test('what was used long ago is forgotten, and what is taken back was never there', (t) => {
  const rate = new UsageRate(kafka)
  rate.record(50_000, 0)
  t.true(rate.measure(10_999).perSecond > 0)
  t.is(rate.measure(11_000).perSecond, 0)
  rate.record(700, 12_000)
  rate.record(-700, 12_000)
  t.is(rate.measure(12_000).perSecond, 0)
})

test('one window alone has no span at its beginning; it counts as a millisecond', (t) => {
  const rate = new UsageRate({ count: 1, windowMs: 1000 })
  rate.record(3, 7)
  t.deepEqual(rate.measure(7), { perSecond: 3000, spanMs: 1 })
})
