import test from 'ava'

import { ByteReader } from '@odradek/bytes'
import { decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { delayed, ScriptedNetwork, settle } from '@odradek/test-kit'

/** A bare connection: what was sent back, frame by frame. */
async function connect(network: ScriptedNetwork) {
  const frames: Uint8Array[] = []
  const calls: string[] = []
  const stream = network.memory.connect(network.broker(1).address, {
    onOpen: () => calls.push('open'),
    onData: (bytes) => frames.push(bytes.subarray(4)),
    onClose: () => calls.push('close'),
  })
  await settle()
  const heartbeat = (correlationId: number) =>
    stream.write(encodeRequestFrame(heartbeatApi, 4, correlationId, 'me', { groupId: 'g', memberId: 'm' }))
  return { stream, frames, calls, heartbeat, ids: () => frames.map((frame) => new ByteReader(frame).readInt32()) }
}

test('answers come in the order of the requests, however long each takes; a dropped one holds nothing up', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.once(heartbeatApi, () => delayed(500, {})).once(heartbeatApi, () => 'drop')
  broker.on(heartbeatApi, () => ({ errorCode: 0 }))
  const { heartbeat, ids } = await connect(network)
  for (const id of [1, 2, 3]) heartbeat(id)
  await network.clock.advance(499)
  t.deepEqual(ids(), [])
  await network.clock.advance(1)
  t.deepEqual(ids(), [1, 3])
  t.deepEqual(
    broker.received(heartbeatApi).map(({ clientId, atMs }) => [clientId, atMs]),
    [
      ['me', 0],
      ['me', 0],
      ['me', 0],
    ],
  )
})

test('a broker that is stopped refuses connections and breaks the open ones, until it is started again', async (t) => {
  const network = new ScriptedNetwork()
  const first = await connect(network)
  network.broker(1).stop()
  await settle()
  t.deepEqual(first.calls, ['open', 'close'])
  t.deepEqual((await connect(network)).calls, ['close'])
  network.broker(1).start()
  t.deepEqual((await connect(network)).calls, ['open'])
})

test('metadata follows what the test does to the cluster', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  network.cluster.setTopic('orders', { leaders: [1, 2] })
  network.cluster.setLeader('orders', 1, 1)
  const { stream, frames } = await connect(network)
  stream.write(encodeRequestFrame(metadataApi, 12, 1, null, { topics: [{ name: 'orders' }, { name: 'nothing' }] }))
  await settle()
  const { response } = decodeResponseFrame(metadataApi as never, 12, frames[0]!) as {
    response: ReturnType<typeof metadataApi.response.decode>
  }
  t.deepEqual(
    response.brokers.map(({ nodeId }) => nodeId),
    [1, 2],
  )
  t.deepEqual(
    response.topics[0]?.partitions.map(({ leaderId, leaderEpoch }) => [leaderId, leaderEpoch]),
    [
      [1, 0],
      [1, 1],
    ],
  )
  t.is(response.topics[1]?.errorCode, 3)
})

test('a broker that refuses versions answers in the form of version 0', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).versionCheck = 'refuses'
  const { stream, frames } = await connect(network)
  stream.write(encodeRequestFrame(apiVersionsApi, 3, 1, null, { clientSoftwareName: 'x', clientSoftwareVersion: '1' }))
  await settle()
  t.deepEqual([...frames[0]!], [0, 0, 0, 1, 0, 35, 0, 0, 0, 0])
})
