import { startCluster, type Cluster } from '@odradek/test-cluster'
import anyTest, { type TestFn } from 'ava'
import { BrokerError, Consumer, Producer, UsageError } from 'odradek'

import { numberedLines, runProgram } from '../../interop/programs.ts'
import { byKey, consumeLines, produceLines } from '../../interop/records.ts'
import { createTopic } from '../administration.ts'
import { until } from '../until.ts'

const test = anyTest as TestFn<{ cluster: Cluster }>

test.before(async (t) => {
  t.context.cluster = await startCluster({ version: '4.3.1', properties: { 'num.partitions': '3' } })
})
test.after.always(async (t) => {
  await t.context.cluster?.stop()
})

const lines = numberedLines(2000)

test.serial('what we send to Apache Kafka, we read back', async (t) => {
  const { bootstrapServers } = t.context.cluster
  await produceLines(bootstrapServers, 'round-trip', lines)
  t.deepEqual(byKey(await consumeLines(bootstrapServers, 'round-trip', 'round-trip', lines.length)), byKey(lines))
})

for (const compressionType of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
  test.serial(`what we send with ${compressionType}, kcat reads from Apache Kafka`, async (t) => {
    const { bootstrapServers } = t.context.cluster
    const topic = `to-kcat-${compressionType}`
    const producer = new Producer({ bootstrapServers, compressionType })
    await Promise.all(lines.map((line) => producer.send({ topic, key: line.slice(0, line.indexOf(':')), value: line })))
    await producer.close()
    const output = await runProgram('kcat', [
      '-b',
      bootstrapServers,
      '-C',
      '-t',
      topic,
      '-o',
      'beginning',
      '-e',
      '-q',
      '-f',
      '%s\n',
    ])
    t.deepEqual(byKey(output.trimEnd().split('\n')), byKey(lines))
  })
}

test.serial('each acks setting delivers', async (t) => {
  const { bootstrapServers } = t.context.cluster
  for (const acks of [0, 1, 'all'] as const) {
    const topic = `acks-${acks}`
    const producer = new Producer({ bootstrapServers, acks })
    const { offset } = await producer.send({ topic, value: 'x' })
    t.is(offset, acks === 0 ? -1n : 0n)
    await producer.close()
    t.deepEqual(await consumeLines(bootstrapServers, topic, topic, 1), [':x'])
  }
})

test.serial('a committed offset is where the next member of the group begins', async (t) => {
  const { bootstrapServers } = t.context.cluster
  await produceLines(bootstrapServers, 'resumed', lines)
  const first = await consumeLines(bootstrapServers, 'resumed', 'resumed', 700)
  const second = await consumeLines(bootstrapServers, 'resumed', 'resumed', lines.length - first.length + 1)
  // The last record of the first reader was handed out but not gone past: it comes again.
  t.is(second.filter((line) => first.includes(line)).length, 1)
  t.deepEqual([...new Set([...first, ...second])].sort(), [...lines].sort())
})

test.serial(
  'a record that is too large, a negative partition and a bad topic name are refused, and the other records arrive',
  async (t) => {
    const { bootstrapServers } = t.context.cluster
    const producer = new Producer({ bootstrapServers })
    const settled = await Promise.allSettled([
      producer.send({ topic: 'mixed', key: 'a', value: 'first' }),
      producer.send({ topic: 'mixed', key: 'a', value: new Uint8Array(2_000_000) }),
      producer.send({ topic: 'mixed', key: 'a', value: 'x', partition: -1 }),
      producer.send({ topic: 'not a topic name', key: 'a', value: 'x' }),
      producer.send({ topic: 'mixed', key: 'a', value: 'second' }),
    ])
    await producer.close()
    t.deepEqual(
      settled.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'],
    )
    const reasons = settled.map((result) => (result.status === 'rejected' ? (result.reason as Error) : undefined))
    t.true(reasons[1] instanceof UsageError)
    t.true(reasons[2] instanceof UsageError)
    t.true(reasons[3] instanceof UsageError || reasons[3] instanceof BrokerError)
    for (const reason of reasons.slice(1, 3)) t.regex(reason!.message, /mixed/)
    t.deepEqual(await consumeLines(bootstrapServers, 'mixed', 'mixed', 2), ['a:first', 'a:second'])
  },
)

test.serial(
  'two members share a topic, and the one that stays gets the partitions of the one that leaves',
  async (t) => {
    const { bootstrapServers } = t.context.cluster
    await createTopic(bootstrapServers, 'shared', 3)
    const options = { bootstrapServers, groupId: 'shared', topics: ['shared'], autoOffsetReset: 'earliest' as const }
    const seen = new Set<string>()
    const text = new TextDecoder()
    const read = async (consumer: Consumer, isDone: () => boolean) => {
      for await (const record of consumer) {
        seen.add(text.decode(record.value ?? undefined))
        if (isDone()) break
      }
      await consumer.close()
    }
    const staying = new Consumer(options)
    const leaving = new Consumer(options)
    // The one that leaves has not read its partitions to their end: each holds more.
    let left = 100
    const reading = Promise.all([read(leaving, () => --left === 0), read(staying, () => seen.size >= lines.length)])
    await until('partitions for each', () => [staying, leaving].every((one) => one.assignment().length > 0))
    await produceLines(bootstrapServers, 'shared', lines)
    await reading
    t.is(seen.size, lines.length)
  },
)
