// Streams in a transaction: what a stream itself still holds belongs to the transaction once the stream is closed.
import { UsageError } from '@odradek/protocol'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import test from 'ava'

import type { ProducerRecord } from '../src/index.ts'
import { abortsBecauseOf } from './lost-records.ts'
import { setUpTransactional } from './scripted-producer.ts'

const values = Array.from({ length: 20 }, (_, i) => `${i}`)

type World = ReturnType<typeof setUpTransactional>

/** Writes records and waits for none; gives what closes the stream. Two at a time leave it, the others it holds. */
const streams: Readonly<Record<string, (world: World, records: readonly ProducerRecord[]) => () => Promise<unknown>>> =
  {
    writableStream: ({ producer }, records) => {
      const writer = producer.writableStream({ maxUnsettled: 2 }).getWriter()
      writer.closed.catch(() => undefined)
      for (const record of records) writer.write(record).catch(() => undefined)
      return () => writer.close()
    },
    writable: ({ producer }, records) => {
      const stream = producer.writable({ maxUnsettled: 2 })
      const ended = new Promise<void>((resolve, reject) => stream.once('error', reject).once('finish', resolve))
      ended.catch(() => undefined)
      for (const record of records) stream.write(record)
      return () => {
        stream.end()
        return ended
      }
    },
  }

for (const [name, writeAll] of Object.entries(streams)) {
  test(`${name}: closed before the commit, its transaction has all that was written into it`, async (t) => {
    const world = setUpTransactional(t)
    const { producer, until, logs, broker } = world
    await until(producer.beginTransaction())
    const close = writeAll(
      world,
      values.map((value) => ({ topic: 'orders', value })),
    )
    await until(close())
    await until(producer.commitTransaction())
    t.deepEqual(logs.log('orders', 0), values)
    t.deepEqual(
      broker.received(endTxnApi).map(({ request }) => request.committed),
      [true],
    )
  })

  test(`${name}: closed before the commit, a record that it held and that fails keeps the transaction from it`, async (t) => {
    const world = setUpTransactional(t)
    const { producer, until } = world
    await until(producer.beginTransaction())
    const close = writeAll(
      world,
      values.map((value) => ({ topic: 'orders', value: value === '10' ? (10 as never) : value })),
    )
    const error = await t.throwsAsync(until(close()))
    t.true(UsageError.is(error), String(error))
    await abortsBecauseOf(t, world, error)
  })
}

test('what a stream still holds when its transaction is committed is refused, and its write says so', async (t) => {
  const { producer, until, logs } = setUpTransactional(t)
  await until(producer.beginTransaction())
  const writer = producer.writableStream({ maxUnsettled: 2 }).getWriter()
  writer.closed.catch(() => undefined)
  const writes = values.map((value) => writer.write({ topic: 'orders', value }).catch((error: unknown) => error))
  await writes[0]
  await until(producer.commitTransaction())
  const outcomes = await until(Promise.all(writes))
  const taken = outcomes.filter((outcome) => outcome === undefined).length
  t.true(taken >= 1 && taken <= 2, `${taken}`)
  t.deepEqual(logs.log('orders', 0), values.slice(0, taken))
  for (const outcome of outcomes.slice(taken)) t.true(UsageError.is(outcome), String(outcome))
})
