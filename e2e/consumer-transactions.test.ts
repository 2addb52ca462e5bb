// Consumers and transactions, against the reference broker, over a network in memory and a fake clock.
import { Producer } from '@odradek/producer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, orders0, text, type World } from './consumer-world.ts'

function transactional({ broker, environment }: World, transactionalId: string): Producer {
  return new Producer({ bootstrapServers: broker.bootstrapServers, transactionalId }, environment)
}

async function readAll(world: World, isolationLevel: 'read_committed' | 'read_uncommitted'): Promise<string[]> {
  const consumer = makeConsumer(world, { groupId: `reads-${isolationLevel}`, isolationLevel })
  const values: string[] = []
  for (let quiet = 0; quiet < 2;) {
    const records = await advanceUntilSettled(world.clock, consumer.poll({ timeoutMs: 2000 }))
    quiet = records.length === 0 ? quiet + 1 : 0
    values.push(...records.map(({ value }) => text.decode(value!)))
  }
  await advanceUntilSettled(world.clock, consumer.close())
  return values
}

test('read_committed gives out committed records alone, and waits at the first transaction that is open', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  const [first, second] = [transactional(world, 'first'), transactional(world, 'second')]
  const send = (producer: Producer, value: string) =>
    advanceUntilSettled(clock, producer.send({ topic: 'orders', partition: 0, value }))
  await send(world.producer, 'plain 1')
  for (const producer of [first, second]) await advanceUntilSettled(clock, producer.beginTransaction())
  await send(first, 'aborted 1')
  await send(second, 'committed 1')
  await send(first, 'aborted 2')
  await advanceUntilSettled(clock, first.abortTransaction())
  await send(world.producer, 'plain 2')
  await send(second, 'committed 2')
  await advanceUntilSettled(clock, second.commitTransaction())
  await advanceUntilSettled(clock, first.beginTransaction())
  await send(first, 'committed 3')
  await advanceUntilSettled(clock, first.commitTransaction())
  await advanceUntilSettled(clock, first.beginTransaction())
  await send(first, 'open')
  await send(world.producer, 'plain 3')
  t.deepEqual(await readAll(world, 'read_committed'), [
    'plain 1',
    'committed 1',
    'plain 2',
    'committed 2',
    'committed 3',
  ])
  t.is((await readAll(world, 'read_uncommitted')).length, 9)
  await advanceUntilSettled(clock, first.abortTransaction())
  await advanceUntilSettled(clock, Promise.all([first.close(), second.close()]))
  await endWorld(world)
})

test('offsets that a transaction commits count, and those of an aborted one do not', async (t) => {
  const world = await makeWorld(1)
  const { clock } = world
  for (let i = 0; i < 4; i++)
    await advanceUntilSettled(clock, world.producer.send({ topic: 'orders', partition: 0, value: String(i) }))
  const producer = transactional(world, 'copies')
  const consumer = makeConsumer(world, { enableAutoCommit: false })
  await advanceUntilSettled(clock, consumer.poll({ maxRecords: 2, timeoutMs: 60_000 }))
  const sendOffsets = () => producer.sendOffsetsToTransaction(consumer.positionsInHand(), consumer.groupMetadata())
  await advanceUntilSettled(clock, producer.beginTransaction())
  await advanceUntilSettled(clock, sendOffsets())
  await advanceUntilSettled(clock, producer.commitTransaction())
  t.is((await advanceUntilSettled(clock, consumer.committed([orders0])))[0]?.offset, 2n)
  await advanceUntilSettled(clock, consumer.poll({ maxRecords: 2, timeoutMs: 60_000 }))
  await advanceUntilSettled(clock, producer.beginTransaction())
  await advanceUntilSettled(clock, sendOffsets())
  await advanceUntilSettled(clock, producer.abortTransaction())
  t.is((await advanceUntilSettled(clock, consumer.committed([orders0])))[0]?.offset, 2n)
  await advanceUntilSettled(clock, Promise.all([consumer.close(), producer.close()]))
  await endWorld(world)
})
