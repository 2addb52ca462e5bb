import test from 'ava'

import { exponentialBackoff } from '@odradek/network/internal'

import { ReconnectBackoff } from '../../src/core/reconnect-backoff.ts'

const middle = () => 0.5

test('a wait doubles with each failure up to the most', (t) => {
  const waits = [0, 1, 2, 3, 4, 5, 1000].map((attempts) => exponentialBackoff(attempts, 100, 1000, middle))
  t.deepEqual(waits, [100, 200, 400, 800, 1000, 1000, 1000])
})

test('20 % of a wait are left to chance, either way, but never beyond the most', (t) => {
  t.is(
    exponentialBackoff(0, 100, 1000, () => 0),
    80,
  )
  t.is(Math.round(exponentialBackoff(0, 100, 1000, () => 0.999999)), 120)
  t.is(
    exponentialBackoff(9, 100, 1000, () => 0.999999),
    1000,
  )
})

test('a wait of nothing is a millisecond: what fails at once would be asked for again before anything else has its turn', (t) => {
  t.is(exponentialBackoff(0, 0, 0, middle), 1)
  t.is(exponentialBackoff(9, 0, 1000, middle), 1)
})

test('a most that lies below the first wait counts for nothing', (t) => {
  t.is(exponentialBackoff(5, 100, 10, middle), 100)
})

const options = {
  reconnectBackoffMs: 50,
  reconnectBackoffMaxMs: 1000,
  socketConnectionSetupTimeoutMs: 10_000,
  socketConnectionSetupTimeoutMaxMs: 30_000,
  random: middle,
}

test('a broker may be connected to at once at first, then after a wait that grows with each failure', (t) => {
  const backoff = new ReconnectBackoff(options)
  t.true(backoff.canConnect(0))
  backoff.onFailure(1000)
  t.false(backoff.canConnect(1049))
  t.true(backoff.canConnect(1050))
  backoff.onFailure(1050)
  t.is(backoff.retryAtMs, 1150)
  t.is(backoff.failures, 2)
})

test('success takes the wait back to the beginning', (t) => {
  const backoff = new ReconnectBackoff(options)
  for (let time = 0; time < 10; time++) backoff.onFailure(time, true)
  t.is(backoff.setupTimeoutMs(), 30_000)
  backoff.onSuccess()
  t.is(backoff.failures, 0)
  t.is(backoff.setupTimeoutMs(), 10_000)
  backoff.onFailure(100)
  t.is(backoff.retryAtMs, 150)
})

test('only tries that took too long let the next one take longer', (t) => {
  const backoff = new ReconnectBackoff(options)
  backoff.onFailure(0)
  t.is(backoff.setupTimeoutMs(), 10_000)
  backoff.onFailure(0, true)
  t.is(backoff.setupTimeoutMs(), 20_000)
})

test('a connection that was closed on purpose may be opened again at once', (t) => {
  const backoff = new ReconnectBackoff(options)
  backoff.onFailure(1000)
  backoff.onClosed()
  t.true(backoff.canConnect(1000))
  t.is(backoff.failures, 1)
})
