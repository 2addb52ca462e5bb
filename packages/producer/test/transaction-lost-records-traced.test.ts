// The same while somebody traces: a record is not lost on its way through the listener either.
import { subscribe } from 'node:diagnostics_channel'
import type { SendOperation } from '@odradek/network'
import test from 'ava'

import { abortsBecauseOf, inTransaction, keepsFromCommit, lostRecords, ways } from './lost-records.ts'

// All tests of this file are traced.
subscribe('tracing:odradek:producer:send:start', (operation) => {
  const { addedHeaders } = operation as SendOperation
  addedHeaders.push({ key: 'traceparent', value: 'a' })
})

for (const lost of lostRecords) {
  for (const [way, handIn] of Object.entries(ways)) {
    test(`traced ${way}: a transaction is not committed without a record ${lost.why}`, (t) =>
      keepsFromCommit(t, lost, handIn))
  }
}

test('traced send: a transaction is not committed without a record whose topic cannot be read', async (t) => {
  const world = await inTransaction(t)
  const { producer, until } = world
  const bug = new Error('no topic today')
  const record = {
    value: 'x',
    get topic(): string {
      throw bug
    },
  }
  t.is(await until(producer.send(record).catch((error: unknown) => error)), bug)
  await abortsBecauseOf(t, world, bug)
})

for (const [what, args] of [
  ['no topic', [undefined, [{ value: 'x' }]]],
  ['a topic alone', ['orders']],
  ['null for records', ['orders', null]],
  ['nothing', []],
] as const) {
  test(`traced sendBatch of ${what} is refused, and keeps its transaction from being committed`, async (t) => {
    const world = await inTransaction(t)
    const { producer, until } = world
    const sendBatch = producer.sendBatch.bind(producer) as (...args: unknown[]) => Promise<unknown>
    const error = await t.throwsAsync(until(sendBatch(...args)))
    await abortsBecauseOf(t, world, error)
  })
}
