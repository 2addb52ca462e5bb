import test from 'ava'

import { ConnectionError, UnsupportedVersionError } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { produceApi } from '@odradek/protocol/apis/produce'
import { advanceUntilSettled, delayed, ScriptedNetwork, settle } from '@odradek/test-kit'

import { makeClient } from './support/make-client.ts'

const askedVersions = (network: ScriptedNetwork) =>
  network
    .broker(1)
    .received(apiVersionsApi)
    .map(({ version }) => version)

test('a current broker is asked for its versions once, with the name of this software', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  await client.send('any', metadataApi, {})
  t.deepEqual(askedVersions(network), [4])
  t.is(network.broker(1).received(apiVersionsApi)[0]?.request.clientSoftwareName, 'odradek')
  t.is(network.broker(1).received(metadataApi)[0]?.version, metadataApi.latestStableVersion)
  await client.close()
})

test('a broker of 0.10 to 2.3 refuses with an empty list: asked again with version 0', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).versionCheck = 'refuses'
  const client = makeClient(network)
  await client.send('any', metadataApi, {})
  t.deepEqual(askedVersions(network), [4, 0])
  await client.close()
})

test('a broker of 2.4 to 3.8 refuses and names what it has: asked again with that', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).versionCheck = 'refuses-and-names'
  const client = makeClient(network)
  await client.send('any', metadataApi, {})
  t.deepEqual(askedVersions(network), [4, 3])
  await client.close()
})

test('Kafka 0.9 stays silent, and answers what comes next: the same connection goes on with its versions, and the next does not ask', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.versionCheck = 'silent'
  broker.on(heartbeatApi, () => ({ errorCode: 0 }))
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.is(network.clock.nowMs(), 1000)
  t.deepEqual(
    broker.requests.map(({ apiName, version, connection }) => [apiName, version, connection]),
    [
      ['ApiVersions', 4, 0],
      ['Heartbeat', 0, 0],
      ['Metadata', 0, 0],
    ],
  )
  broker.cut()
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.true(network.clock.nowMs() < 11_000)
  t.is(askedVersions(network).length, 1)
  t.is(broker.requests.at(-1)?.version, 0)
  const error = await t.throwsAsync(client.send('any', produceApi, {}, { minVersion: 3 }), {
    instanceOf: UnsupportedVersionError,
  })
  t.is(
    error?.message,
    'the broker at broker-1:9092 has Produce versions 0 to 1; this client needs versions 3 to 13: upgrade the broker',
  )
  await client.close()
})

test('Kafka 0.9 is waited for once, not on each of its connections', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.versionCheck = 'silent'
  broker.on(heartbeatApi, () => ({ errorCode: 0 }))
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  for (const channel of ['default', 'coordinator', 'fetch'] as const) {
    await advanceUntilSettled(network.clock, client.send({ nodeId: 1, channel }, heartbeatApi, {}))
  }
  t.is(network.clock.nowMs(), 1000)
  t.is(askedVersions(network).length, 1)
  await client.close()
})

for (const [release, latest] of [
  ['0.8.2', 1],
  ['0.9.0', 2],
] as const) {
  test(`with brokerVersionFallback ${release} no broker is asked what it speaks`, async (t) => {
    const network = new ScriptedNetwork()
    const broker = network.broker(1)
    broker.versionCheck = release === '0.8.2' ? 'closes' : 'silent'
    broker.on(offsetCommitApi, () => ({ topics: [] }))
    const client = makeClient(network, { brokerVersionFallback: release })
    await client.send('any', metadataApi, {})
    await client.send('any', offsetCommitApi, { groupId: 'g' })
    t.is(network.clock.nowMs(), 0)
    t.deepEqual(
      broker.requests.map(({ apiName, version, connection }) => [apiName, version, connection]),
      [
        ['Metadata', 0, 0],
        ['OffsetCommit', latest, 0],
      ],
    )
    await client.close()
  })
}

test('an answer to ApiVersions that comes after the wait was given up still counts', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.on(heartbeatApi, () => ({ errorCode: 0 }))
  broker.once(apiVersionsApi, () => delayed(9000, { apiKeys: [{ apiKey: 3, minVersion: 0, maxVersion: 9 }] }))
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  await client.send('any', metadataApi, {})
  t.deepEqual(
    broker.received(metadataApi).map(({ version, connection }) => [version, connection]),
    [
      [9, 0],
      [9, 0],
    ],
  )
  await client.close()
})

test('a broker that hangs is not taken for Kafka 0.9: nothing fails for its age, and it is asked again when it is back', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.on(produceApi, () => ({ responses: [] }))
  const client = makeClient(network, { requestTimeoutMs: 60_000 })
  await client.send('any', metadataApi, {})
  broker.cut()
  await settle()
  broker.versionCheck = 'silent'
  broker.on(heartbeatApi, () => 'drop')
  const sent = client.send({ nodeId: -1, channel: 'default' }, produceApi, { topicData: [] }, { minVersion: 3 })
  const failed = t.throwsAsync(sent, { instanceOf: ConnectionError, message: /does not answer: is it overloaded/ })
  await network.clock.advance(25_000)
  const error = await failed
  t.true(error?.retriable)
  broker.versionCheck = 'answers'
  await advanceUntilSettled(
    network.clock,
    client.send({ nodeId: -1, channel: 'default' }, produceApi, { topicData: [] }, { minVersion: 3 }),
  )
  t.is(broker.received(produceApi)[0]?.version, produceApi.latestStableVersion)
  await client.close()
})

test('Kafka 0.8 closes the connection that asks: after two of them it is probed, and spoken to in its versions', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.versionCheck = 'closes'
  broker.on(listOffsetsApi, () => ({ topics: [] }))
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.deepEqual(
    broker.requests.map(({ apiName, version, connection }) => [apiName, version, connection]),
    [
      ['ApiVersions', 4, 0],
      ['ApiVersions', 4, 1],
      ['ListOffsets', 0, 2],
      ['Metadata', 0, 2],
    ],
  )
  const error = await t.throwsAsync(client.send('any', listGroupsApi, {}), { instanceOf: UnsupportedVersionError })
  t.is(error?.message, 'the broker at broker-1:9092 does not have ListGroups: upgrade the broker to Kafka 0.9 or newer')
  await client.close()
})

test('a current broker that closed one connection while it stopped is asked again', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.once(apiVersionsApi, () => 'disconnect')
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.deepEqual(askedVersions(network), [4, 4])
  t.is(broker.received(metadataApi)[0]?.version, metadataApi.latestStableVersion)
  await client.close()
})

test('something that closes every connection: the error asks whether TLS is expected', async (t) => {
  const network = new ScriptedNetwork()
  const broker = network.broker(1)
  broker.versionCheck = 'closes'
  broker.on(listOffsetsApi, () => 'disconnect')
  const client = makeClient(network, { requestTimeoutMs: 5000 })
  const sent = client.send({ nodeId: -1, channel: 'default' }, metadataApi, {})
  const error = await t.throwsAsync(advanceUntilSettled(network.clock, sent), { instanceOf: ConnectionError })
  t.regex(error!.message, /^broker-1:9092 closed the connection before it answered: does it expect TLS or SASL/)
  t.true(network.memory.connections.length === 0)
  t.true(broker.requests.length < 10)
  await client.close()
})

test('a version check that is answered with another error ends the connection, and is tried again with back-off', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).once(apiVersionsApi, () => ({ errorCode: 29 }))
  const client = makeClient(network)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.deepEqual(askedVersions(network), [4, 4])
  t.true(network.clock.nowMs() >= 40)
  await client.close()
})
