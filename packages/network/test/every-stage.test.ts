import test from 'ava'

import { wasNotSent } from '@odradek/network/internal'
import { ConnectionError, KafkaError } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { advanceUntilSettled, delayed, ScriptedNetwork, settle } from '@odradek/test-kit'

import { makeClient } from './support/make-client.ts'

const bootstrap = { nodeId: -1, channel: 'default' } as const

/** A stage of a connection: how to hold the connection there, and whether a request has been written then. */
const stages = [
  [
    'while it connects',
    (network: ScriptedNetwork) => network.memory.setUnreachable({ host: 'broker-1', port: 9092 }),
    false,
  ],
  [
    'while it waits for the versions',
    (network: ScriptedNetwork) => network.broker(1).once(apiVersionsApi, () => delayed(Infinity, {})),
    false,
  ],
  [
    'while it waits for the second answer about versions',
    (network: ScriptedNetwork) => {
      const broker = network.broker(1)
      broker.versionCheck = 'refuses'
      broker.once(apiVersionsApi, () => delayed(Infinity, {}))
    },
    false,
  ],
  [
    'while it waits for an answer',
    (network: ScriptedNetwork) => network.broker(1).once(listGroupsApi, () => delayed(Infinity, {})),
    true,
  ],
] as const

for (const [stage, hold, isWritten] of stages) {
  test(`a connection that breaks ${stage}: requests fail retriably or are sent again, and the client goes on`, async (t) => {
    const network = new ScriptedNetwork()
    network.broker(1).on(listGroupsApi, () => ({ groups: [] }))
    hold(network)
    const client = makeClient(network)
    const sent = client.send(bootstrap, listGroupsApi, {}).then(
      () => undefined,
      (error: KafkaError) => error,
    )
    await settle()
    t.is(network.broker(1).received(listGroupsApi).length, isWritten ? 1 : 0)
    network.memory.setUnreachable({ host: 'broker-1', port: 9092 }, false)
    network.broker(1).cut()
    const error = await advanceUntilSettled(network.clock, sent)
    if (error !== undefined) {
      t.true(ConnectionError.is(error) && error.retriable)
      t.is(wasNotSent(error), !isWritten)
    }
    await advanceUntilSettled(network.clock, client.send(bootstrap, listGroupsApi, {}))
    await client.close()
    await settle()
    t.is(network.openConnections, 0)
    t.is(network.clock.nextTimerAtMs, Infinity)
  })

  test(`nothing comes any more ${stage}: the request fails when its time is up, not later`, async (t) => {
    const network = new ScriptedNetwork()
    network.broker(1).on(listGroupsApi, () => ({ groups: [] }))
    hold(network)
    const client = makeClient(network, { requestTimeoutMs: 60_000 })
    const sent = client.send(bootstrap, listGroupsApi, {}, { timeoutMs: 700 })
    const error = await t.throwsAsync(advanceUntilSettled(network.clock, sent), { instanceOf: KafkaError })
    t.is(network.clock.nowMs(), 700)
    t.true(error?.retriable)
    t.is(wasNotSent(error!), !isWritten)
    t.true(error?.message.includes('broker-1:9092'), error?.message)
    network.memory.setUnreachable({ host: 'broker-1', port: 9092 }, false)
    network.broker(1).cut()
    await settle()
    await advanceUntilSettled(network.clock, client.send(bootstrap, listGroupsApi, {}))
    await client.close()
  })

  test(`close ${stage} leaves nothing behind`, async (t) => {
    const network = new ScriptedNetwork()
    network.broker(1).on(listGroupsApi, () => ({ groups: [] }))
    hold(network)
    const client = makeClient(network)
    const sent = t.throwsAsync(client.send(bootstrap, listGroupsApi, {}), { instanceOf: ConnectionError })
    await settle()
    await client.close()
    await sent
    await settle()
    t.is(network.openConnections, 0)
    t.is(network.clock.nextTimerAtMs, Infinity)
  })
}
