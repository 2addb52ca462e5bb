// Producer, consumer and broker over real connections and in real time: what a fake network can't show.
import { Broker } from '@odradek/broker'
import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import test from 'ava'

const decoder = new TextDecoder()
const text = (bytes: Uint8Array | null) => (bytes === null ? null : decoder.decode(bytes))

for (const compressionType of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
  test(`records come back as they were sent (${compressionType})`, async (t) => {
    await using broker = await Broker.start({ partitions: 3 })
    const { bootstrapServers } = broker
    await using producer = new Producer({ bootstrapServers, compressionType })
    const sent = Array.from({ length: 500 }, (_, i) => ({ key: `k${i % 11}`, value: `value ${i} `.repeat(20) }))
    const results = await producer.sendBatch('orders', sent)
    t.is([...results].length, sent.length)

    await using consumer = new Consumer(readerOptions(bootstrapServers))
    const read: string[] = []
    for await (const { key, value } of consumer) {
      read.push(`${text(key as Uint8Array)}=${text(value as Uint8Array)}`)
      if (read.length === sent.length) break
    }
    t.deepEqual(read.sort(), sent.map(({ key, value }) => `${key}=${value}`).sort())
  })
}

/** Members hear of a rebalance by their next heartbeat. */
const heartbeats = { classic: { heartbeatIntervalMs: 100 }, consumer: {} }
const quick = { groupConsumerHeartbeatIntervalMs: 100 }

for (const groupProtocol of ['classic', 'consumer'] as const) {
  test(`a second member takes partitions over, and gives them back when it goes (${groupProtocol})`, async (t) => {
    await using broker = await Broker.start({ ...quick, partitions: 4, topics: ['orders'] })
    const { bootstrapServers } = broker
    const options = { ...readerOptions(bootstrapServers), groupProtocol, ...heartbeats[groupProtocol] }
    const first = startMember(options)
    await first.untilOwned(4)
    const second = startMember(options)
    await Promise.all([first.untilOwned(2), second.untilOwned(2)])
    await second.close()
    await first.untilOwned(4)
    await first.close()
    t.pass()
  })
}

test('a broker that goes and comes back at the same port is found again', async (t) => {
  const broker = await Broker.start()
  const { bootstrapServers } = broker
  await using producer = new Producer({ bootstrapServers })
  await producer.send({ topic: 'orders', value: 'before' })
  await broker.close()
  const sent = producer.send({ topic: 'orders', value: 'between' })
  await using again = await Broker.start({ port: Number(bootstrapServers.split(':').at(-1)) })
  t.is((await sent).offset, 0n, 'the new broker has an empty log')
  t.is(again.bootstrapServers, bootstrapServers)
})

function readerOptions(bootstrapServers: string): ConsumerOptions {
  return { bootstrapServers, groupId: 'group', topics: ['orders'], autoOffsetReset: 'earliest' }
}

/** A consumer that reads, and can be waited for until it owns so many partitions. */
function startMember(options: ConsumerOptions) {
  let owned = 0
  const waiting = new Map<number, () => void>()
  const change = (by: number) => {
    owned += by
    waiting.get(owned)?.()
  }
  const consumer = new Consumer({
    ...options,
    rebalanceListener: {
      onAssigned: ({ length }) => change(length),
      onRevoked: ({ length }) => change(-length),
      onLost: ({ length }) => change(-length),
    },
  })
  const reader = (async () => {
    for await (const { offset } of consumer) throw new Error(`there is nothing to read, but record ${offset} came`)
  })()
  return {
    async untilOwned(count: number): Promise<void> {
      const owning = new Promise<void>((resolve) => waiting.set(count, resolve))
      if (owned !== count) await Promise.race([owning, reader])
      waiting.delete(count)
    },
    async close(): Promise<void> {
      await consumer.close()
      await reader
    },
  }
}
