// Transactions and producers by the admin client, on the reference broker.
import type { BrokerError } from '@odradek/protocol'
import test, { type ExecutionContext } from 'ava'

import { AdminWorld } from './admin-world.ts'

/** A producer with an open transaction in `orders`-0. */
async function openTransaction(t: ExecutionContext, world: AdminWorld) {
  const producer = world.makeProducer(t, { transactionalId: 'billing', lingerMs: 0 })
  await world.until(producer.beginTransaction())
  await world.until(producer.send({ topic: 'orders', partition: 0, value: 'x' }))
  return producer
}

test('transactions and their producers are listed and described', async (t) => {
  const world = await AdminWorld.make(t, { brokers: 2, topics: ['orders'] })
  const { admin } = world
  const producer = await openTransaction(t, world)
  const [listed] = await world.until(admin.listTransactions())
  t.like(listed, { transactionalId: 'billing', state: 'Ongoing' })
  const ids = async (options: Parameters<typeof admin.listTransactions>[0]) =>
    (await world.until(admin.listTransactions(options))).map(({ transactionalId }) => transactionalId)
  t.deepEqual(await ids({ states: ['Ongoing'], producerIds: [listed!.producerId] }), ['billing'])
  t.deepEqual(await ids({ states: ['CompleteCommit'] }), [])
  t.deepEqual(await ids({ durationMs: 3_600_000 }), [])
  t.deepEqual(await ids({ transactionalIdPattern: 'bill.*' }), ['billing'])

  const [described] = await world.until(admin.describeTransactions(['billing']))
  t.like(described, { transactionalId: 'billing', state: 'Ongoing', producerId: listed!.producerId })
  t.deepEqual(described!.topicPartitions, [{ topic: 'orders', partition: 0 }])
  t.true(described!.transactionStartTimeMs! > 0)
  const [missing] = await world.until(admin.describeTransactions(['nobody']).settled())
  t.is((missing!.error as BrokerError).errorName, 'TRANSACTIONAL_ID_NOT_FOUND')

  const [producers] = await world.until(admin.describeProducers([{ topic: 'orders', partition: 0 }]))
  t.like(producers!.activeProducers[0], {
    producerId: described!.producerId,
    lastSequence: 0,
    currentTransactionStartOffset: 0n,
  })
  await world.until(producer.commitTransaction())
  const [after] = await world.until(admin.describeTransactions(['billing']))
  t.is(after!.state, 'CompleteCommit')
  t.deepEqual(after!.topicPartitions, [])
})

test('a producer is fenced, and its transaction ends', async (t) => {
  const world = await AdminWorld.make(t, { topics: ['orders'] })
  const { admin } = world
  const producer = await openTransaction(t, world)
  const [before] = await world.until(admin.describeTransactions(['billing']))
  const [fenced] = await world.until(admin.fenceProducers(['billing']))
  t.true(fenced!.producerId !== before!.producerId || fenced!.producerEpoch > before!.producerEpoch)
  t.is((await world.until(admin.describeTransactions(['billing'])))[0]!.state, 'Empty')
  await t.throwsAsync(world.until(producer.commitTransaction()))
})

test('a transaction is terminated by its id', async (t) => {
  const world = await AdminWorld.make(t, { topics: ['orders'] })
  await openTransaction(t, world)
  await world.until(world.admin.forceTerminateTransaction('billing'))
  t.not((await world.until(world.admin.describeTransactions(['billing'])))[0]!.state, 'Ongoing')
  const [latest] = await world.until(
    world.admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'latest' }], { isolationLevel: 'read_committed' }),
  )
  t.true(latest!.offset >= 2n)
})

test('a transaction that hangs in a partition is aborted there', async (t) => {
  const world = await AdminWorld.make(t, { topics: ['orders'] })
  const { admin } = world
  await openTransaction(t, world)
  const stable = async () =>
    (
      await world.until(
        admin.listOffsets([{ topic: 'orders', partition: 0, spec: 'latest' }], { isolationLevel: 'read_committed' }),
      )
    )[0]!.offset
  t.is(await stable(), 0n)
  const [{ activeProducers } = { activeProducers: [] }] = await world.until(
    admin.describeProducers([{ topic: 'orders', partition: 0 }]),
  )
  const { producerId, producerEpoch, coordinatorEpoch = -1 } = activeProducers[0]!
  await world.until(
    admin.abortTransaction({ topic: 'orders', partition: 0, producerId, producerEpoch, coordinatorEpoch }),
  )
  t.is(await stable(), 2n)
  await t.throwsAsync(
    world.until(
      admin.abortTransaction({
        topic: 'orders',
        partition: 0,
        producerId,
        producerEpoch: producerEpoch - 1,
        coordinatorEpoch,
      }),
    ),
    { message: /INVALID_PRODUCER_EPOCH|PRODUCER_FENCED/ },
  )
})
