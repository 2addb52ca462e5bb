import { Broker } from '@odradek/broker'
import { AbortableTransactionError, Consumer, consumeTransformProduce, Producer } from 'odradek'
import test from 'ava'

const text = (value: Uint8Array | null) => new TextDecoder().decode(value!)

test('each record is copied once, though transactions fail and the program stops in between', async (t) => {
  await using broker = await Broker.start()
  const { bootstrapServers } = broker
  await using source = new Producer({ bootstrapServers, batchSize: 200, batchSizeWhenBusy: 0 })
  await source.sendBatch(
    'in',
    Array.from({ length: 60 }, (_, i) => ({ value: `${i}`.padEnd(20), partition: 0 })),
  )
  let batches = 0
  let copied = 0
  for (let run = 0; run < 3; run++) {
    const stop = new AbortController()
    const consumer = new Consumer({
      bootstrapServers,
      groupId: 'copier',
      topics: ['in'],
      autoOffsetReset: 'earliest',
      enableAutoCommit: false,
    })
    const producer = new Producer({ bootstrapServers, transactionalId: 'copier', lingerMs: 0 })
    await consumeTransformProduce({ consumer, producer, signal: stop.signal }, async (batch, tx) => {
      const values = [...batch].map(({ value }) => text(value as Uint8Array))
      await Promise.all(values.map((value) => tx.send({ topic: 'out', value })))
      batches++
      if (batches % 3 === 1) throw new AbortableTransactionError('as if the group had moved on')
      copied += values.length
      if (copied >= (run + 1) * 20) stop.abort()
    })
    await consumer.close()
    await producer.close()
  }
  const reader = new Consumer({
    bootstrapServers,
    groupId: 'reader',
    topics: ['out'],
    autoOffsetReset: 'earliest',
    isolationLevel: 'read_committed',
  })
  const values: number[] = []
  for await (const { value } of reader) {
    values.push(Number(text(value as Uint8Array)))
    if (values.length === copied) break
  }
  await reader.close()
  t.deepEqual(
    values,
    Array.from({ length: copied }, (_, i) => i),
  )
  t.true(batches > 3)
})

test('a run that was killed within a transaction holds up the next one no longer than it takes to start', async (t) => {
  await using broker = await Broker.start()
  const { bootstrapServers } = broker
  await using source = new Producer({ bootstrapServers })
  await source.sendBatch(
    'in',
    Array.from({ length: 10 }, (_, i) => ({ value: `${i}`, partition: 0 })),
  )
  const killed = new Producer({ bootstrapServers, transactionalId: 'copier', lingerMs: 0 })
  t.teardown(() => killed.close({ timeoutMs: 0 }))
  await killed.beginTransaction()
  await killed.send({ topic: 'out', value: 'never seen' })
  await killed.sendOffsetsToTransaction([{ topic: 'in', partition: 0, offset: 5n }], { groupId: 'copier' })

  const stop = new AbortController()
  const consumer = new Consumer({
    bootstrapServers,
    groupId: 'copier',
    topics: ['in'],
    autoOffsetReset: 'earliest',
    enableAutoCommit: false,
  })
  const producer = new Producer({ bootstrapServers, transactionalId: 'copier', lingerMs: 0 })
  const seen: string[] = []
  // The coordinator would end the transaction of the one that was killed after a minute, which is longer than this test may take.
  await consumeTransformProduce({ consumer, producer, signal: stop.signal }, (batch) => {
    for (const { value } of batch) seen.push(text(value as Uint8Array))
    if (seen.length === 10) stop.abort()
  })
  t.deepEqual(
    seen,
    Array.from({ length: 10 }, (_, i) => `${i}`),
  )
  await consumer.close()
  await producer.close()
})
