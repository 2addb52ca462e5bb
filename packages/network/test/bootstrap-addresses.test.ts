import { type NetworkOptions, networkOptionTable, type Transport } from '@odradek/network'
import { NetworkClient, resolveOptions } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { advanceUntilSettled, ScriptedNetwork } from '@odradek/test-kit'
import test from 'ava'

import { canonicalAddresses } from '../src/transport/canonical-addresses.ts'
import { assertAllGone } from './support/assert-all-gone.ts'

const configOf = (bootstrapServers: string) => {
  const options: NetworkOptions = { bootstrapServers, clientDnsLookup: 'resolve_canonical_bootstrap_servers_only' }
  return resolveOptions('Client', networkOptionTable, options)
}

test('the canonical name of each address of a host is found; an address without one stays as it is', async (t) => {
  const names = {
    lookup: () => Promise.resolve([{ address: '10.0.0.1' }, { address: '10.0.0.2' }, { address: '::1' }]),
    lookupService: (address: string) =>
      address === '10.0.0.2'
        ? Promise.reject(new Error('ENOTFOUND'))
        : Promise.resolve({ hostname: `host-${address}` }),
  }
  t.deepEqual(await canonicalAddresses({ host: 'kafka', port: 9092 }, names), [
    { host: 'host-10.0.0.1', port: 9092 },
    { host: '10.0.0.2', port: 9092 },
    { host: 'host-::1', port: 9092 },
  ])
})

test("the system's own resolver gives this machine a name", async (t) => {
  const [found] = await canonicalAddresses({ host: '127.0.0.1', port: 9092 })
  t.is(found!.port, 9092)
  t.true(found!.host.length > 0)
})

/** A client of a scripted network whose resolver answers so. */
function setUp(bootstrapServers: string, resolve: NonNullable<Transport['canonicalAddresses']>) {
  const network = new ScriptedNetwork({ brokers: 2 })
  const asked: string[] = []
  const opened: string[] = []
  const transport: Transport = {
    connect: (address, events) => {
      opened.push(address.host)
      return network.memory.connect(address, events)
    },
    listen: (address, onStream) => network.memory.listen(address, onStream),
    canonicalAddresses: (address) => {
      asked.push(address.host)
      return resolve(address)
    },
  }
  const client = new NetworkClient(configOf(bootstrapServers), { ...network.environment, transport })
  return { network, client, asked, opened }
}

test('a client connects to the canonical names, which are looked up once, when it is first used', async (t) => {
  const { network, client, asked, opened } = setUp('kafka:9092', () =>
    Promise.resolve([
      { host: 'broker-1', port: 9092 },
      { host: 'broker-2', port: 9092 },
    ]),
  )
  t.deepEqual(asked, [])
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.deepEqual(asked, ['kafka'])
  t.true(opened.length > 0 && opened.every((host) => host.startsWith('broker-')))
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.deepEqual(asked, ['kafka'])
  await assertAllGone(t, network, client)
})

test('a name that cannot be looked up is tried as it is, so that the error tells of it', async (t) => {
  const { network, client, opened } = setUp('nowhere:9092', () => Promise.reject(new Error('ENOTFOUND')))
  const asked = client.send('any', metadataApi, {}, { timeoutMs: 500 })
  await t.throwsAsync(advanceUntilSettled(network.clock, asked), { message: /nowhere:9092/ })
  t.is(opened[0], 'nowhere')
  await assertAllGone(t, network, client)
})

test('a name that could not be looked up is looked up again, with a pause, and then no more', async (t) => {
  let isKnown = false
  const { network, client, asked, opened } = setUp('kafka:9092,broker-2:9092', (address) => {
    if (address.host === 'broker-2') return Promise.resolve([{ host: 'broker-2.example', port: 9092 }])
    return isKnown ? Promise.resolve([{ host: 'broker-1', port: 9092 }]) : Promise.reject(new Error('EAI_AGAIN'))
  })
  network.memory.connect = ((connect) => (address, events) => {
    // The aliases lead nowhere; only the canonical name that is not known yet does.
    return connect.call(network.memory, address.host === 'broker-1' ? address : { host: 'nowhere', port: 1 }, events)
  })(network.memory.connect)
  const sent = client.send('any', metadataApi, {}, { timeoutMs: 60_000 })
  await network.clock.advance(20_000)
  const lookUps = asked.filter((host) => host === 'kafka').length
  // Pauses of 50 ms, doubled up to a second.
  t.true(lookUps > 5 && lookUps < 40, String(lookUps))
  t.is(asked.filter((host) => host === 'broker-2').length, 1)
  t.false(opened.includes('broker-1'))
  isKnown = true
  await advanceUntilSettled(network.clock, sent)
  t.true(opened.includes('broker-1'))
  const before = asked.length
  await network.clock.advance(20_000)
  await advanceUntilSettled(network.clock, client.send('any', metadataApi, {}))
  t.is(asked.length, before)
  await assertAllGone(t, network, client)
})

test('a transport without names refuses the option', (t) => {
  const { environment, bootstrapServers } = new ScriptedNetwork()
  t.throws(() => new NetworkClient(configOf(bootstrapServers), environment), {
    instanceOf: UsageError,
    message: /clientDnsLookup/,
  })
})
