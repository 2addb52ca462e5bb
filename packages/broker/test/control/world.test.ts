import { decodeUtf8 } from '@odradek/bytes'
import { MemoryNetwork } from '@odradek/network'
import { TimeoutError, UsageError } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { produceApi } from '@odradek/protocol/apis/produce'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import { FakeClock, seededRandom, settle } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { Broker } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

async function start(t: ExecutionContext) {
  const clock = new FakeClock()
  const transport = new MemoryNetwork()
  const broker = await Broker.start({ partitions: 3 }, { clock, transport, random: seededRandom(1) })
  t.teardown(() => broker.close())
  return { broker, clock, client: new RawClient(transport, { host: broker.host, port: broker.port }) }
}

test('topics are seeded with records, and read back', async (t) => {
  const { broker, clock } = await start(t)
  await broker.seed({
    orders: [
      'a',
      { key: 'k', value: 'b', headers: { trace: 'x' }, timestamp: 1000, partition: 2 },
      { value: 'c' },
      { key: 'k', value: null, partition: 2 },
      { key: Uint8Array.of(1, 2), value: Uint8Array.of(3), partition: 1 },
    ],
    empty: [],
  })
  const records = await broker.records('orders')
  t.deepEqual(
    records.map(({ partition, offset, keyText, valueText }) => [partition, offset, keyText, valueText]),
    [
      [0, 0n, null, 'a'],
      [1, 0n, null, 'c'],
      [1, 1n, '\u0001\u0002', '\u0003'],
      [2, 0n, 'k', 'b'],
      [2, 1n, 'k', null],
    ],
  )
  t.is(records[0]!.timestamp, clock.wallClockMs())
  t.is(records[3]!.timestamp, 1000)
  t.is(decodeUtf8(records[3]!.headers[0]!.value!), 'x')
  t.deepEqual(await broker.records('empty'), [])
})

test('keyed records are where Java’s producer puts them', async (t) => {
  const { broker } = await start(t)
  await broker.seed({ keyed: Array.from({ length: 100 }, (_, i) => ({ key: `order-${i % 10}`, value: String(i) })) })
  const partitions = new Map<string, Set<number>>()
  for (const { keyText, partition } of await broker.records('keyed')) {
    partitions.set(keyText!, (partitions.get(keyText!) ?? new Set()).add(partition))
  }
  t.is(partitions.size, 10)
  for (const found of partitions.values()) t.is(found.size, 1)
})

test('thousands of records are seeded and read in full', async (t) => {
  const { broker } = await start(t)
  await broker.seed({
    many: Array.from({ length: 5000 }, (_, i) => ({ value: `${i} ${'x'.repeat(100)}`, partition: 0 })),
  })
  const records = await broker.records('many')
  t.is(records.length, 5000)
  t.true(records.every(({ offset, valueText }, i) => offset === BigInt(i) && valueText!.startsWith(`${i} `)))
})

test('what cannot be seeded is refused with the reason', async (t) => {
  const { broker } = await start(t)
  await t.throwsAsync(broker.seed({ 'a b': ['x'] }), { instanceOf: UsageError, message: /a b/ })
  await t.throwsAsync(broker.seed({ t: [{ partition: 3 }] }), { instanceOf: UsageError, message: /3 partitions/ })
  await t.throwsAsync(broker.seed({ t: ['x'.repeat(2_000_000)] }), {
    instanceOf: UsageError,
    message: /Cannot seed t-0/,
  })
})

test('one can wait for records, and get them', async (t) => {
  const { broker, client } = await start(t)
  await broker.seed({ t: ['a'] })
  const waiting = broker.untilRecords('t', 3)
  const topicData = [{ name: 't', partitionData: [{ index: 1, records: batchOf(['b', 'c']) }] }]
  await client.ask(produceApi, 9, { acks: 1, topicData })
  t.deepEqual(
    (await waiting).map(({ valueText }) => valueText),
    ['a', 'b', 'c'],
  )
})

test('one can wait for a topic', async (t) => {
  const { broker, client } = await start(t)
  let isThere = false
  const waiting = broker.untilTopic('late').then(() => (isThere = true))
  await settle()
  t.false(isThere)
  await client.ask(createTopicsApi, 5, {
    topics: [{ name: 'late', numPartitions: 1, replicationFactor: 1 }],
    timeoutMs: 10,
  })
  await waiting
  t.true(isThere)
})

test('one can wait for a group to get into a state, and to go', async (t) => {
  const { broker, client, clock } = await start(t)
  const states: string[] = []
  await client.ask(findCoordinatorApi, 3, { key: 'g' })
  for (const state of ['CompletingRebalance', 'Stable', 'Empty'] as const) {
    void broker.untilGroup('g', state).then(() => states.push(state))
  }
  const protocols = [{ name: 'range', metadata: new Uint8Array(0) }]
  const join = {
    groupId: 'g',
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
    protocolType: 'consumer',
    protocols,
  }
  const { memberId, generationId } = await client.ask(joinGroupApi, 2, { ...join, memberId: '' })
  await settle()
  t.deepEqual(states, ['CompletingRebalance'])
  const assignments = [{ memberId, assignment: Uint8Array.of(1) }]
  await client.ask(syncGroupApi, 1, { groupId: 'g', generationId, memberId, assignments })
  await settle()
  t.deepEqual(states, ['CompletingRebalance', 'Stable'])
  await client.ask(leaveGroupApi, 1, { groupId: 'g', memberId })
  await clock.advance(1)
  t.deepEqual(states, ['CompletingRebalance', 'Stable', 'Empty'])
  await broker.untilGroup('nobody', 'Dead')
})

test('a wait that ends without result says what it saw', async (t) => {
  const { broker, clock, client } = await start(t)
  await broker.seed({ t: ['a'] })
  await client.ask(findCoordinatorApi, 3, { key: 'g' })
  const protocols = [{ name: 'range', metadata: new Uint8Array(0) }]
  const join = { groupId: 'g', sessionTimeoutMs: 60_000, protocolType: 'consumer', protocols, memberId: '' }
  await client.ask(joinGroupApi, 1, { ...join, rebalanceTimeoutMs: 60_000 })
  const expected: [Promise<unknown>, string][] = [
    [broker.untilRecords('t', 2), 'Timed out after 10000 ms waiting for 2 records in topic t. It holds 1.'],
    [
      broker.untilTopic('x'),
      'Timed out after 10000 ms waiting for topic x. The broker says UNKNOWN_TOPIC_OR_PARTITION.',
    ],
    [
      broker.untilGroup('g', 'Stable'),
      'Timed out after 10000 ms waiting for group g to be Stable. It is CompletingRebalance.',
    ],
    [
      broker.untilGroup('h', 'Stable'),
      'Timed out after 10000 ms waiting for group h to be Stable. There is no such group; there are: g.',
    ],
  ]
  const failures = expected.map(([wait, message]) => t.throwsAsync(wait, { instanceOf: TimeoutError, message }))
  await clock.advance(10_000)
  await Promise.all(failures)
})

test('looking at the broker is no request that it records', async (t) => {
  const { broker } = await start(t)
  await broker.seed({ t: ['a'] })
  await broker.untilRecords('t', 1)
  t.is(broker.requests.seen, 0)
})
