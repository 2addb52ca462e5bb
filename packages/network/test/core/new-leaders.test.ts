import test from 'ava'

import { metadataApi } from '@odradek/protocol/apis/metadata'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { advanceUntilSettled, ScriptedNetwork } from '@odradek/test-kit'

import { emptyClusterMetadata } from '../../src/core/cluster-metadata.ts'
import { newLeaders } from '../../src/core/new-leaders.ts'
import { updateClusterMetadata } from '../../src/core/metadata-update.ts'
import { makeClient } from '../support/make-client.ts'

const picture = (before: typeof emptyClusterMetadata, leaders: readonly (readonly [number, number])[]) => {
  const partitions = leaders.map(([leaderId, leaderEpoch], partitionIndex) => ({
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes: [],
    isrNodes: [],
    offlineReplicas: [],
    errorCode: 0,
  }))
  const topic = {
    name: 't',
    topicId: 'AAAAAAAAAAAAAAAAAAAAAQ',
    isInternal: false,
    errorCode: 0,
    partitions,
    topicAuthorizedOperations: 0,
  }
  const response = {
    throttleTimeMs: 0,
    brokers: [],
    clusterId: 'c',
    controllerId: 1,
    topics: [topic],
    clusterAuthorizedOperations: 0,
    errorCode: 0,
  }
  return updateClusterMetadata(before, response, metadataApi.latestStableVersion, new Set(['t']))
}

test('a broker is a new leader where the leader epoch has grown, and not where a topic is new or nobody leads', (t) => {
  const first = picture(emptyClusterMetadata, [
    [1, 0],
    [2, 0],
    [3, 4],
  ])
  t.deepEqual([...newLeaders(emptyClusterMetadata, first)], [])
  t.deepEqual([...newLeaders(first, first)], [])
  const second = picture(first, [
    [1, 0],
    [3, 1],
    [-1, 5],
  ])
  t.deepEqual([...newLeaders(first, second)], [3])
})

test('a broker that is elected leader is connected to at once, however long the back-off', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  network.cluster.setTopic('orders', { leaders: [1] })
  network.on(heartbeatApi, () => ({ errorCode: 0 }))
  const client = makeClient(network, { reconnectBackoffMs: 60_000, reconnectBackoffMaxMs: 60_000 })
  client.metadata.addTopics(['orders'], 0)
  client.wakeup()
  await network.clock.advance(200)
  network.broker(2).stop()
  const destination = { nodeId: 2, channel: 'coordinator' } as const
  await t.throwsAsync(advanceUntilSettled(network.clock, client.send(destination, heartbeatApi, {})))
  network.broker(2).start()
  network.cluster.setLeader('orders', 0, 2)
  client.metadata.requestUpdate(network.clock.nowMs())
  const before = network.clock.nowMs()
  await advanceUntilSettled(network.clock, client.send(destination, heartbeatApi, {}))
  t.true(network.clock.nowMs() - before < 2000, `${network.clock.nowMs() - before} ms`)
  await client.close()
})
