import { MemoryNetwork } from '@odradek/network'
import { TimeoutError } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { FakeClock, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { RequestLog } from '../../src/control/request-log.ts'
import { SeenRequest } from '../../src/control/seen-request.ts'
import { Broker } from '../../src/index.ts'
import { RawClient } from '../raw-client.ts'

async function start(t: ExecutionContext) {
  const clock = new FakeClock()
  const transport = new MemoryNetwork()
  const broker = await Broker.start({ topics: ['t'] }, { clock, transport, random: seededRandom(1) })
  t.teardown(() => broker.close())
  return { broker, clock, client: new RawClient(transport, { host: broker.host, port: broker.port }) }
}

function seen(version: number, size = 10): SeenRequest {
  const from = { clientId: 'c', clientHost: '/h', connectionId: 1, nodeId: 1, atMs: 5 }
  return new SeenRequest({ api: metadataApi as never, version, size, body: {}, ...from }, () => undefined)
}

test('a broker keeps the requests that it has seen, with their versions', async (t) => {
  const { broker, client } = await start(t)
  await client.ask(apiVersionsApi, 0, {})
  await client.ask(metadataApi, 9, { topics: [{ name: 't' }] })
  await client.ask(metadataApi, 1, { topics: [] })
  t.deepEqual(
    [...broker.requests].map(({ api, version, clientId, nodeId }) => `${api} ${version} ${clientId} ${nodeId}`),
    ['ApiVersions 0 raw 1', 'Metadata 9 raw 1', 'Metadata 1 raw 1'],
  )
  const [first] = broker.requests.all(metadataApi)
  t.is(first!.body.topics![0]!.name, 't')
  t.is(broker.requests.last(metadataApi)!.version, 1)
  t.is(broker.requests.all({ topic: 't' }).length, 1)
  t.is(broker.requests.last({ clientId: 'nobody' }), undefined)
  broker.requests.clear()
  t.is(broker.requests.length, 0)
  t.is(broker.requests.seen, 3)
})

test('the log forgets the oldest beyond its number and its bytes', (t) => {
  const byNumber = new RequestLog({ maxRequests: 100, maxBytes: 1e9 })
  for (let i = 0; i < 1000; i += 1) byNumber.add(seen(i))
  t.deepEqual(
    byNumber.all().map(({ version }) => version),
    Array.from({ length: 100 }, (_, i) => 900 + i),
  )
  const byBytes = new RequestLog({ maxRequests: 100, maxBytes: 35 })
  for (let i = 0; i < 10; i += 1) byBytes.add(seen(i))
  t.deepEqual(
    byBytes.all().map(({ version }) => version),
    [7, 8, 9],
  )
  byBytes.add(seen(10, 36))
  t.is(byBytes.length, 0)
  t.is(byBytes.seen, 11)
})

test('one can wait for a request: one that came, or is to come', async (t) => {
  const { broker, client } = await start(t)
  const waiting = broker.untilRequest({ api: metadataApi, where: ({ body }) => body.topics === null })
  await client.ask(metadataApi, 1, { topics: [] })
  await client.ask(metadataApi, 5, { topics: null })
  t.is((await waiting).version, 5)
  t.is((await broker.untilRequest(metadataApi)).version, 1)
})

test('when the time is up, the error says what came instead', async (t) => {
  const { broker, client, clock } = await start(t)
  await client.ask(apiVersionsApi, 0, {})
  await client.ask(apiVersionsApi, 0, {})
  const waiting = broker.untilRequest({ api: metadataApi, topic: 'x', clientId: 'me' }, { timeoutMs: 500 })
  const failed = t.throwsAsync(waiting, {
    instanceOf: TimeoutError,
    message: 'Timed out after 500 ms waiting for a Metadata of client me about topic x. These came: ApiVersions (2).',
  })
  await clock.advance(500)
  await failed
})
