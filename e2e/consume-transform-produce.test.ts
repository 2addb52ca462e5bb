import { Broker } from '@odradek/broker'
import {
  AbortableTransactionError,
  Admin,
  Consumer,
  type ConsumerOptions,
  consumeTransformProduce,
  Producer,
  type Transaction,
} from 'odradek'
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

/** One instance of the program that copies `in` to `out`. */
function instance(bootstrapServers: string, name: string, options: Partial<ConsumerOptions> = {}) {
  const consumer = new Consumer({
    bootstrapServers,
    groupId: 'copiers',
    topics: ['in'],
    autoOffsetReset: 'earliest',
    enableAutoCommit: false,
    heartbeatIntervalMs: 20,
    ...options,
  })
  const producer = new Producer({ bootstrapServers, transactionalId: name, lingerMs: 0 })
  const stop = new AbortController()
  const copied: string[] = []
  const copy = async (batch: Iterable<{ value: unknown }>, tx: Transaction) => {
    for (const { value } of batch) {
      copied.push(text(value as Uint8Array))
      await tx.send({ topic: 'out', value: value as Uint8Array })
    }
  }
  const close = async () => {
    await consumer.close()
    await producer.close()
  }
  return { consumer, producer, stop, copied, copy, close }
}

const ten = Array.from({ length: 10 }, (_, i) => `${i}`)

async function brokerWithTen(): Promise<Broker> {
  const broker = await Broker.start()
  await using source = new Producer({ bootstrapServers: broker.bootstrapServers })
  await source.sendBatch(
    'in',
    ten.map((value) => ({ value, partition: 0 })),
  )
  return broker
}

/** What a read_committed reader sees, up to a record that is written now. */
async function seenInOut(bootstrapServers: string): Promise<string[]> {
  await using source = new Producer({ bootstrapServers })
  await source.send({ topic: 'out', value: 'last', partition: 0 })
  await using reader = new Consumer({
    bootstrapServers,
    groupId: 'reader',
    topics: ['out'],
    autoOffsetReset: 'earliest',
    isolationLevel: 'read_committed',
  })
  const seen: string[] = []
  for await (const { value } of reader) {
    seen.push(text(value as Uint8Array))
    if (seen.at(-1) === 'last') break
  }
  return seen.slice(0, -1)
}

test('a signal ends the loop while no record comes', async (t) => {
  await using broker = await brokerWithTen()
  const stop = new AbortController()
  const { consumer, producer, copied, copy, close } = instance(broker.bootstrapServers, 'a', {
    autoOffsetReset: 'latest',
    rebalanceListener: { onAssigned: () => stop.abort() },
  })
  await consumeTransformProduce({ consumer, producer, signal: stop.signal }, copy)
  t.deepEqual(copied, [])
  await close()
})

test('a signal that is aborted already lets no batch through', async (t) => {
  await using broker = await brokerWithTen()
  const { consumer, producer, stop, copied, copy, close } = instance(broker.bootstrapServers, 'a')
  stop.abort()
  await consumeTransformProduce({ consumer, producer, signal: stop.signal }, copy)
  t.deepEqual(copied, [])
  await close()
})

test('a member that loses the partition within a batch, and has it again, copies the batch once', async (t) => {
  await using broker = await brokerWithTen()
  const { bootstrapServers } = broker
  await using admin = new Admin({ bootstrapServers })
  const assigned: (() => void)[] = []
  const { consumer, producer, stop, copy, close } = instance(bootstrapServers, 'a', {
    rebalanceListener: { onAssigned: () => assigned.shift()?.() },
  })
  let runs = 0
  await consumeTransformProduce({ consumer, producer, signal: stop.signal }, async (batch, tx) => {
    await copy(batch, tx)
    if (++runs > 1) {
      stop.abort()
      return
    }
    const again = new Promise<void>((resolve) => assigned.push(resolve))
    await admin.removeMembersFromConsumerGroup('copiers')
    await again
  })
  t.is(runs, 2)
  t.deepEqual(await seenInOut(bootstrapServers), ten)
  await close()
})

test("a batch whose partition another member has taken meanwhile is that one's alone", async (t) => {
  await using broker = await brokerWithTen()
  const { bootstrapServers } = broker
  await using admin = new Admin({ bootstrapServers })
  let lose = () => undefined as void
  const lost = new Promise<void>((resolve) => (lose = resolve))
  let take = () => undefined as void
  const taken = new Promise<void>((resolve) => (take = resolve))
  const first = instance(bootstrapServers, 'a', {
    rebalanceListener: {
      onLost: () => {
        lose()
        // It joins again when the other one has done the work.
        return taken
      },
    },
  })
  const second = instance(bootstrapServers, 'b')
  let runs = 0
  const ended = consumeTransformProduce({ ...first, signal: first.stop.signal }, async (batch, tx) => {
    runs++
    await first.copy(batch, tx)
    await admin.removeMembersFromConsumerGroup('copiers')
    await lost
    await consumeTransformProduce({ ...second, signal: second.stop.signal }, async (theirs, theirTx) => {
      await second.copy(theirs, theirTx)
      second.stop.abort()
    })
    first.stop.abort()
    take()
  })
  await ended
  t.is(runs, 1)
  t.deepEqual(second.copied, ten)
  t.deepEqual(await seenInOut(bootstrapServers), ten)
  await first.close()
  await second.close()
})
