// What users commit by hand: records, offsets and batches, with the leader epoch and metadata, against the reference broker.
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, orders0, produce } from './consumer-world.ts'

const orders1 = { topic: 'orders', partition: 1 }

test('records are committed as handled: the offset after the last one of each partition, with its leader epoch', async (t) => {
  const world = await makeWorld(2)
  await produce(world, 20, 2)
  const consumer = makeConsumer(world, { enableAutoCommit: false })
  const records = []
  while (records.length < 20)
    records.push(...(await advanceUntilSettled(world.clock, consumer.poll({ timeoutMs: 60_000 }))))
  const [third] = records.filter(({ partition, offset }) => partition === 0 && offset === 3n)
  const ofOther = records.filter(({ partition, offset }) => partition === 1 && offset < 8n)
  t.is(third!.leaderEpoch, 0)
  await advanceUntilSettled(world.clock, consumer.commit([third!, ...ofOther.reverse()]))
  const committed = await advanceUntilSettled(world.clock, consumer.committed([orders0, orders1]))
  t.deepEqual(committed, [
    { offset: 4n, leaderEpoch: 0, metadata: '' },
    { offset: 8n, leaderEpoch: 0, metadata: '' },
  ])
  const offset = { ...orders0, offset: 2n, leaderEpoch: 0, metadata: 'again from here' }
  await advanceUntilSettled(world.clock, consumer.commit([offset]))
  t.deepEqual(await advanceUntilSettled(world.clock, consumer.committed([orders0])), [
    { offset: 2n, leaderEpoch: 0, metadata: 'again from here' },
  ])
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('a batch is committed with its own leader epoch, and with metadata', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world, { enableAutoCommit: false })
  const batches = consumer.batches()
  const { value: batch } = await advanceUntilSettled(world.clock, batches.next())
  t.is(batch!.leaderEpoch, 0)
  await advanceUntilSettled(world.clock, batch!.commit({ metadata: 'by night' }))
  t.deepEqual(await advanceUntilSettled(world.clock, consumer.committed([orders0])), [
    { offset: batch!.lastOffset + 1n, leaderEpoch: 0, metadata: 'by night' },
  ])
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})

test('a batch that is committed after a seek back moves nothing: what is read again is not handled', async (t) => {
  const world = await makeWorld(1)
  await produce(world, 10, 1)
  const consumer = makeConsumer(world, { enableAutoCommit: false })
  const { value: batch } = await advanceUntilSettled(world.clock, consumer.batches().next())
  consumer.seek(orders0, 2n)
  await advanceUntilSettled(world.clock, batch!.commit())
  t.is(consumer.position(orders0), 2n)
  await advanceUntilSettled(world.clock, consumer.close())
  await endWorld(world)
})
