// Transactions of our producer on our broker, by both generations of the protocol.
import { Broker } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { Producer, type ProducerRecord, type Transaction } from '@odradek/producer'
import { AbortableTransactionError, FencedError, KafkaError } from '@odradek/protocol'
import test from 'ava'

/** The values that a read_committed consumer gets, up to the one that says for the `lasts`th time that it is the last. */
async function committed(bootstrapServers: string, lasts = 1): Promise<string[]> {
  const consumer = new Consumer({
    bootstrapServers,
    groupId: `reader-${Math.random()}`,
    topics: ['out'],
    autoOffsetReset: 'earliest',
    isolationLevel: 'read_committed',
  })
  const values: string[] = []
  for await (const { value } of consumer) {
    values.push(new TextDecoder().decode(value as Uint8Array))
    if (values.filter((value) => value === 'last').length === lasts) break
  }
  await consumer.close()
  return values
}

test('what is committed is read once, what is aborted never, and a zombie is fenced', async (t) => {
  await using broker = await Broker.start()
  const { bootstrapServers } = broker
  const options = { bootstrapServers, transactionalId: 'billing', lingerMs: 0 }
  const producer = new Producer(options)
  t.teardown(() => producer.close({ timeoutMs: 0 }))
  await producer.transaction((tx) => tx.send({ topic: 'out', value: '1' }))
  const error = await t.throwsAsync(
    producer.transaction(async (tx) => {
      await tx.send({ topic: 'out', value: 'aborted' })
      throw new Error('changed my mind')
    }),
  )
  t.is(error.message, 'changed my mind')
  for (let i = 2; i < 10; i++) {
    await producer.beginTransaction()
    const sent = Promise.allSettled([producer.send({ topic: 'out', value: i % 3 === 0 ? 'aborted' : `${i}` })])
    if (i % 3 === 0) await producer.abortTransaction()
    else await producer.commitTransaction()
    await sent
  }

  await producer.beginTransaction()
  await producer.send({ topic: 'out', value: 'zombie' })
  await using successor = new Producer(options)
  await successor.transaction((tx) => tx.send({ topic: 'out', value: 'last' }))
  const fenced = await t.throwsAsync(
    (async () => {
      await producer.send({ topic: 'out', value: 'zombie 2' }).catch((reason: unknown) => t.true(KafkaError.is(reason)))
      await producer.abortTransaction()
    })(),
  )
  t.true(FencedError.is(fenced), String(fenced))
  t.deepEqual(await committed(bootstrapServers), ['1', '2', '4', '5', '7', '8', 'last'])
})

/** Tries again what may be tried again: on a slow machine the next transaction may be open for too long as well. */
async function untilCommitted(producer: Producer, record: ProducerRecord, triesLeft = 20): Promise<void> {
  try {
    // Whatever becomes of the record, the commit tells it.
    await producer.transaction((tx) => void tx.send(record).catch(() => undefined))
  } catch (error) {
    if (!AbortableTransactionError.is(error) || triesLeft === 1) throw error
    await untilCommitted(producer, record, triesLeft - 1)
  }
}

const lateSteps: Readonly<Record<string, (tx: Transaction) => unknown>> = {
  nothing: () => undefined,
  'a record for the same partition': (tx) => tx.send({ topic: 'out', value: 'late' }),
  'a record for another partition': (tx) => tx.send({ topic: 'other', value: 'late' }),
  'the offsets of a group': (tx) => tx.sendOffsets([{ topic: 'in', partition: 0, offset: 7n }], { groupId: 'g' }),
}

for (const transactionVersion of [1, 2]) {
  for (const [step, late] of Object.entries(lateSteps)) {
    const end = transactionVersion === 1 ? 'its producer has ended' : 'it can be tried again'
    test(`a transaction that is open longer than transactionTimeoutMs, and then has ${step}: ${end}`, async (t) => {
      await using broker = await Broker.start({
        transactionVersion,
        transactionAbortTimedOutTransactionCleanupIntervalMs: 20,
      })
      const { bootstrapServers } = broker
      const options = { bootstrapServers, transactionalId: 'billing', lingerMs: 0 }
      await using producer = new Producer({ ...options, transactionTimeoutMs: 1000 })
      const error = await t.throwsAsync(
        producer.transaction(async (tx) => {
          // On a slow machine it may be too late for this already: the commit tells it.
          await tx.send({ topic: 'out', value: 'too late' }).catch(() => undefined)
          // What is open holds back what a read_committed reader gets: this comes when the coordinator has aborted it.
          await using other = new Producer({ bootstrapServers })
          await other.sendBatch([
            { topic: 'in', value: 'x' },
            { topic: 'out', value: 'last' },
          ])
          t.deepEqual(await committed(bootstrapServers), ['last'])
          // Nobody looks at the promise of what is added now.
          Promise.resolve(late(tx)).catch(() => undefined)
        }),
      )
      t.regex(error.message, /raise transactionTimeoutMs/)
      await using next = new Producer(options)
      if (transactionVersion === 1) {
        t.true(FencedError.is(error), String(error))
        await t.throwsAsync(producer.beginTransaction(), { message: /raise transactionTimeoutMs/ })
      } else t.true(AbortableTransactionError.is(error), String(error))
      const usable = transactionVersion === 1 ? next : producer
      await untilCommitted(usable, { topic: 'out', value: 'in time' })
      await next.transaction((tx) => tx.send({ topic: 'out', value: 'last' }))
      t.deepEqual(await committed(bootstrapServers, 2), ['last', 'in time', 'last'])
    })
  }
}
