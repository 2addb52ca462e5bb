import { MemoryNetwork } from '@odradek/network'
import { encodeRequestFrame, UsageError } from '@odradek/protocol'
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { FakeClock, seededRandom, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerOptions } from '../src/index.ts'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

async function start(t: ExecutionContext, options: BrokerOptions) {
  const clock = new FakeClock()
  const transport = new MemoryNetwork()
  const environment = { clock, transport, random: seededRandom(1) }
  const broker = await Broker.start({ topics: ['t'], enforceQuotas: true, ...options }, environment)
  t.teardown(() => broker.close())
  const connect = (clientId = 'shop') => new RawClient(transport, { host: broker.host, port: broker.port }, clientId)
  return { broker, clock, connect }
}

const produceOf = (bytes: number, acks = 1) => ({
  acks,
  topicData: [{ name: 't', partitionData: [{ index: 0, records: batchOf(['x'.repeat(bytes)]) }] }],
})
/** The length of the request's frame. */
const sizeOf = (request: object, clientId = 'shop') =>
  encodeRequestFrame(produceApi, 9, 1, clientId, request as never).length - 4

const fetchOf = (fetchOffset: bigint, session: object = {}) => ({
  minBytes: 1,
  maxWaitMs: 0,
  maxBytes: 1_000_000,
  topics: [{ topic: 't', partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }] }],
  ...session,
})

/** Asks again whenever the client has waited, until it gets something. */
async function untilRead(clock: FakeClock, refused: FetchResponse, ask: () => Promise<FetchResponse>) {
  let [answer, waitedMs] = [refused, 0]
  while (answer.throttleTimeMs > 0 && waitedMs < 60_000) {
    const next = ask()
    waitedMs += answer.throttleTimeMs
    await clock.advance(answer.throttleTimeMs)
    answer = await next
  }
  return answer
}

test('a producer that exceeds its quota is told for how long to wait, and not listened to meanwhile', async (t) => {
  const { clock, connect } = await start(t, { quotas: [{ clientId: 'shop', producerByteRate: 1000 }] })
  const [client, other] = [connect(), connect('till')]
  const request = produceOf(25_000)
  const { throttleTimeMs, responses } = await client.ask(produceApi, 9, request)
  t.is(throttleTimeMs, sizeOf(request) - 10_000)
  t.is(responses[0]!.partitionResponses[0]!.errorCode, 0)
  t.is((await other.ask(produceApi, 9, request)).throttleTimeMs, 0)

  let isAnswered = false
  const next = client.ask(apiVersionsApi, 0, {}).then(() => (isAnswered = true))
  await clock.advance(throttleTimeMs - 1)
  await settle()
  t.false(isAnswered)
  await clock.advance(1)
  t.true(await next)
})

test('a request that wants no answer is paid for all the same', async (t) => {
  const { clock, connect } = await start(t, { quotas: [{ clientId: null, producerByteRate: 1000 }] })
  const client = connect()
  client.write(encodeRequestFrame(produceApi, 9, 1, 'shop', produceOf(20_000, 0)))
  let isAnswered = false
  const next = client.ask(metadataApi, 1, { topics: null }).then(() => (isAnswered = true))
  await settle()
  await clock.advance(10_000)
  t.false(isAnswered)
  await clock.advance(200)
  t.true(await next)
})

test('a consumer that reads too much gets nothing for a while, and nothing is lost', async (t) => {
  const { clock, connect } = await start(t, { quotas: [{ user: 'ANONYMOUS', consumerByteRate: 1000 }] })
  const client = connect()
  for (let i = 0; i < 4; i++) await client.ask(produceApi, 9, produceOf(4000))
  // No more than ten windows’ worth is read at once: two batches of four.
  const first = await client.ask(fetchApi, 11, fetchOf(0n))
  t.is(first.throttleTimeMs, 0)
  const { length } = first.responses[0]!.partitions[0]!.records!
  t.is(length, 2 * batchOf(['x'.repeat(4000)]).length)
  const refused = await client.ask(fetchApi, 11, fetchOf(2n))
  t.deepEqual(refused.responses, [])
  t.true(refused.throttleTimeMs > 5000)
  const second = await untilRead(clock, refused, () => client.ask(fetchApi, 11, fetchOf(2n)))
  t.is(second.responses[0]!.partitions[0]!.records!.length, length)
})

test('a fetch session goes on behind an answer that was left out', async (t) => {
  const { clock, connect } = await start(t, { quotas: [{ clientId: 'shop', consumerByteRate: 1000 }] })
  const [client, other] = [connect(), connect('till')]
  const opened = await client.ask(fetchApi, 11, fetchOf(0n, { sessionEpoch: 0 }))
  t.true(opened.sessionId > 0)
  for (let i = 0; i < 4; i++) await other.ask(produceApi, 9, produceOf(4000))
  const session = (sessionEpoch: number) => ({ sessionId: opened.sessionId, sessionEpoch })
  const read = await client.ask(fetchApi, 11, { ...fetchOf(0n, session(1)), topics: [] })
  t.is(read.throttleTimeMs, 0)
  const refused = await client.ask(fetchApi, 11, fetchOf(2n, session(2)))
  t.like(refused, { errorCode: 0, sessionId: opened.sessionId, responses: [] })
  let epoch = 3
  const again = () => client.ask(fetchApi, 11, { ...fetchOf(2n, session(epoch++)), topics: [] })
  const later = await untilRead(clock, refused, again)
  t.is(later.responses[0]!.partitions[0]!.records!.length, 2 * batchOf(['x'.repeat(4000)]).length)
})

test('quotas that administrators set hold from the next request on, for users above client ids', async (t) => {
  const { connect } = await start(t, {})
  const admin = connect('admin')
  const set = async (entity: { entityType: string; entityName: string | null }[], value: number) => {
    const ops = [{ key: 'producer_byte_rate', value, remove: false }]
    const { entries } = await admin.ask(alterClientQuotasApi, 1, { entries: [{ entity, ops }], validateOnly: false })
    t.is(entries[0]!.errorCode, 0)
  }
  const request = produceOf(25_000)
  t.is((await connect().ask(produceApi, 9, request)).throttleTimeMs, 0)
  await set([{ entityType: 'client-id', entityName: 'shop' }], 1000)
  t.is((await connect().ask(produceApi, 9, request)).throttleTimeMs, sizeOf(request) - 10_000)
  await set([{ entityType: 'user', entityName: null }], 1_000_000)
  t.is((await connect().ask(produceApi, 9, request)).throttleTimeMs, 0)
})

test('time of the broker is a quota, too: a client waits for one window at most', async (t) => {
  const { clock, connect } = await start(t, { quotas: [{ clientId: 'shop', requestPercentage: 1 }] })
  const client = connect()
  await client.ask(metadataApi, 3, { topics: null })
  // A request that takes three seconds of the broker's time.
  const now = clock.nowMs.bind(clock)
  let calls = 0
  const slow = () => now() + 1000 * calls++
  clock.nowMs = slow
  const answer = await client.ask(metadataApi, 3, { topics: null })
  clock.nowMs = now
  t.is(answer.throttleTimeMs, 1000)
})

test('unless asked to, quotas slow nobody down', async (t) => {
  const quotas = [{ clientId: 'shop', producerByteRate: 1, requestPercentage: 0.001 }]
  const { connect } = await start(t, { enforceQuotas: false, quotas })
  const client = connect()
  for (let i = 0; i < 3; i++) t.is((await client.ask(produceApi, 9, produceOf(25_000))).throttleTimeMs, 0)
})

test('an interceptor’s throttle time is what the client is told; the quota is what holds', async (t) => {
  const { broker, clock, connect } = await start(t, { quotas: [{ clientId: 'shop', producerByteRate: 1000 }] })
  broker.intercept({ api: produceApi, times: 1 }, { throttleTimeMs: 7 })
  const client = connect()
  t.is((await client.ask(produceApi, 9, produceOf(12_000))).throttleTimeMs, 7)
  let isAnswered = false
  const next = client.ask(apiVersionsApi, 0, {}).then(() => (isAnswered = true))
  await clock.advance(1000)
  t.false(isAnswered)
  await clock.advance(2000)
  t.true(await next)
})

test('a client that goes while it is muted leaves no timer behind', async (t) => {
  const { broker, clock, connect } = await start(t, { quotas: [{ clientId: 'shop', producerByteRate: 1 }] })
  const client = connect()
  await client.ask(produceApi, 9, produceOf(1000))
  client.close()
  await settle()
  await broker.close()
  t.is(clock.nextTimerAtMs, Infinity)
})

test('quotas for nobody, of other names and of nothing are refused', async (t) => {
  const wrong: [BrokerOptions['quotas'], RegExp][] = [
    [[{ producerByteRate: 1 }], /give a user, a clientId or both/],
    [[{ user: 'a', byteRate: 1 } as never], /there is no byteRate, but producerByteRate/],
    [[{ user: 'a', producerByteRate: 0 }], /must be greater than 0/],
  ]
  for (const [quotas, message] of wrong)
    await t.throwsAsync(Broker.start({ quotas }), { instanceOf: UsageError, message })
})
