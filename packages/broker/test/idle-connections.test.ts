import { MemoryNetwork } from '@odradek/network'
import { encodeRequestFrame } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { FakeClock, seededRandom, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerEvent, type BrokerOptions } from '../src/index.ts'
import { RawClient } from './raw-client.ts'

async function start(t: ExecutionContext, options: BrokerOptions = {}) {
  const clock = new FakeClock()
  const transport = new MemoryNetwork()
  const events: BrokerEvent[] = []
  const onEvent = (event: BrokerEvent) => events.push(event)
  const environment = { clock, transport, random: seededRandom(1) }
  const broker = await Broker.start({ topics: ['t'], onEvent, ...options }, environment)
  t.teardown(() => broker.close())
  const connect = async () => {
    const client = new RawClient(transport, { host: broker.host, port: broker.port })
    await client.opened
    await settle()
    return client
  }
  const reasons = () => events.flatMap((event) => (event.type === 'connection-closed' ? [event.reason] : []))
  return { broker, clock, connect, reasons }
}

const MINUTE_MS = 60_000

test('a connection is closed after ten minutes without a byte', async (t) => {
  const { clock, connect, reasons } = await start(t)
  const client = await connect()
  await clock.advance(10 * MINUTE_MS - 1)
  t.false(client.isClosed)
  await clock.advance(1)
  await client.closed
  t.deepEqual(reasons(), ['nothing went over it for 600000 ms (connections.max.idle.ms)'])
})

test('each request keeps its own connection open, and no other', async (t) => {
  const { clock, connect } = await start(t, { connectionsMaxIdleMs: 1000 })
  const [busy, idle] = [await connect(), await connect()]
  for (let asked = 0; asked < 5; asked++) {
    await clock.advance(900)
    await busy.ask(apiVersionsApi, 0, {})
  }
  t.true(idle.isClosed)
  t.false(busy.isClosed)
  await clock.advance(999)
  t.false(busy.isClosed)
  await clock.advance(1)
  await busy.closed
})

test('half a request is activity, and its rest has as long again', async (t) => {
  const { clock, connect } = await start(t, { connectionsMaxIdleMs: 1000 })
  const client = await connect()
  const frame = encodeRequestFrame(apiVersionsApi, 0, 7, 'c', {})
  await clock.advance(900)
  client.write(frame.subarray(0, 5))
  await clock.advance(900)
  t.false(client.isClosed)
  client.write(frame.subarray(5))
  t.truthy(await client.frame())
})

test('an answer is activity, and a request that waits for longer is cut off, as on Kafka', async (t) => {
  const { clock, connect } = await start(t, { connectionsMaxIdleMs: 1000 })
  const fetchFor = (maxWaitMs: number) => ({
    minBytes: 1,
    maxWaitMs,
    topics: [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }] }],
  })
  const client = await connect()
  const answered = client.ask(fetchApi, 11, fetchFor(800))
  await clock.advance(800)
  await answered
  await clock.advance(999)
  t.false(client.isClosed)
  const cut = t.throwsAsync(client.ask(fetchApi, 11, fetchFor(5000)), { message: /closed/ })
  await clock.advance(1000)
  await cut
})

test('with -1 a connection stays open for days', async (t) => {
  const { clock, connect } = await start(t, { connectionsMaxIdleMs: -1 })
  const client = await connect()
  await clock.advance(48 * 60 * MINUTE_MS)
  t.false(client.isClosed)
})
