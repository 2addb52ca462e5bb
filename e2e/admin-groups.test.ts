// Groups and their offsets by the admin client, on the reference broker.
import { BrokerError, UnsupportedVersionError } from '@odradek/protocol'
import test, { type ExecutionContext } from 'ava'

import { AdminWorld } from './admin-world.ts'

/** A consumer that has taken all partitions of `orders` and stays in its group. */
async function member(t: ExecutionContext, world: AdminWorld, options: Parameters<AdminWorld['makeConsumer']>[1]) {
  const consumer = world.makeConsumer(t, { topics: ['orders'], enableAutoCommit: false, ...options })
  const records = await world.until(consumer.poll({ maxRecords: 5, timeoutMs: 60_000 }))
  t.true(records.length > 0)
  await world.until(consumer.commit())
  return consumer
}

const setUp = async (t: ExecutionContext) => {
  const world = await AdminWorld.make(t, { brokers: 2, topics: [{ name: 'orders', partitions: 2 }] })
  await world.produce(t, 'orders', 10, 0)
  await world.produce(t, 'orders', 10, 1)
  return world
}

test('groups of both protocols are listed and described with their members', async (t) => {
  const world = await setUp(t)
  const { admin } = world
  const until = <T>(promise: PromiseLike<T>) => world.until(promise)
  await member(t, world, { groupId: 'old', groupProtocol: 'classic', groupInstanceId: 'static-1' })
  await member(t, world, { groupId: 'new', groupProtocol: 'consumer', clientId: 'reader' })

  const listed = await until(admin.listGroups())
  t.deepEqual(listed.map(({ groupId, type, state, protocolType }) => [groupId, type, state, protocolType]).sort(), [
    ['new', 'consumer', 'Stable', 'consumer'],
    ['old', 'classic', 'Stable', 'consumer'],
  ])
  const ids = (groups: readonly { readonly groupId: string }[]) => groups.map(({ groupId }) => groupId)
  t.deepEqual(ids(await until(admin.listGroups({ types: ['consumer'] }))), ['new'])
  t.deepEqual(ids(await until(admin.listGroups({ states: ['Empty'] }))), [])
  t.deepEqual(ids(await until(admin.listGroups({ protocolTypes: ['connect'] }))), [])

  const [old, fresh] = await until(admin.describeConsumerGroups(['old', 'new'], { includeAuthorizedOperations: true }))
  t.like(old, { type: 'classic', state: 'Stable', isSimpleConsumerGroup: false })
  t.like(old!.members[0], { groupInstanceId: 'static-1', memberEpoch: undefined })
  t.is(old!.members[0]!.assignment.length, 2)
  t.like(fresh, { type: 'consumer', state: 'Stable' })
  t.like(fresh!.members[0], { clientId: 'reader', memberEpoch: fresh!.groupEpoch, isUpgraded: true })
  t.deepEqual(fresh!.members[0]!.subscribedTopicNames, ['orders'])
  t.deepEqual(
    [...fresh!.members[0]!.assignment].sort((a, b) => a.partition - b.partition),
    [
      { topic: 'orders', partition: 0 },
      { topic: 'orders', partition: 1 },
    ],
  )
  t.true(fresh!.authorizedOperations!.includes('DELETE'))
  t.true([1, 2].includes(fresh!.coordinator))

  const [classic] = await until(admin.describeClassicGroups(['old']))
  t.like(classic, { protocolType: 'consumer', state: 'Stable' })
  t.true(classic!.members[0]!.assignment.length > 0)
  const results = await until(admin.describeConsumerGroups(['old', 'nobody']).settled())
  t.is((results[1]!.error as BrokerError).errorName, 'GROUP_ID_NOT_FOUND')
})

test('the offsets of groups are listed, changed and deleted', async (t) => {
  const world = await setUp(t)
  const { admin } = world
  const until = <T>(promise: PromiseLike<T>) => world.until(promise)
  await until(
    admin.alterConsumerGroupOffsets('billing', [
      { topic: 'orders', partition: 0, offset: 3n, metadata: 'by hand' },
      { topic: 'orders', partition: 1, offset: 4n, leaderEpoch: 0 },
    ]),
  )
  await until(admin.alterConsumerGroupOffsets('shipping', [{ topic: 'orders', partition: 1, offset: 9n }]))
  const [billing, shipping, nobody] = await until(
    admin.listConsumerGroupOffsets([
      'billing',
      { groupId: 'shipping', partitions: [0, 1].map((partition) => ({ topic: 'orders', partition })) },
      'nobody',
    ]),
  )
  t.deepEqual(billing!.offsets, [
    { topic: 'orders', partition: 0, offset: 3n, leaderEpoch: undefined, metadata: 'by hand' },
    { topic: 'orders', partition: 1, offset: 4n, leaderEpoch: 0, metadata: '' },
  ])
  t.deepEqual(
    shipping!.offsets.map(({ offset }) => offset),
    [null, 9n],
  )
  t.deepEqual(nobody!.offsets, [])
  // A consumer goes on from there.
  const consumer = world.makeConsumer(t, { groupId: 'billing', topics: ['orders'], enableAutoCommit: false })
  const offsets = new Map<number, bigint>()
  while (offsets.size < 2)
    for (const { partition, offset } of await until(consumer.poll({ timeoutMs: 60_000 })))
      if (!offsets.has(partition)) offsets.set(partition, offset)
  t.deepEqual([offsets.get(0), offsets.get(1)], [3n, 4n])

  const busy = await t.throwsAsync(
    until(admin.alterConsumerGroupOffsets('billing', [{ topic: 'orders', partition: 0, offset: 0n }])),
    { instanceOf: BrokerError },
  )
  t.regex(busy.message, /UNKNOWN_MEMBER_ID.*billing/)
  const subscribed = await t.throwsAsync(
    until(admin.deleteConsumerGroupOffsets('billing', [{ topic: 'orders', partition: 0 }])),
    { instanceOf: BrokerError },
  )
  t.regex(subscribed.message, /GROUP_SUBSCRIBED_TO_TOPIC/)
  await until(admin.deleteConsumerGroupOffsets('shipping', [{ topic: 'orders', partition: 1 }]))
  t.deepEqual((await until(admin.listConsumerGroupOffsets(['shipping'])))[0]!.offsets, [])
})

for (const groupProtocol of ['classic', 'consumer'] as const)
  test(`members of a ${groupProtocol} group are removed, and the group with them`, async (t) => {
    const world = await setUp(t)
    const { admin } = world
    const until = <T>(promise: PromiseLike<T>) => world.until(promise)
    const consumer = await member(t, world, { groupId: 'g', groupProtocol, groupInstanceId: 'one' })
    const busy = await t.throwsAsync(until(admin.deleteGroups(['g'])), { instanceOf: BrokerError })
    t.regex(busy.message, /NON_EMPTY_GROUP.*group g/)
    const results = await until(
      admin
        .removeMembersFromConsumerGroup('g', { members: [{ groupInstanceId: 'other' }, { groupInstanceId: 'one' }] })
        .settled(),
    )
    t.deepEqual(
      results.map(({ error }) => (error as BrokerError | undefined)?.errorName),
      ['UNKNOWN_MEMBER_ID', undefined],
    )
    await until(consumer.close({ timeoutMs: 100 }))
    await until(admin.removeMembersFromConsumerGroup('g'))
    const gone = await until(admin.deleteGroups(['g', 'nobody']).settled())
    t.deepEqual(
      gone.map(({ error }) => (error as BrokerError | undefined)?.errorName),
      [undefined, 'GROUP_ID_NOT_FOUND'],
    )
    t.deepEqual(await until(admin.listGroups()), [])
  })

test('a broker before Kafka 3.0 is asked group by group', async (t) => {
  const world = await AdminWorld.make(t, { emulate: '2.4', topics: ['orders'] })
  const { admin } = world
  const until = <T>(promise: PromiseLike<T>) => world.until(promise)
  for (const groupId of ['a', 'b'])
    await until(admin.alterConsumerGroupOffsets(groupId, [{ topic: 'orders', partition: 0, offset: 0n }]))
  const offsets = await until(admin.listConsumerGroupOffsets(['a', 'b']))
  t.deepEqual(
    offsets.map(({ groupId, offsets: [first] }) => [groupId, first!.offset]),
    [
      ['a', 0n],
      ['b', 0n],
    ],
  )
  const [described] = await until(admin.describeConsumerGroups(['a']))
  t.like(described, { type: 'classic', state: 'Empty', isSimpleConsumerGroup: true })
  await t.throwsAsync(until(admin.describeConsumerGroups(['nobody'])), { message: /GROUP_ID_NOT_FOUND/ })
  const listed = await until(admin.listGroups())
  t.deepEqual(listed.map(({ groupId, state, type }) => [groupId, state, type]).sort(), [
    ['a', undefined, undefined],
    ['b', undefined, undefined],
  ])
  await t.throwsAsync(until(admin.listGroups({ types: ['classic'] })), {
    instanceOf: UnsupportedVersionError,
    message: /Kafka 3\.8/,
  })
  await t.throwsAsync(until(admin.describeShareGroups(['a'])), {
    instanceOf: UnsupportedVersionError,
    message: /Kafka 4\.1/,
  })
})
