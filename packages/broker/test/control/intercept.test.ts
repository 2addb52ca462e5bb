import { MemoryNetwork } from '@odradek/network'
import { ErrorCode, UsageError } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { FakeClock, seededRandom, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerEvent } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

async function start(t: ExecutionContext) {
  const clock = new FakeClock()
  const transport = new MemoryNetwork()
  const events: BrokerEvent[] = []
  const broker = await Broker.start(
    { topics: [{ name: 't', partitions: 2 }, 'u'], onEvent: (event) => events.push(event) },
    { clock, transport, random: seededRandom(1) },
  )
  t.teardown(() => broker.close())
  const connect = () => new RawClient(transport, { host: broker.host, port: broker.port })
  return { broker, clock, events, connect, client: connect() }
}

function produceTo(...partitions: number[]) {
  const partitionData = partitions.map((index) => ({ index, records: batchOf(['a']) }))
  return { acks: -1, topicData: [{ name: 't', partitionData }] }
}

async function endOffset(client: RawClient, partitionIndex = 0): Promise<bigint> {
  const partitions = [{ partitionIndex, timestamp: -1n }]
  const { topics } = await client.ask(listOffsetsApi, 5, { topics: [{ name: 't', partitions }] })
  return topics[0]!.partitions[0]!.offset
}

test('an error stands at each partition of the answer, so often as told, and nothing is written', async (t) => {
  const { broker, client } = await start(t)
  const rule = broker.intercept({ api: produceApi, times: 2 }, { error: 'NOT_LEADER_OR_FOLLOWER' })
  for (const version of [3, 12]) {
    const { responses } = await client.ask(produceApi, version, produceTo(0, 1))
    t.deepEqual(
      responses[0]!.partitionResponses.map(({ index, errorCode, baseOffset }) => ({ index, errorCode, baseOffset })),
      [0, 1].map((index) => ({ index, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, baseOffset: -1n })),
    )
  }
  t.is(await endOffset(client), 0n)
  t.false(rule.isActive)
  const { responses } = await client.ask(produceApi, 12, produceTo(0))
  t.is(responses[0]!.partitionResponses[0]!.errorCode, 0)
  t.is(rule.hits, 2)
})

test('with `handled`, the broker has written the records although it says otherwise', async (t) => {
  const { broker, client } = await start(t)
  broker.intercept({ api: produceApi, times: 1 }, { error: 'REQUEST_TIMED_OUT', handled: true })
  const { responses } = await client.ask(produceApi, 9, produceTo(0))
  t.is(responses[0]!.partitionResponses[0]!.errorCode, ErrorCode.REQUEST_TIMED_OUT)
  t.is(await endOffset(client), 1n)
})

test('a function sees the request, typed by its API, and says what becomes of it', async (t) => {
  const { broker, client } = await start(t)
  const seen: string[] = []
  broker.intercept(produceApi, (request) => {
    seen.push(`${request.api} ${request.version} ${request.clientId} ${request.topics.join()} ${request.body.acks}`)
    return request.body.topicData[0]!.partitionData[0]!.index === 1 ? { error: 10 } : undefined
  })
  const first = await client.ask(produceApi, 9, produceTo(0))
  const second = await client.ask(produceApi, 9, produceTo(1))
  t.is(first.responses[0]!.partitionResponses[0]!.errorCode, 0)
  t.is(second.responses[0]!.partitionResponses[0]!.errorCode, ErrorCode.MESSAGE_TOO_LARGE)
  t.deepEqual(seen, ['Produce 9 raw t -1', 'Produce 9 raw t -1'])
})

test('a function may take its time: the request waits, other connections go on', async (t) => {
  const { broker, client, connect } = await start(t)
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  broker.intercept({ api: metadataApi, times: 1 }, () => released.then(() => ({ throttleTimeMs: 7 })))
  const waiting = client.ask(metadataApi, 9, { topics: [] })
  await settle()
  t.is((await connect().ask(apiVersionsApi, 0, {})).errorCode, 0)
  release()
  t.is((await waiting).throttleTimeMs, 7)
})

test('an answer of the test is sent in place of the broker’s, or made from it', async (t) => {
  const { broker, client } = await start(t)
  broker.intercept({ api: metadataApi, times: 1 }, { respond: { clusterId: 'nowhere', brokers: [] } })
  t.is((await client.ask(metadataApi, 9, { topics: [] })).clusterId, 'nowhere')
  const respond = { respond: (real: object) => ({ ...real, controllerId: 42 }) }
  broker.intercept({ api: metadataApi, times: 1 }, respond)
  const changed = await client.ask(metadataApi, 9, { topics: [] })
  t.is(changed.controllerId, 42)
  t.is(changed.brokers.length, 1)
})

test('delays pass by the clock of the broker, before and after the request is handled', async (t) => {
  const { broker, client, clock, connect } = await start(t)
  broker.intercept({ api: produceApi, times: 1 }, { delayMs: 60_000, delayResponseMs: 300_000 })
  let answered = false
  const asked = client.ask(produceApi, 9, produceTo(0)).then(() => (answered = true))
  const other = connect()
  await clock.advance(59_999)
  t.is(await endOffset(other), 0n)
  await clock.advance(1)
  t.is(await endOffset(other), 1n)
  await clock.advance(299_999)
  t.false(answered)
  await clock.advance(1)
  await asked
})

test('a dropped request is never answered, and nothing behind it on its connection', async (t) => {
  const { broker, client, clock, connect } = await start(t)
  broker.intercept({ api: produceApi, times: 1 }, { drop: true, handled: true })
  const answers: string[] = []
  const note = (name: string) => (answer: unknown) => answers.push(`${name} ${typeof answer}`)
  void client.ask(produceApi, 9, produceTo(0)).then(note('produce'), note('produce'))
  void client.ask(apiVersionsApi, 0, {}).then(note('versions'), note('versions'))
  await clock.advance(599_000)
  t.deepEqual(answers, [])
  t.false(client.isClosed)
  t.is(await endOffset(connect()), 1n)
})

test('a connection is closed before the request is handled, or after', async (t) => {
  const { broker, connect, events } = await start(t)
  for (const handled of [false, true]) {
    broker.intercept({ api: produceApi, times: 1 }, { disconnect: true, handled })
    const client = connect()
    await t.throwsAsync(client.ask(produceApi, 9, produceTo(0)), { message: /closed instead of answering/ })
    t.is(await endOffset(connect()), handled ? 1n : 0n)
  }
  const reasons = events.flatMap((event) => (event.type === 'connection-closed' ? [event.reason] : []))
  t.deepEqual(reasons, ['a fault was injected', 'a fault was injected'])
})

test('an error for a client that wants no answer closes its connection', async (t) => {
  const { broker, connect } = await start(t)
  broker.intercept({ api: produceApi, times: 1 }, { error: 'NOT_LEADER_OR_FOLLOWER' })
  const client = connect()
  await t.throwsAsync(client.ask(produceApi, 9, { ...produceTo(0), acks: 0 }), { message: /closed/ })
})

test('requests are told apart by client, topic and broker', async (t) => {
  const { broker, client } = await start(t)
  broker.intercept({ clientId: 'another' }, { disconnect: true })
  broker.intercept({ clientId: /^other/ }, { disconnect: true })
  broker.intercept({ topic: 'u' }, { error: 'TOPIC_AUTHORIZATION_FAILED' })
  broker.intercept({ nodeId: 7 }, { disconnect: true })
  broker.intercept({ where: ({ version }) => version === 8 }, { disconnect: true })
  const { topics } = await client.ask(metadataApi, 9, { topics: [{ name: 'u' }] })
  t.is(topics[0]!.errorCode, ErrorCode.TOPIC_AUTHORIZATION_FAILED)
  t.is((await client.ask(metadataApi, 9, { topics: [{ name: 't' }] })).topics[0]!.errorCode, 0)
  broker.clearInterceptions()
  t.is((await client.ask(metadataApi, 8, { topics: [{ name: 'u' }] })).topics[0]!.errorCode, 0)
})

test('topics named by id are known by their names', async (t) => {
  const { broker, client } = await start(t)
  const { topics } = await client.ask(metadataApi, 12, { topics: [{ name: 'u' }] })
  const { topicId } = topics[0]!
  broker.intercept({ api: fetchApi, topic: 'u' }, { error: 'KAFKA_STORAGE_ERROR' })
  const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }]
  const { responses } = await client.ask(fetchApi, 17, { maxWaitMs: 0, topics: [{ topicId, partitions }] })
  t.is(responses[0]!.topicId, topicId)
  t.is(responses[0]!.partitions[0]!.errorCode, ErrorCode.KAFKA_STORAGE_ERROR)
})

test('the first interception that was set up and has a fault goes first; then the next', async (t) => {
  const { broker, client } = await start(t)
  await client.ask(findCoordinatorApi, 3, { key: 'g' })
  broker.intercept({ api: heartbeatApi, times: 1 }, { error: 'REBALANCE_IN_PROGRESS' })
  broker.intercept({ api: heartbeatApi, times: 1 }, { error: 'NOT_COORDINATOR' })
  const codes = []
  for (let i = 0; i < 3; i += 1)
    codes.push((await client.ask(heartbeatApi, 4, { groupId: 'g', memberId: 'm' })).errorCode)
  t.deepEqual(codes, [ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.NOT_COORDINATOR, ErrorCode.UNKNOWN_MEMBER_ID])
})

test('what an interceptor throws, or cannot be sent, is told to the owner and costs that connection only', async (t) => {
  const { broker, connect, events } = await start(t)
  const fault = new Error('the test is wrong')
  const wrong: (() => never | Promise<never> | { respond: object })[] = [
    () => {
      throw fault
    },
    () => Promise.reject(fault),
    () => ({ respond: { topics: [{ name: 7 }] } }),
  ]
  for (const interceptor of wrong) {
    using _rule = broker.intercept({ api: metadataApi }, interceptor)
    const client = connect()
    await t.throwsAsync(client.ask(metadataApi, 1, { topics: [] }), { message: /closed/ })
  }
  t.is(events.filter((event) => event.type === 'request-failed').length, 3)
  t.is((await connect().ask(metadataApi, 1, { topics: [] })).topics.length, 0)
})

test('faults that make no sense are refused', async (t) => {
  const { broker } = await start(t)
  const wrong = [
    { drop: true, disconnect: true },
    { error: 'NO_SUCH' },
    { delayMs: -1 },
    { delay: 1 },
    { error: 40_000 },
  ]
  for (const fault of wrong) t.throws(() => broker.intercept(produceApi, fault as object), { instanceOf: UsageError })
  t.throws(() => broker.intercept({ times: 0 }, { drop: true }), { instanceOf: UsageError, message: /times/ })
})

test('a producer’s retry of what the broker has written is answered at once, with the offset that it has', async (t) => {
  const { broker, client } = await start(t)
  const records = batchOf(['a', 'b'], { producerId: 5n, producerEpoch: 0, baseSequence: 0 })
  const request = { acks: -1, timeoutMs: 30_000, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] }
  broker.intercept({ api: produceApi, times: 1 }, { error: 'REQUEST_TIMED_OUT', handled: true })
  await client.ask(produceApi, 9, request)
  const { responses } = await client.ask(produceApi, 9, request)
  t.like(responses[0]!.partitionResponses[0], { errorCode: 0, baseOffset: 0n })
  t.is(await endOffset(client), 2n)
})
