import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { Broker, type BrokerOptions } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import test, { type ExecutionContext } from 'ava'
import { KafkaProxy } from '../../src/proxy/kafka-proxy.ts'
import type { ProxyFault } from '../../src/proxy/proxy-fault.ts'

const run = promisify(execFile)

async function start(t: ExecutionContext, faults: ProxyFault[] = [], options: BrokerOptions = {}) {
  const broker = await Broker.start({ partitions: 2, ...options })
  const proxy = await KafkaProxy.start({ to: [{ host: broker.host, port: broker.port }], faults })
  t.teardown(async () => {
    await proxy.close()
    await broker.close()
  })
  const { bootstrapServers } = proxy
  return { broker, proxy, bootstrapServers }
}

async function produce(bootstrapServers: string, topic: string, value: string) {
  await using producer = new Producer({ bootstrapServers, retryBackoffMs: 10 })
  return producer.send({ topic, value })
}

test('clients that come through the proxy stay behind it', async (t) => {
  const { broker, proxy, bootstrapServers } = await start(t)
  await produce(bootstrapServers, 'orders', 'a')
  await using consumer = new Consumer({ bootstrapServers, groupId: 'g', topics: 'orders', autoOffsetReset: 'earliest' })
  for await (const record of consumer) {
    t.is(new TextDecoder().decode(record.value!), 'a')
    break
  }
  t.true(proxy.connectionCount > 0)
  t.deepEqual(await proxy.brokers(), { [broker.bootstrapServers]: bootstrapServers })
  // Each connection of the broker is one of the proxy's: nothing went past it.
  t.true(broker.requests.all(fetchApi).length > 0)
})

test('kcat produces and consumes through the proxy, with delays and errors', async (t) => {
  const faults = [
    { delayMs: 1 },
    { api: 'Produce', error: 'NOT_ENOUGH_REPLICAS', times: 1 },
    { api: 'Fetch', error: 'NOT_LEADER_OR_FOLLOWER', times: 1 },
  ]
  const { broker, proxy, bootstrapServers } = await start(t, faults)
  const produced = run('kcat', ['-b', bootstrapServers, '-t', 'k', '-P', '-X', 'retry.backoff.ms=10'])
  produced.child.stdin!.end('one\ntwo\n')
  await produced
  const { stdout } = await run('kcat', ['-b', bootstrapServers, '-t', 'k', '-C', '-e', '-q', '-o', 'beginning'])
  t.deepEqual(stdout.trim().split('\n').sort(), ['one', 'two'])
  t.deepEqual(
    proxy.faults.list().map(({ hits }) => hits > 0),
    [true, true, true],
  )
  t.is((await broker.records('k')).length, 2)
  const { stdout: listed } = await run('kcat', ['-b', bootstrapServers, '-L', '-J'])
  const { brokers } = JSON.parse(listed) as { brokers: { name: string }[] }
  t.deepEqual(
    brokers.map(({ name }) => name),
    [bootstrapServers],
  )
})

test('an error is answered in place of the broker, and the client goes on when it is over', async (t) => {
  const { broker, proxy, bootstrapServers } = await start(t, [
    { api: 'Produce', topic: 'orders', error: 'NOT_LEADER_OR_FOLLOWER', times: 2 },
  ])
  const { offset } = await produce(bootstrapServers, 'orders', 'a')
  t.is(offset, 0n)
  t.is(proxy.faults.list()[0]!.hits, 2)
  t.is(broker.requests.all(produceApi).length, 1)
})

test('with `handled` the broker has done what it is said to have failed at', async (t) => {
  const { broker, bootstrapServers } = await start(t, [
    { api: 'Produce', error: 'REQUEST_TIMED_OUT', handled: true, times: 1 },
  ])
  await produce(bootstrapServers, 'orders', 'a')
  t.is(broker.requests.all(produceApi).length, 2)
})

test('a part of an answer and a closed connection do not confuse a client for long', async (t) => {
  const faults = [
    { api: 'Metadata', partialBytes: 7, times: 1 },
    { api: 'Produce', disconnect: true, handled: true, times: 1 },
  ]
  const { proxy, bootstrapServers } = await start(t, faults)
  await produce(bootstrapServers, 'orders', 'a')
  t.deepEqual(
    proxy.faults.list().map(({ hits }) => hits),
    [1, 1],
  )
})

test('bandwidth is bounded each way', async (t) => {
  const { bootstrapServers } = await start(t, [{ api: 'Produce', bytesPerSecond: 100_000 }])
  const begun = performance.now()
  await produce(bootstrapServers, 'orders', 'x'.repeat(50_000))
  t.true(performance.now() - begun > 400)
})

test('a request that is dropped costs the client its patience, not the proxy', async (t) => {
  const { proxy, bootstrapServers } = await start(t, [{ api: 'Produce', drop: true, times: 1 }])
  await using producer = new Producer({
    bootstrapServers,
    requestTimeoutMs: 200,
    deliveryTimeoutMs: 20_000,
    retryBackoffMs: 10,
    lingerMs: 0,
  })
  await producer.send({ topic: 'orders', value: 'a' })
  t.is(proxy.faults.list()[0]!.hits, 1)
})

test('faults of a broker, a client or a chance meet nobody else', async (t) => {
  const { proxy, bootstrapServers } = await start(t, [
    { broker: 'elsewhere:9092', disconnect: true },
    { clientId: 'another', disconnect: true },
    { probability: 0, disconnect: true },
  ])
  await produce(bootstrapServers, 'orders', 'a')
  t.deepEqual(
    proxy.faults.list().map(({ hits }) => hits),
    [0, 0, 0],
  )
})

test('a broker that is away is a connection that is closed', async (t) => {
  const { broker, bootstrapServers } = await start(t)
  await broker.close()
  const failed = run('kcat', ['-b', bootstrapServers, '-L', '-m', '1'])
  await t.throwsAsync(failed)
})

test('a client of the proxy to three brokers is told of three ports of the proxy', async (t) => {
  await using cluster = await Broker.start({ brokers: 3, topics: [{ name: 't', partitions: 3 }] })
  const { host, port } = cluster
  await using proxy = await KafkaProxy.start({ to: [{ host, port }] })
  const listed = (await run('kcat', ['-b', proxy.bootstrapServers, '-L', '-J'])).stdout
  const { brokers } = JSON.parse(listed) as { brokers: { name: string }[] }
  const told = Object.values(await proxy.brokers())
  t.deepEqual(brokers.map(({ name }) => name).sort(), [...told].sort())
  t.is(told.length, 3)
  const produced = run('kcat', ['-b', proxy.bootstrapServers, '-t', 't', '-P'])
  produced.child.stdin!.end('a\nb\nc\nd\ne\n')
  await produced
  t.is((await cluster.untilRecords('t', 5)).length, 5)
})
