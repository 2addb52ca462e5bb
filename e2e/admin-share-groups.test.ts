// Share groups, and groups of Kafka Streams, by the admin client, on the reference broker.
import { ShareConsumer } from '@odradek/consumer'
import { BrokerError, UnsupportedVersionError } from '@odradek/protocol'
import test from 'ava'

import { AdminWorld } from './admin-world.ts'

test('share groups are described, and their offsets listed, changed and deleted', async (t) => {
  const world = await AdminWorld.make(t, { topics: ['orders'] })
  const { admin, bootstrapServers } = world
  await world.produce(t, 'orders', 10)
  await world.until(
    admin.incrementalAlterConfigs([{ type: 'GROUP', name: 'queue', set: { 'share.auto.offset.reset': 'earliest' } }]),
  )
  const consumer = new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'orders' }, world.environment)
  t.teardown(() => world.until(consumer.close()))
  const records = await world.until(consumer.poll({ timeoutMs: 60_000 }))
  t.true(records.length > 0)

  const [listed] = await world.until(admin.listGroups({ types: ['share'] }))
  t.like(listed, { groupId: 'queue', type: 'share', state: 'Stable' })
  const [group] = await world.until(admin.describeShareGroups(['queue'], { includeAuthorizedOperations: true }))
  t.like(group, { groupId: 'queue', state: 'Stable', coordinator: 1 })
  t.deepEqual(group!.members[0]!.assignment, [{ topic: 'orders', partition: 0 }])
  t.deepEqual(group!.members[0]!.subscribedTopicNames, ['orders'])
  const busy = await t.throwsAsync(
    world.until(admin.alterShareGroupOffsets('queue', [{ topic: 'orders', partition: 0, startOffset: 0n }])),
    { instanceOf: BrokerError },
  )
  t.regex(busy.message, /NON_EMPTY_GROUP/)
  await world.until(consumer.close())

  await world.until(admin.alterShareGroupOffsets('queue', [{ topic: 'orders', partition: 0, startOffset: 4n }]))
  const [offsets] = await world.until(admin.listShareGroupOffsets(['queue']))
  t.like(offsets!.offsets[0], { topic: 'orders', partition: 0, startOffset: 4n, lag: 6n })
  const [named] = await world.until(
    admin.listShareGroupOffsets([{ groupId: 'queue', partitions: [{ topic: 'orders', partition: 0 }] }]),
  )
  t.is(named!.offsets[0]!.startOffset, 4n)
  await world.until(admin.deleteShareGroupOffsets('queue', ['orders']))
  const [after] = await world.until(admin.listShareGroupOffsets(['queue']))
  t.deepEqual(after!.offsets, [])
  await world.until(admin.deleteGroups(['queue']))
  const results = await world.until(admin.describeShareGroups(['queue']).settled())
  t.is((results[0]!.error as BrokerError).errorName, 'GROUP_ID_NOT_FOUND')
})

test('groups of Kafka Streams are refused where the cluster has not agreed on streams.version', async (t) => {
  const world = await AdminWorld.make(t)
  await t.throwsAsync(world.until(world.admin.describeStreamsGroups(['nobody'])), {
    instanceOf: UnsupportedVersionError,
    message: /StreamsGroupDescribe for group nobody/,
  })
})
