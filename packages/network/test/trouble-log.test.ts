import { AuthenticationError, ConnectionError, TimeoutError } from '@odradek/protocol'
import { ScriptedNetwork, settle } from '@odradek/test-kit'
import test from 'ava'

import { TroubleLog } from '../src/trouble-log.ts'
import { makeClient } from './support/make-client.ts'

test('a broker that refuses us is an error, told again after 30 seconds', (t) => {
  const lines: string[] = []
  const log = new TroubleLog((level, text) => void lines.push(`${level}: ${text}`))
  for (const nowMs of [0, 1000, 29_999, 30_000, 31_000])
    log.onConnectionLost(3, new AuthenticationError('broker-3 refuses the password'), nowMs)
  const line = 'error: no connection to broker 3: broker-3 refuses the password'
  t.deepEqual(lines, [line, line])
})

test('a connection that hangs is told once in 30 seconds, whatever the time that each try was given', async (t) => {
  const network = new ScriptedNetwork()
  network.memory.setUnreachable({ host: 'broker-1', port: 9092 })
  const client = makeClient(network, {
    socketConnectionSetupTimeoutMs: 1000,
    socketConnectionSetupTimeoutMaxMs: 3000,
  })
  const lines: string[] = []
  new TroubleLog((_level, text) => void lines.push(text)).follow(client, network.clock)
  client.metadata.addTopics(['orders'], network.clock.nowMs())
  client.wakeup()
  await network.clock.advance(29_000)
  const told = () => lines.filter((line) => line.startsWith('no connection'))
  t.is(told().length, 1, lines.join('\n'))
  t.regex(told()[0]!, /^no connection to a bootstrap server: the connection to broker-1:9092 did not open in \d+ ms$/)
  await network.clock.advance(30_000)
  t.is(told().length, 2, lines.join('\n'))
  await client.close()
})

test('with thousands of brokers that are away, what is told anew does not have the rest told again', (t) => {
  const lines: string[] = []
  const log = new TroubleLog((_level, text) => void lines.push(text))
  const lose = (nodeId: number, nowMs: number) => log.onConnectionLost(nodeId, new ConnectionError('it is away'), nowMs)
  for (let nodeId = 0; nodeId < 900; nodeId++) lose(nodeId, nodeId)
  for (let nodeId = 0; nodeId < 900; nodeId++) lose(nodeId, 1000 + nodeId)
  t.is(lines.length, 900)
  for (let nodeId = 900; nodeId < 1100; nodeId++) lose(nodeId, 2000)
  t.is(lines.length, 1100)
  // Those that were told of first have made room.
  for (let nodeId = 100; nodeId < 1100; nodeId++) lose(nodeId, 3000)
  t.is(lines.length, 1100)
  log.onMetadataFailure(new TimeoutError('no answer in 10 ms'), 3000)
  log.onMetadataFailure(new TimeoutError('no answer in 12 ms'), 3000)
  t.is(lines.length, 1101)
})

test('a client that closes while it asks for metadata has nothing to tell of it', async (t) => {
  const network = new ScriptedNetwork()
  network.memory.setUnreachable({ host: 'broker-1', port: 9092 })
  const client = makeClient(network)
  const lines: string[] = []
  new TroubleLog((_level, text) => void lines.push(text)).follow(client, network.clock)
  client.metadata.addTopics(['orders'], network.clock.nowMs())
  client.wakeup()
  await settle()
  await client.close()
  await settle()
  t.deepEqual(lines, [])
})
