// How far a consumer is behind, against the reference broker: by the end of the partition, or by what readers of committed records may see.
import { Producer } from '@odradek/producer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeConsumer, makeWorld, orders0, produce } from './consumer-world.ts'

for (const [isolationLevel, lags] of [
  ['read_uncommitted', [11n, 5n]],
  ['read_committed', [6n, 0n]],
] as const)
  test(`a consumer with ${isolationLevel} is as far behind as there is for it to read`, async (t) => {
    const world = await makeWorld(1)
    const { clock, broker, environment } = world
    await produce(world, 10, 1)
    const writer = new Producer({ bootstrapServers: broker.bootstrapServers, transactionalId: 'till' }, environment)
    await advanceUntilSettled(clock, writer.beginTransaction())
    for (let i = 0; i < 5; i++) await advanceUntilSettled(clock, writer.send({ ...orders0, value: `open ${i}` }))
    const consumer = makeConsumer(world, { isolationLevel })
    const poll = (maxRecords: number) => advanceUntilSettled(clock, consumer.poll({ maxRecords, timeoutMs: 5000 }))
    t.is((await poll(4)).length, 4)
    t.is((await poll(6)).length, 6)
    t.is(consumer.lag(orders0), lags[0])
    t.is((await poll(1)).length, isolationLevel === 'read_committed' ? 0 : 1)
    t.is(consumer.lag(orders0), lags[1])
    await advanceUntilSettled(clock, writer.abortTransaction())
    await advanceUntilSettled(clock, writer.close())
    await advanceUntilSettled(clock, consumer.close())
    await endWorld(world)
  })
