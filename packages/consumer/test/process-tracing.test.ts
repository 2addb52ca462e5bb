import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import type { ProcessOperation } from '@odradek/network'
import test from 'ava'

import type { ConsumerRecord } from '../src/consumer-record.ts'
import { traceHandler } from '../src/process-tracing.ts'

const record = { topic: 'orders', partition: 0 } as ConsumerRecord

/** The handler's record as those who listen see it end: with the error, where there is one. */
async function ended(handler: () => unknown) {
  const ends: unknown[] = []
  const onStart = () => undefined
  const onEnd = (operation: unknown) => ends.push((operation as ProcessOperation).error)
  subscribe('tracing:odradek:consumer:process:start', onStart)
  subscribe('tracing:odradek:consumer:process:asyncEnd', onEnd)
  const traced = traceHandler(handler as () => void, { clientId: 'mill' })
  try {
    await traced(record)
  } finally {
    unsubscribe('tracing:odradek:consumer:process:start', onStart)
    unsubscribe('tracing:odradek:consumer:process:asyncEnd', onEnd)
  }
  return ends
}

test.serial('a traced handler may return anything; what is a promise is waited for', async (t) => {
  for (const result of [undefined, null, 0, 'done', { then: 1 }, Promise.resolve(5)])
    t.deepEqual(await ended(() => result), [undefined])
  let isDone = false
  const later = { then: (resolve: () => void) => void setImmediate(() => ((isDone = true), resolve())) }
  t.deepEqual(await ended(() => later), [undefined])
  t.true(isDone)
})
