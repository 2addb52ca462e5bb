// A group on three nodes of a real Apache Kafka, of which one is killed after the other. The long version is `npm run soak -- --only consumer`.
import { startCluster } from '@odradek/test-cluster'
import test from 'ava'
import { Consumer, type ConsumerOptions, Producer } from 'odradek'
import { createTopic } from '../administration.ts'
import { until } from '../until.ts'

const PARTITIONS = 6
const RECORDS = 30_000

const protocols = {
  classic: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  'KIP-848': { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

test('nodes are killed while groups read: each record is handled, and few are handled again', async (t) => {
  await using cluster = await startCluster({ brokers: 3 })
  const { bootstrapServers, nodes } = cluster
  await createTopic(bootstrapServers, 'numbers', PARTITIONS, undefined, 3)
  await using producer = new Producer({ bootstrapServers })
  await producer.sendBatch(
    'numbers',
    Array.from({ length: RECORDS }, (_, i) => ({ key: `k${i % 100}`, value: String(i) })),
  )
  const groups = Object.entries(protocols).map(([groupId, options]) => {
    const handled = new Map<string, number>()
    const members = [1, 2].map(() => {
      const consumer = new Consumer({
        ...options,
        bootstrapServers,
        groupId,
        topics: 'numbers',
        autoOffsetReset: 'earliest',
        autoCommitIntervalMs: 1000,
      })
      const running = consumer.run(
        async ({ value }) => {
          const text = new TextDecoder().decode(value!)
          handled.set(text, (handled.get(text) ?? 0) + 1)
          // Some 400 a second in each partition, so that there is work left when the nodes die.
          await new Promise((resolve) => void setTimeout(resolve, 2))
        },
        { concurrency: PARTITIONS },
      )
      return { consumer, running }
    })
    return { groupId, handled, members }
  })
  for (const [i, { nodeId }] of nodes.slice(0, 2).entries()) {
    const progress = ((i + 1) * RECORDS) / 6
    await until(`${progress} records`, () => groups.every(({ handled }) => handled.size > progress))
    await cluster.kill(nodeId)
    const goals = groups.map(({ handled }) => Math.min(RECORDS, handled.size + RECORDS / 10))
    await until('going on without it', () => groups.every(({ handled }, g) => handled.size >= goals[g]!))
    await cluster.restart(nodeId)
  }
  for (const { groupId, handled, members } of groups) {
    await until(`all records in ${groupId}`, () => handled.size === RECORDS)
    const again = [...handled.values()].reduce((sum, times) => sum + times - 1, 0)
    t.true(again < RECORDS * 0.1, `${groupId}: ${again} again`)
    t.log(`${groupId}: ${again} of ${RECORDS} were handled again`)
    await Promise.all(members.map(({ consumer }) => consumer.close()))
    await Promise.all(members.map(({ running }) => running))
  }
})
