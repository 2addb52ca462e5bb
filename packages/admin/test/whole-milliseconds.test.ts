import type { Admin } from '@odradek/admin'
import { UsageError } from '@odradek/protocol'
import test from 'ava'

import { wholeMilliseconds } from '../src/whole-milliseconds.ts'
import { makeAdmin } from './support/make-admin.ts'

const hmac = new Uint8Array(32)
const calls: Readonly<Record<string, (admin: Admin, timeMs: number) => Promise<unknown>>> = {
  'createDelegationToken: maxLifetimeMs': (admin, maxLifetimeMs) => admin.createDelegationToken({ maxLifetimeMs }),
  'renewDelegationToken: renewTimePeriodMs': (admin, renewTimePeriodMs) =>
    admin.renewDelegationToken(hmac, { renewTimePeriodMs }),
  'expireDelegationToken: expiryTimePeriodMs': (admin, expiryTimePeriodMs) =>
    admin.expireDelegationToken(hmac, { expiryTimePeriodMs }),
  'listTransactions: durationMs': (admin, durationMs) => admin.listTransactions({ durationMs }),
}

for (const [option, ask] of Object.entries(calls))
  test(`${option} that is no whole number is refused by its name, in the promise`, async (t) => {
    const { admin, until } = makeAdmin(t)
    for (const timeMs of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
      await t.throwsAsync(until(ask(admin, timeMs)), {
        instanceOf: UsageError,
        message: `${option} must be a whole number of milliseconds, not ${timeMs}`,
      })
  })

test('whole numbers are taken, negative ones too', (t) => {
  t.is(wholeMilliseconds('call', 'option', 5), 5n)
  t.is(wholeMilliseconds('call', 'option', -1), -1n)
})
