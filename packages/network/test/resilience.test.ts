// Clusters that move, throttle and are large.
import test from 'ava'

import { ErrorCode } from '@odradek/protocol'
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
  client.metadata.requestUpdate(network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(1000)
  t.log(`an update takes ${Math.round(performance.now() - startedMs)} ms, both sides together`)
  await assertAllGone(t, network, client)
})
