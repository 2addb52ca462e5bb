// Clusters that move, throttle and are large.
import test from 'ava'

import { ConnectionError, ErrorCode, TimeoutError } from '@odradek/protocol'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { advanceUntilSettled, ScriptedNetwork } from '@odradek/test-kit'

import { assertAllGone } from './support/assert-all-gone.ts'
import { makeClient } from './support/make-client.ts'

test('a broker that throttles gets no request until its time is over', async (t) => {
  const network = new ScriptedNetwork()
  const times: number[] = []
  network.on(findCoordinatorApi, () => {
    times.push(network.clock.nowMs())
    return { throttleTimeMs: times.length === 1 ? 5000 : 0, coordinators: [] }
  })
  const client = makeClient(network)
  const ask = () => client.send('any', findCoordinatorApi, { coordinatorKeys: ['g'] }, { minVersion: 4 })
  await advanceUntilSettled(network.clock, ask())
  await advanceUntilSettled(network.clock, ask())
  t.is(times.length, 2)
  t.true(times[1]! - times[0]! >= 5000, `${times[1]! - times[0]!} ms`)
  await assertAllGone(t, network, client)
})

test('a broker that throttles for weeks ends no request later than its own time limit', async (t) => {
  const network = new ScriptedNetwork()
  network.on(findCoordinatorApi, () => ({ throttleTimeMs: 0x7fffffff, coordinators: [] }))
  const client = makeClient(network)
  const ask = () =>
    client.send('any', findCoordinatorApi, { coordinatorKeys: ['g'] }, { minVersion: 4, timeoutMs: 2000 })
  await advanceUntilSettled(network.clock, ask())
  const startedMs = network.clock.nowMs()
  await t.throwsAsync(advanceUntilSettled(network.clock, ask()))
  t.true(network.clock.nowMs() - startedMs <= 2000)
  await assertAllGone(t, network, client)
})

test('a broker that wants a new start (REBOOTSTRAP_REQUIRED) is left for the addresses that the user gave', async (t) => {
  const network = new ScriptedNetwork()
  let answers = 0
  network.on(metadataApi, () => {
    answers++
    if (answers === 2) return { errorCode: ErrorCode.REBOOTSTRAP_REQUIRED }
    return { brokers: [{ nodeId: 7, host: 'broker-1', port: 9092, rack: null }], topics: [], controllerId: 7 }
  })
  const client = makeClient(network)
  const updates: number[][] = []
  client.metadata.onUpdate(({ brokers }) => void updates.push([...brokers.keys()]))
  client.metadata.addTopics(['t'], network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(1000)
  client.metadata.requestUpdate(network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(5000)
  t.deepEqual(updates.slice(0, 3), [[7], [], [7]])
  await assertAllGone(t, network, client)
})

test('1,000 topics with 10,000 partitions are a picture of the cluster like any other', async (t) => {
  const network = new ScriptedNetwork()
  const names = Array.from({ length: 1000 }, (_, index) => `topic-${index}`)
  const partitions = Array.from({ length: 10 }, (_, partitionIndex) => ({
    partitionIndex,
    leaderId: 1,
    leaderEpoch: 3,
    replicaNodes: [1, 2, 3],
    isrNodes: [1, 2, 3],
  }))
  network.on(metadataApi, () => ({
    brokers: [{ nodeId: 1, host: 'broker-1', port: 9092, rack: null }],
    topics: names.map((name) => ({ name, partitions })),
  }))
  const client = makeClient(network)
  client.metadata.setTopics('all', network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(1000)
  const { topics } = client.metadata.current
  t.is(topics.size, 1000)
  t.true([...topics.values()].every((topic) => topic.partitions.length === 10))
  const startedMs = performance.now()
  const heapBefore = process.memoryUsage().heapUsed
  for (let update = 0; update < 20; update++) {
    client.metadata.requestUpdate(network.clock.nowMs())
    client.wakeup()
    await network.clock.advance(1000)
  }
  const megabytes = (process.memoryUsage().heapUsed - heapBefore) / 1e6
  t.log(`an update takes ${Math.round((performance.now() - startedMs) / 20)} ms, both sides together`)
  t.log(`20 updates leave ${Math.round(megabytes)} MB on the heap before it is cleaned up`)
  t.true(megabytes < 500, 'one picture is kept, not all of them')
  await assertAllGone(t, network, client)
})

test('a cable that is cut: the request under way times out, and the next goes by a new connection', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network, { requestTimeoutMs: 5000 })
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  for (const connection of network.memory.connections) connection.swallow('both')
  const startedMs = network.clock.nowMs()
  const lost = client.send('any', metadataApi, {})
  await t.throwsAsync(advanceUntilSettled(network.clock, lost), { instanceOf: TimeoutError, message: /5000 ms/ })
  t.is(network.clock.nowMs() - startedMs, 5000)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.is(network.openConnections, 1, 'the dead one is closed')
  await assertAllGone(t, network, client)
})

test('a cable that is cut while nothing is sent: the connection is given up when it has been idle for long', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network, { connectionsMaxIdleMs: 60_000 })
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  for (const connection of network.memory.connections) connection.swallow('both')
  await network.clock.advance(60_000)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.is(network.openConnections, 1)
  await assertAllGone(t, network, client)
})

test('a peer that takes connections and says nothing holds no request longer than its time limit', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  let taken = 0
  const silent = { host: 'silent', port: 9092 }
  await network.memory.listen(silent, () => {
    taken++
    return { onData: () => undefined, onClose: () => undefined }
  })
  const client = makeClient(network, { bootstrapServers: 'silent:9092', requestTimeoutMs: 3000 })
  const startedMs = network.clock.nowMs()
  await t.throwsAsync(advanceUntilSettled(network.clock, client.send('any', metadataApi, {})))
  t.true(network.clock.nowMs() - startedMs <= 3000)
  t.true(taken >= 1 && taken <= 3, `${taken} connections: no storm`)
  await assertAllGone(t, network, client)
  const both = makeClient(network, { bootstrapServers: `silent:9092,${network.bootstrapServers}` })
  for (let i = 0; i < 5; i++) await advanceUntilSettled(network.clock, both.send('any', metadataApi, {}))
  await assertAllGone(t, network, both)
})

test('an answer that says it is larger than may be ends its connection at once, whatever it would hold', async (t) => {
  const network = new ScriptedNetwork()
  network.on(metadataApi, () => ({ clusterId: 'x'.repeat(5000) }))
  const client = makeClient(network, {}, { maxResponseSize: 1000 })
  const startedMs = network.clock.nowMs()
  const asked = client.send('any', metadataApi, {})
  await t.throwsAsync(advanceUntilSettled(network.clock, asked), { instanceOf: ConnectionError, message: /1000/ })
  t.true(network.clock.nowMs() - startedMs < 100)
  await assertAllGone(t, network, client)
})
