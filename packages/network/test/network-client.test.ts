import test from 'ava'

import { wasNotSent } from '@odradek/network/internal'
import { ConnectionError, TimeoutError, UnsupportedVersionError, UsageError } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { advanceUntilSettled, delayed, rawAnswer, ScriptedNetwork, settle } from '@odradek/test-kit'

import { assertAllGone } from './support/assert-all-gone.ts'
import { makeClient } from './support/make-client.ts'

const coordinator = { nodeId: 1, channel: 'coordinator' } as const

test('a request to any broker goes to a bootstrap address, and its answer comes back', async (t) => {
  const network = new ScriptedNetwork({ brokers: 3 })
  const client = makeClient(network)
  network.cluster.setTopic('orders', { partitions: 2 })
  const response = await client.send('any', metadataApi, { topics: [{ name: 'orders' }] })
  t.is(response.topics[0]?.partitions.length, 2)
  t.is(network.openConnections, 1)
  await assertAllGone(t, network, client)
})

test('nothing is opened before it is needed', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  await network.clock.advance(600_000)
  t.is(network.openConnections, 0)
  await assertAllGone(t, network, client)
})

test('a request to a node id asks for metadata first, then connects to that broker on that channel', async (t) => {
  const network = new ScriptedNetwork({ brokers: 3 })
  const client = makeClient(network, { bootstrapServers: 'broker-1:9092' })
  network.on(heartbeatApi, () => ({ errorCode: 0 }))
  await client.send({ nodeId: 3, channel: 'default' }, heartbeatApi, { groupId: 'g', memberId: 'm' })
  await client.send({ nodeId: 3, channel: 'coordinator' }, heartbeatApi, { groupId: 'g', memberId: 'm' })
  t.is(network.broker(3).received(heartbeatApi).length, 2)
  t.deepEqual(
    network
      .broker(3)
      .received(heartbeatApi)
      .map(({ connection }) => connection),
    [0, 1],
  )
  t.is(client.metadata.current.brokers.size, 3)
  await assertAllGone(t, network, client)
})

test('a node id that the cluster does not have: the request fails when its time is up, and names it', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  const sent = client.send({ nodeId: 7, channel: 'default' }, listGroupsApi, {}, { timeoutMs: 2000 })
  const error = await t.throwsAsync(advanceUntilSettled(network.clock, sent), { instanceOf: TimeoutError })
  t.is(error?.message, 'ListGroups could not be sent in 2000 ms: no broker 7 is known in the cluster')
  t.is(network.clock.nowMs(), 2000)
  // Asked for again and again, but with back-off.
  t.true(network.broker(1).received(metadataApi).length < 10)
  await assertAllGone(t, network, client)
})

test('a closed port: the error names the address and what to check, within the time-out', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).stop()
  const client = makeClient(network, { requestTimeoutMs: 5000 })
  const error = await t.throwsAsync(advanceUntilSettled(network.clock, client.send('any', metadataApi, {})), {
    instanceOf: ConnectionError,
  })
  const text =
    'no broker answers at broker-1:9092 (ECONNREFUSED): is Kafka running there, and is bootstrapServers right?'
  t.is(error?.message, text)
  t.true(wasNotSent(error!))
  t.is(network.clock.nowMs(), 5000)
  t.is(client.lastConnectionError?.message, text)
  await assertAllGone(t, network, client)
})

test('an address that swallows packets: the connection is given up after the setup time-out, and the error says so', async (t) => {
  const network = new ScriptedNetwork()
  network.memory.setUnreachable({ host: 'broker-1', port: 9092 })
  const client = makeClient(network, { requestTimeoutMs: 30_000, socketConnectionSetupTimeoutMs: 1000 })
  const error = await t.throwsAsync(advanceUntilSettled(network.clock, client.send('any', metadataApi, {})), {
    instanceOf: TimeoutError,
  })
  t.regex(error!.message, /^the connection to broker-1:9092 did not open in \d+ ms$/)
  await assertAllGone(t, network, client)
})

test('a bootstrap address that swallows packets does not hold the others up', async (t) => {
  for (let seed = 1; seed <= 10; seed++) {
    const network = new ScriptedNetwork({ brokers: 3, seed })
    network.memory.setUnreachable({ host: 'broker-1', port: 9092 })
    network.memory.setUnreachable({ host: 'broker-2', port: 9092 })
    const client = makeClient(network)
    await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
    t.true(network.clock.nowMs() <= 2000, `${network.clock.nowMs()}`)
    await assertAllGone(t, network, client)
  }
})

test('a broker that comes up late is found by the request that waits', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).stop()
  const client = makeClient(network)
  const sent = client.send('any', metadataApi, { topics: [] })
  await network.clock.advance(10_000)
  network.broker(1).start()
  t.is((await advanceUntilSettled(network.clock, sent)).brokers.length, 1)
  t.is(client.lastConnectionError, undefined)
  await assertAllGone(t, network, client)
})

test('a connection that breaks fails all that is in flight with ConnectionError, and the next request connects anew', async (t) => {
  const network = new ScriptedNetwork()
  network
    .broker(1)
    .once(listGroupsApi, () => 'drop')
    .on(listGroupsApi, () => ({ groups: [] }))
  const client = makeClient(network)
  await client.send(coordinator, metadataApi, {})
  const lost = client.send(coordinator, listGroupsApi, {})
  await settle()
  network.broker(1).cut()
  const error = await t.throwsAsync(lost, { instanceOf: ConnectionError })
  t.is(error?.message, 'the connection to broker-1:9092 was lost (ECONNRESET)')
  t.true(error?.retriable)
  t.false(wasNotSent(error!))
  await advanceUntilSettled(network.clock, client.send(coordinator, listGroupsApi, {}))
  t.true(network.clock.nowMs() >= 40, 'the reconnect back-off is kept')
  await assertAllGone(t, network, client)
})

test('an answer that is late closes the connection: the late request times out, those behind it lose the connection', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).on(listGroupsApi, () => delayed(Infinity, { groups: [] }))
  network.broker(1).on(heartbeatApi, () => ({ errorCode: 0 }))
  const client = makeClient(network)
  await client.send(coordinator, metadataApi, {})
  const late = client.send(coordinator, listGroupsApi, {}, { timeoutMs: 1000 })
  const behind = client.send(coordinator, heartbeatApi, { groupId: 'g', memberId: 'm' }, { timeoutMs: 5000 })
  const [lateError, behindError] = await Promise.all([
    t.throwsAsync(advanceUntilSettled(network.clock, late), { instanceOf: TimeoutError }),
    t.throwsAsync(behind, { instanceOf: ConnectionError }),
  ])
  t.regex(lateError!.message, /^broker-1:9092 did not answer ListGroups in 1000 ms/)
  t.regex(behindError!.message, /closed because an answer was late/)
  t.is(network.clock.nowMs(), 1000)
  await assertAllGone(t, network, client)
})

test('more requests than may be in flight wait for their turn, in order', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).on(heartbeatApi, () => delayed(100, { errorCode: 0 }))
  const client = makeClient(network, { maxInFlightRequestsPerConnection: 2 })
  await client.send(coordinator, metadataApi, {})
  const all = [1, 2, 3, 4, 5].map((n) =>
    client.send(coordinator, heartbeatApi, { groupId: 'g', generationId: n, memberId: '' }),
  )
  await settle()
  t.is(network.broker(1).received(heartbeatApi).length, 2)
  t.false(client.canSend(1, 'coordinator', 0))
  await advanceUntilSettled(network.clock, Promise.all(all))
  t.deepEqual(
    network
      .broker(1)
      .received(heartbeatApi)
      .map(({ request }) => request.generationId),
    [1, 2, 3, 4, 5],
  )
  t.is(network.clock.nowMs(), 300)
  await assertAllGone(t, network, client)
})

test('canSend begins to connect, and the cores are polled when the answer changes', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  const seen: boolean[] = []
  client.addManager({
    poll(nowMs) {
      seen.push(client.canSend(1, 'fetch', nowMs))
      return { requests: [], nextPollAtMs: Infinity }
    },
  })
  await settle()
  t.false(seen[0])
  t.true(seen.at(-1))
  t.true(seen.length < 20)
  await assertAllGone(t, network, client)
})

test('a wrong correlation id closes the connection with a clear error', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).once(listGroupsApi, () => rawAnswer(Uint8Array.of(0, 0, 0, 10, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0)))
  const client = makeClient(network)
  await client.send(coordinator, metadataApi, {})
  const error = await t.throwsAsync(client.send(coordinator, listGroupsApi, {}), { instanceOf: ConnectionError })
  t.regex(
    error!.message,
    /^the connection to broker-1:9092 was closed because its answer was wrong: it answered request 2313 when \d is next$/,
  )
  await advanceUntilSettled(network.clock, client.send(coordinator, metadataApi, {}))
  await assertAllGone(t, network, client)
})

for (const [what, bytes, expected] of [
  [
    'garbage',
    new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n\r\n'),
    /1213486160 bytes is over the limit of 104857600/,
  ],
  ['a length of 2 GB', Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0, 0), /2147483647 bytes is over the limit/],
  ['a negative length', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0), /-1 bytes/],
  ['a frame too short for a correlation id', Uint8Array.of(0, 0, 0, 2, 0, 0), /bytes are needed/],
] as const) {
  test(`${what} in place of an answer closes that connection with a clear error, and the client goes on`, async (t) => {
    const network = new ScriptedNetwork()
    network.broker(1).once(listGroupsApi, () => rawAnswer(bytes))
    const client = makeClient(network)
    await client.send(coordinator, metadataApi, {})
    const error = await t.throwsAsync(client.send(coordinator, listGroupsApi, {}), { instanceOf: ConnectionError })
    t.regex(error!.message, /^the connection to broker-1:9092 was closed because its answer was wrong: /)
    t.regex(error!.message, expected)
    await advanceUntilSettled(network.clock, client.send(coordinator, metadataApi, {}))
    await assertAllGone(t, network, client)
  })
}

test('a version that no side shares fails that request alone and says what each side has', async (t) => {
  const network = new ScriptedNetwork()
  network
    .broker(1)
    .limitVersions(listGroupsApi, { min: 0, max: 2 })
    .on(listGroupsApi, () => ({ groups: [] }))
  const client = makeClient(network)
  const refused = client.send('any', listGroupsApi, {}, { minVersion: 4 })
  const error = await t.throwsAsync(refused, { instanceOf: UnsupportedVersionError })
  t.is(
    error?.message,
    'the broker at broker-1:9092 has ListGroups versions 0 to 2; this client needs versions 4 to 5: upgrade the broker',
  )
  await client.send('any', listGroupsApi, {})
  t.is(network.broker(1).received(listGroupsApi)[0]?.version, 2)
  t.is(network.openConnections, 1)
  await assertAllGone(t, network, client)
})

test('a request that its version cannot carry fails with UsageError and leaves the connection as it is', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  const error = await t.throwsAsync(
    client.send('any', metadataApi, { topics: [{ name: 'x'.repeat(40_000_000) }] }, { maxVersion: 4 }),
    {
      instanceOf: UsageError,
    },
  )
  t.regex(error!.message, /^Metadata version 4 cannot carry this request: /)
  await client.send('any', metadataApi, {})
  t.is(network.openConnections, 1)
  await assertAllGone(t, network, client)
})

test('a connection without traffic is closed after connectionsMaxIdleMs', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network, { connectionsMaxIdleMs: 60_000 })
  await client.send('any', metadataApi, {})
  await network.clock.advance(59_999)
  t.is(network.openConnections, 1)
  await network.clock.advance(1)
  t.is(network.openConnections, 0)
  await client.send('any', metadataApi, {})
  await assertAllGone(t, network, client)
})

test('the bootstrap connection is given up once metadata names the brokers, after its last answer', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  const client = makeClient(network, { bootstrapServers: 'broker-1:9092' })
  network.broker(1).once(listGroupsApi, () => delayed(500, { groups: [] }))
  const slow = client.send('any', listGroupsApi, {})
  await settle()
  client.metadata.requestUpdate(0)
  client.wakeup()
  await advanceUntilSettled(network.clock, slow)
  await settle()
  t.is(client.metadata.current.brokers.size, 2)
  t.is(network.openConnections, 0)
  await assertAllGone(t, network, client)
})

test('when all known brokers are gone, the bootstrap addresses are tried again', async (t) => {
  const network = new ScriptedNetwork({ brokers: 3 })
  const client = makeClient(network, { bootstrapServers: 'broker-3:9092' })
  network.cluster.addresses.delete(3)
  client.metadata.requestUpdate(0)
  client.wakeup()
  await settle()
  t.deepEqual([...client.metadata.current.brokers.keys()], [1, 2])
  network.broker(1).stop()
  network.broker(2).stop()
  network.cluster.addresses.clear()
  network.cluster.addresses.set(3, network.broker(3).address)
  const updated = new Promise((resolve) => client.metadata.onUpdate(resolve))
  client.metadata.requestUpdate(network.clock.nowMs())
  client.wakeup()
  await advanceUntilSettled(network.clock, updated, 30_000)
  t.deepEqual([...client.metadata.current.brokers.keys()], [3])
  await assertAllGone(t, network, client)
})

test('a broker that moved to another address is followed', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  network.on(listGroupsApi, () => ({ groups: [] }))
  const client = makeClient(network, { bootstrapServers: 'broker-2:9092' })
  await client.send(coordinator, listGroupsApi, {})
  network.cluster.addresses.set(1, network.broker(2).address)
  client.metadata.requestUpdate(network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(200)
  await client.send(coordinator, listGroupsApi, {})
  t.is(network.broker(1).received(listGroupsApi).length, 1)
  t.is(network.broker(2).received(listGroupsApi).length, 1)
  await assertAllGone(t, network, client)
})

test('close waits for the answers under way as long as it is told to, and fails what is not written', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).on(listGroupsApi, () => delayed(300, { groups: [] }))
  const client = makeClient(network, { maxInFlightRequestsPerConnection: 1 })
  await client.send(coordinator, metadataApi, {})
  const underWay = client.send(coordinator, listGroupsApi, {})
  const waiting = t.throwsAsync(client.send(coordinator, listGroupsApi, {}), { message: 'the client was closed' })
  await settle()
  await advanceUntilSettled(network.clock, client.close({ timeoutMs: 1000 }))
  t.is(network.clock.nowMs(), 300)
  await underWay
  await waiting
  await t.throwsAsync(client.send('any', metadataApi, {}), { instanceOf: UsageError })
  await assertAllGone(t, network, client)
})

test('close gives up on answers when its time has passed', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).on(listGroupsApi, () => delayed(Infinity, { groups: [] }))
  const client = makeClient(network)
  await client.send(coordinator, metadataApi, {})
  const never = t.throwsAsync(client.send(coordinator, listGroupsApi, {}), {
    message: 'the client was closed before the answer came',
  })
  await settle()
  await advanceUntilSettled(network.clock, client.close({ timeoutMs: 1000 }))
  t.is(network.clock.nowMs(), 1000)
  await never
  await assertAllGone(t, network, client)
})

test('a broker that cannot be reached: metadata is asked for, though no request fails, and whoever wants to know is told', async (t) => {
  const network = new ScriptedNetwork({ brokers: 2 })
  const client = makeClient(network, { bootstrapServers: 'broker-1:9092' })
  await client.send({ nodeId: 1, channel: 'default' }, metadataApi, {})
  const lost: string[] = []
  const stop = client.onConnectionLost((nodeId, channel) => void lost.push(`${nodeId} ${channel}`))
  const asked = () => network.broker(1).received(metadataApi).length
  const before = asked()
  network.broker(2).stop()
  t.false(client.canSend(2, 'fetch', network.clock.nowMs()))
  await network.clock.advance(500)
  t.is(lost[0], '2 fetch')
  t.true(asked() > before)
  stop()
  const told = lost.length
  t.false(client.canSend(2, 'fetch', network.clock.nowMs()))
  await network.clock.advance(5000)
  t.is(lost.length, told)
  await assertAllGone(t, network, client)
})
