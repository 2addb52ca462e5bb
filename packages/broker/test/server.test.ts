import { ByteReader } from '@odradek/bytes'
import { MemoryNetwork, nodeTcp, type Transport } from '@odradek/network'
import { encodeRequestFrame, ErrorCode } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { FakeClock, readGolden, seededRandom, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerEvent, type BrokerOptions } from '../src/index.ts'
import { BrokerCore } from '../src/core/broker-core.ts'
import { Server } from '../src/server.ts'
import { batchOf } from './core/batches.ts'
import { lonelyBroker } from './core/core-harness.ts'
import { RawClient } from './raw-client.ts'

interface World {
  readonly broker: Broker
  readonly clock: FakeClock
  readonly events: BrokerEvent[]
  connect(): RawClient
}

async function start(
  t: ExecutionContext,
  options: BrokerOptions = {},
  transport: Transport = new MemoryNetwork(),
): Promise<World> {
  const clock = new FakeClock()
  const events: BrokerEvent[] = []
  const environment = { clock, transport, random: seededRandom(1) }
  const topics = [{ name: 't', partitions: 2 }]
  const broker = await Broker.start({ topics, onEvent: (event) => events.push(event), ...options }, environment)
  t.teardown(() => broker.close())
  const connect = () => new RawClient(transport, { host: broker.host, port: broker.port })
  return { broker, clock, events, connect }
}

function fetchRequest(maxWaitMs: number) {
  const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }]
  return { minBytes: 1, maxWaitMs, topics: [{ topic: 't', partitions }] }
}

function produceRequest(acks = 1, topic = 't') {
  return { acks, topicData: [{ name: topic, partitionData: [{ index: 0, records: batchOf(['a']) }] }] }
}

function concat(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

const transports: [string, () => Transport][] = [
  ['memory', () => new MemoryNetwork()],
  ['memory in pieces of 3 bytes', () => new MemoryNetwork({ pieceSize: 3 })],
  ['TCP', () => nodeTcp],
]

for (const [name, transport] of transports) {
  test(`over ${name}: versions, metadata, produce and fetch`, async (t) => {
    const { broker, connect } = await start(t, {}, transport())
    const client = connect()
    const { apiKeys } = await client.ask(apiVersionsApi, 0, {})
    t.true(apiKeys.some((api) => api.apiKey === 0))
    const { brokers } = await client.ask(metadataApi, 12, { topics: null })
    t.is(`${brokers[0]!.host}:${brokers[0]!.port}`, broker.bootstrapServers)
    const produced = await client.ask(produceApi, 9, produceRequest())
    t.is(produced.responses[0]!.partitionResponses[0]!.errorCode, 0)
    const fetched = await client.ask(fetchApi, 11, fetchRequest(0))
    t.is(fetched.responses[0]!.partitions[0]!.records!.length, batchOf(['a']).length)
  })

  test(`over ${name}: the broker serves on after garbage on other connections`, async (t) => {
    const { connect } = await start(t, {}, transport())
    const bystander = connect()
    await bystander.ask(apiVersionsApi, 0, {})
    const garbage = [
      Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0),
      Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0),
      new TextEncoder().encode('GET / HTTP/1.1\r\nHost: kafka\r\n\r\n'),
      Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03),
      Uint8Array.of(0, 0, 0, 0),
      Uint8Array.of(0, 0, 0, 3, 0, 18, 0),
      Uint8Array.of(0, 0, 0, 10, 0x7f, 0xff, 0, 0, 0, 0, 0, 1, 0xff, 0xff),
    ]
    for (const bytes of garbage) {
      const client = connect()
      client.write(bytes)
      await client.closed
    }
    t.is((await bystander.ask(metadataApi, 1, { topics: null })).topics.length, 1)
  })
}

test('ApiVersions of a version that is not spoken is answered in version 0 with the versions that are; then it goes on', async (t) => {
  const { connect } = await start(t)
  const client = connect()
  for (const version of [5, 99, 32767]) {
    client.write(
      concat(Uint8Array.of(0, 0, 0, 13, 0, 18, version >> 8, version & 0xff, 0, 0, 0, 9, 0xff, 0xff, 0, 1, 1)),
    )
    // Correlation id, error 35, one range: key 18, versions 0 to 4.
    t.deepEqual([...(await client.frame())!], [0, 0, 0, 9, 0, 35, 0, 0, 0, 1, 0, 18, 0, 0, 0, 4])
  }
  t.is((await client.ask(apiVersionsApi, 3, { clientSoftwareName: 'a', clientSoftwareVersion: '1' })).errorCode, 0)
})

test('a version of another API that is not spoken closes the connection', async (t) => {
  const { connect, events } = await start(t)
  for (const [api, version] of [
    [produceApi, 2],
    [fetchApi, 3],
  ] as const) {
    const client = connect()
    client.write(encodeRequestFrame(api as never, version, 1, 'c', {}))
    await client.closed
  }
  const reasons = events.flatMap((event) => (event.type === 'connection-closed' ? [event.reason] : []))
  t.deepEqual(reasons, ['Produce 2 is not spoken here', 'Fetch 3 is not spoken here'])
})

test('bytes behind a request are passed over, as Kafka does', async (t) => {
  const { connect } = await start(t)
  const client = connect()
  const frame = concat(encodeRequestFrame(apiVersionsApi, 0, 1, 'c', {}), Uint8Array.of(1))
  new DataView(frame.buffer).setInt32(0, frame.length - 4)
  client.write(frame)
  t.is(new ByteReader((await client.frame())!).readInt32(), 1)
})

test('requests that come in one piece are answered in their order', async (t) => {
  const { connect } = await start(t)
  const client = connect()
  const frames = Array.from({ length: 50 }, (_, id) => encodeRequestFrame(metadataApi, 1, id, 'c', { topics: null }))
  client.write(concat(...frames))
  for (let id = 0; id < 50; id++) t.is(new ByteReader((await client.frame())!).readInt32(), id)
})

test('a fetch that waits holds up its own connection and no other', async (t) => {
  const { connect, clock } = await start(t)
  const waiting = connect()
  const fetched = waiting.ask(fetchApi, 11, fetchRequest(5000))
  let behindIsAnswered = false
  await settle()
  const frames = encodeRequestFrame(apiVersionsApi, 0, 7, 'c', {})
  waiting.write(frames)
  const other = connect()
  t.is((await other.ask(metadataApi, 1, { topics: null })).topics.length, 1)
  const behind = fetched.then(() => waiting.frame()).then(() => (behindIsAnswered = true))
  await clock.advance(4999)
  t.false(behindIsAnswered)
  await clock.advance(1)
  t.is((await fetched).responses[0]!.partitions[0]!.records!.length, 0)
  await behind
  t.true(behindIsAnswered)
})

test('a fetch that waits is answered when another connection produces', async (t) => {
  const { connect, clock } = await start(t)
  const idleUntilMs = clock.nextTimerAtMs
  const fetched = connect().ask(fetchApi, 11, fetchRequest(5000))
  await settle()
  await connect().ask(produceApi, 9, produceRequest())
  t.true((await fetched).responses[0]!.partitions[0]!.records!.length > 0)
  t.is(clock.nextTimerAtMs, idleUntilMs)
})

test('a client that goes while its fetch waits leaves nothing behind', async (t) => {
  const { connect, clock, events } = await start(t)
  const idleUntilMs = clock.nextTimerAtMs
  const client = connect()
  client.write(encodeRequestFrame(fetchApi, 11, 1, 'c', fetchRequest(5000)))
  await settle()
  client.close()
  await settle()
  await connect().ask(produceApi, 9, produceRequest())
  await clock.advance(6000)
  t.deepEqual(
    events.filter((event) => event.type === 'request-failed'),
    [],
  )
  t.is(clock.nextTimerAtMs, idleUntilMs)
})

test('with acks 0 nothing is answered, and the next request is', async (t) => {
  const { connect } = await start(t)
  const client = connect()
  client.write(encodeRequestFrame(produceApi, 9, 1, 'c', produceRequest(0)))
  t.true((await client.ask(fetchApi, 11, fetchRequest(0))).responses[0]!.partitions[0]!.records!.length > 0)
  client.write(encodeRequestFrame(produceApi, 9, 1, 'c', produceRequest(0, 'unknown')))
  await client.closed
})

test('a client that does not read its answers is asked no more, and loses none', async (t) => {
  const { connect } = await start(t)
  const large = batchOf(['x'.repeat(500_000)])
  await connect().ask(produceApi, 9, {
    acks: 1,
    topicData: [{ name: 't', partitionData: [{ index: 0, records: large }] }],
  })
  const client = connect()
  await client.opened
  client.pause()
  for (let id = 0; id < 20; id++) client.write(encodeRequestFrame(fetchApi, 11, id, 'c', fetchRequest(0)))
  await settle()
  client.resume()
  for (let id = 0; id < 20; id++) {
    const frame = (await client.frame())!
    t.is(new ByteReader(frame).readInt32(), id)
    t.true(frame.length > 500_000)
  }
})

test('a fault of the broker closes the connection and is told; the broker serves on', async (t) => {
  const transport = new MemoryNetwork()
  const events: BrokerEvent[] = []
  const state = lonelyBroker()
  const fault = new Error('a fault')
  state.topics.all = () => {
    throw fault
  }
  const onEvent = (event: BrokerEvent) => {
    events.push(event)
    throw new Error('a fault of the listener')
  }
  const core = new BrokerCore(state)
  const server = new Server({ core, clock: new FakeClock(), transport, maxFrameSize: 1000, onEvent })
  const address = await server.listen({ host: 'broker', port: 0 })
  const client = new RawClient(transport, address)
  client.write(encodeRequestFrame(metadataApi, 1, 1, 'c', { topics: null }))
  await client.closed
  const failed = events.filter((event) => event.type === 'request-failed')
  t.deepEqual(failed, [{ type: 'request-failed', connectionId: 1, api: 'Metadata', version: 1, error: fault }])
  t.is((await new RawClient(transport, address).ask(apiVersionsApi, 0, {})).errorCode, 0)
  await server.close()
})

test('each frame of the golden corpus, cut, changed or whole: the broker serves on', async (t) => {
  const { connect, events } = await start(t)
  const random = seededRandom(7)
  const frames = [...readGolden<{ hex: string }>('frames.jsonl'), ...readGolden<{ hex: string }>('frames-legacy.jsonl')]
  let sent = 0
  for (const { hex } of frames) {
    const whole = Uint8Array.from(Buffer.from(hex, 'hex'))
    const cut = whole.slice(0, Math.floor(random() * whole.length))
    const shorter = cut.slice()
    if (shorter.length >= 4) new DataView(shorter.buffer).setInt32(0, shorter.length - 4)
    const changed = whole.slice()
    for (let flips = 0; flips < 3; flips++)
      changed[4 + Math.floor(random() * (changed.length - 4))]! ^= 1 << Math.floor(random() * 8)
    const header = whole.slice()
    header[5] = Math.floor(random() * 70)
    header[7] = Math.floor(random() * 14)
    for (const bytes of [whole, cut, shorter, changed, header]) {
      const client = connect()
      client.write(bytes)
      await settle()
      client.close()
      sent++
    }
  }
  await settle()
  t.true(sent > 1500)
  t.deepEqual(
    events.flatMap((event) =>
      event.type === 'request-failed' ? [`${event.api} ${event.version}: ${String(event.error)}`] : [],
    ),
    [],
  )
  const { topics } = await connect().ask(metadataApi, 1, { topics: [{ name: 't' }] })
  t.is(topics[0]!.errorCode, ErrorCode.NONE)
})

test('a closed broker has closed its connections and takes no more', async (t) => {
  const { connect, broker, clock } = await start(t)
  const client = connect()
  await client.opened
  const fetching = t.throwsAsync(client.ask(fetchApi, 11, fetchRequest(5000)), { message: /closed/ })
  await settle()
  await broker.close()
  await client.closed
  await fetching
  await connect().closed
  t.is(clock.nextTimerAtMs, Infinity)
  await broker.close()
})
