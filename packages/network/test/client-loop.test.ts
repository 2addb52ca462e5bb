import test from 'ava'

import type { RequestManager } from '@odradek/network/internal'
import { ErrorCode } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'
import { FakeClock, ScriptedNetwork, settle } from '@odradek/test-kit'

import { ClientLoop } from '../src/client-loop.ts'
import { makeClient } from './support/make-client.ts'

function setUp(service: (nowMs: number) => number = () => Infinity) {
  const clock = new FakeClock()
  const defects: unknown[] = []
  const loop = new ClientLoop({ clock, enqueue: () => undefined, service, onDefect: (error) => defects.push(error) })
  return { clock, loop, defects }
}

test('cores are polled in the order in which they were added, and what happened is told after each', async (t) => {
  const { loop } = setUp()
  const calls: string[] = []
  const core = (name: string): RequestManager<string> => ({
    poll: () => (calls.push(`poll ${name}`), { requests: [], events: [`${name} happened`], nextPollAtMs: Infinity }),
  })
  loop.addManager(core('a'), (event) => calls.push(event))
  const remove = loop.addManager(core('b'), (event) => calls.push(event))
  await settle()
  t.deepEqual(calls, ['poll a', 'a happened', 'poll b', 'b happened'])
  remove()
  loop.wakeup()
  await settle()
  t.deepEqual(calls.slice(4), ['poll a', 'a happened'])
})

test('many wake-ups are one run, and the earliest time of all is the one timer', async (t) => {
  const { clock, loop } = setUp(() => 70)
  const polledAt: number[] = []
  loop.addManager({
    poll: (nowMs) => (polledAt.push(nowMs), { requests: [], nextPollAtMs: nowMs < 50 ? 50 : Infinity }),
  })
  for (let time = 0; time < 100; time++) loop.wakeup()
  await settle()
  t.deepEqual(polledAt, [0])
  t.is(clock.nextTimerAtMs, 50)
  await clock.advance(50)
  t.deepEqual(polledAt, [0, 50])
  t.is(clock.nextTimerAtMs, 70)
  loop.stop()
  t.is(clock.nextTimerAtMs, Infinity)
  loop.wakeup()
  await clock.advance(1000)
  t.deepEqual(polledAt, [0, 50])
})

test('whoever was told something gets on with it before requests are written, and no time that a core asked for is lost', async (t) => {
  const calls: string[] = []
  const { clock, loop } = setUp(() => (calls.push('written'), Infinity))
  let onRecord: () => void
  const record = new Promise<void>((resolve) => (onRecord = resolve))
  const handled = record.then(() => calls.push('handled'))
  let polls = 0
  loop.addManager<string>(
    {
      poll: () => ({
        requests: [],
        events: ++polls === 1 ? ['a record'] : [],
        nextPollAtMs: polls === 1 ? Infinity : 30,
      }),
    },
    () => {
      onRecord()
      // Polled again before what the first round wanted is written.
      loop.wakeup()
    },
  )
  await settle()
  await handled
  t.deepEqual(calls.slice(0, 2), ['handled', 'written'])
  t.is(polls, 2)
  t.is(clock.nextTimerAtMs, 30)
  loop.stop()
})

test('a core that tells something and wants to be polled at once is polled before the timer, but only once', async (t) => {
  const { clock, loop } = setUp()
  let polls = 0
  loop.addManager<string>(
    { poll: (nowMs) => ({ requests: [], events: [`event ${++polls}`], nextPollAtMs: nowMs }) },
    () => undefined,
  )
  await settle()
  t.is(polls, 2)
  t.is(clock.nextTimerAtMs, clock.nowMs())
  loop.stop()
})

test('what fails while the connections are served has the cores polled by the timer, so that everything else has its turn', async (t) => {
  const fail = () => loop.runByTimer()
  const { clock, loop } = setUp(() => (fail(), Infinity))
  let polls = 0
  loop.addManager({ poll: () => (polls++, { requests: [], nextPollAtMs: Infinity }) })
  for (let turn = 1; turn <= 5; turn++) {
    await clock.advanceUntil(() => polls >= turn)
    t.is(polls, turn)
    t.is(clock.nextTimerAtMs, clock.nowMs())
  }
  loop.stop()
  t.is(clock.nextTimerAtMs, Infinity)
})

test('what a core or its listener throws is told, not swallowed', async (t) => {
  const { loop, defects } = setUp()
  const slip = new Error('a slip')
  loop.addManager(
    { poll: () => ({ requests: [], events: [1], nextPollAtMs: Infinity }) } as RequestManager<number>,
    () => {
      throw slip
    },
  )
  await settle()
  t.deepEqual(defects, [slip])
})

test('a request without an answer is settled when it is written, and holds no place in flight', async (t) => {
  const network = new ScriptedNetwork()
  network.on(produceApi, () => 'drop')
  const client = makeClient(network, { maxInFlightRequestsPerConnection: 1 })
  const settled: string[] = []
  let left = 5
  client.addManager({
    poll: () => ({
      requests: Array.from({ length: left > 0 ? left-- : 0 }, () => ({
        destination: { nodeId: 1, channel: 'default' as const },
        api: produceApi,
        request: { acks: 0, timeoutMs: 1000 },
        timeoutMs: 1000,
        onResponse: () => settled.push('response'),
        onFailure: () => settled.push('failure'),
        onSent: () => settled.push('sent'),
      })),
      nextPollAtMs: Infinity,
    }),
  })
  for (let turn = 0; turn < 20; turn++) {
    client.wakeup()
    await settle()
  }
  t.is(settled.length, 15)
  t.true(settled.every((how) => how === 'sent'))
  t.is(network.broker(1).received(produceApi).length, 15)
  await client.close()
})

test('a request that no version of the broker fits is settled at once, and its core is polled again', async (t) => {
  const network = new ScriptedNetwork()
  const client = makeClient(network)
  await client.send('any', metadataApi, {})
  const order: string[] = []
  let isAsked = false
  client.addManager({
    poll: () => {
      order.push('polled')
      const requests = isAsked
        ? []
        : [
            {
              destination: { nodeId: 1, channel: 'default' as const },
              api: produceApi,
              request: {},
              minVersion: 1000,
              timeoutMs: 1000,
              onResponse: () => t.fail(),
              onFailure: () => order.push('failed'),
            },
          ]
      isAsked = true
      return { requests, nextPollAtMs: Infinity }
    },
  })
  await network.clock.advance(0)
  t.is(order.filter((what) => what === 'failed').length, 1)
  t.is(order.at(-1), 'polled')
  await client.close()
})

for (const [destination, what] of [
  ['any', 'any broker'],
  [{ nodeId: 1, channel: 'default' }, 'a broker'],
] as const)
  test(`a request for ${what} whose time is over before it could be sent is settled, and its core is polled again`, async (t) => {
    const network = new ScriptedNetwork()
    network.broker(1).stop()
    const client = makeClient(network)
    const failedAtMs: number[] = []
    let isWanted = true
    client.addManager({
      poll: () => {
        if (!isWanted) return { requests: [], nextPollAtMs: Infinity }
        isWanted = false
        const request = {
          destination,
          api: metadataApi,
          request: {},
          timeoutMs: 7000,
          onResponse: () => t.fail(),
          onFailure: (_: unknown, nowMs: number) => {
            failedAtMs.push(nowMs)
            isWanted = true
          },
        }
        return { requests: [request], nextPollAtMs: Infinity }
      },
    })
    await network.clock.advance(21_500)
    t.deepEqual(failedAtMs, [7000, 14_000, 21_000])
    await client.close()
  })

test('metadata is asked for as long as no broker can be reached, without anything else that happens', async (t) => {
  const network = new ScriptedNetwork()
  network.broker(1).stop()
  const client = makeClient(network)
  client.metadata.addTopics(['orders'], 0)
  client.wakeup()
  await network.clock.advance(100_000)
  network.broker(1).start()
  await network.clock.advance(2000)
  t.is(client.metadata.current.brokers.size, 1)
  await client.close()
})

test('credentials that are refused, and asked for again without a back-off, leave everything else its turn', async (t) => {
  const network = new ScriptedNetwork()
  network.on(saslHandshakeApi, () => ({
    errorCode: ErrorCode.UNSUPPORTED_SASL_MECHANISM,
    mechanisms: ['SCRAM-SHA-256'],
  }))
  const client = makeClient(network, {
    securityProtocol: 'SASL_PLAINTEXT',
    saslMechanism: 'PLAIN',
    saslUsername: 'user',
    saslPassword: 'password',
    retryBackoffMs: 0,
    retryBackoffMaxMs: 0,
  })
  let refusals = 0
  let pollsInTurn = 0
  client.metadata.onRefusal(() => void refusals++)
  client.addManager({
    poll: () => {
      if (++pollsInTurn > 100) throw new Error('polled without end in one turn')
      return { requests: [], nextPollAtMs: Infinity }
    },
  })
  client.metadata.addTopics(['orders'], network.clock.nowMs())
  client.wakeup()
  await network.clock.advanceUntil(() => refusals > 0)
  let most = 0
  const untilMs = network.clock.nowMs() + 500
  pollsInTurn = 0
  await network.clock.advanceUntil(() => {
    most = Math.max(most, pollsInTurn)
    pollsInTurn = 0
    return network.clock.nowMs() >= untilMs
  })
  t.is(most, 1)
  t.true(refusals <= 502, `${refusals} refusals`)
  t.is(client.fatalError, undefined)
  await client.close()
})
