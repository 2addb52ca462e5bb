/** What the admin client must do with a broker of any release. */
import { randomUUID } from 'node:crypto'

import { Admin, Producer, UnsupportedVersionError } from 'odradek'

import type { Release } from './release-checks.ts'
import { isAtLeast } from './release-facts.ts'

/** Calls that a release has or lacks, with the first that has them. */
const calls: readonly (readonly [since: string, call: (admin: Admin, topic: string) => PromiseLike<unknown>])[] = [
  ['0.9', (admin) => admin.listGroups()],
  ['0.11', (admin, name) => admin.describeConfigs([{ type: 'TOPIC', name }])],
  ['0.11', (admin, name) => admin.alterConfigs([{ type: 'TOPIC', name, configs: { 'retention.ms': '100000' } }])],
  ['0.11', (admin, topic) => admin.deleteRecords([{ topic, partition: 0, beforeOffset: 1n }])],
  ['1.0', (admin, topic) => admin.createPartitions([{ topic, totalCount: 3 }])],
  ['1.0', (admin) => allLogDirs(admin)],
  [
    '1.1',
    (admin) =>
      admin
        .deleteGroups(['nobody'])
        .settled()
        .then(([result]) => unsupported(result?.error)),
  ],
  ['2.2', (admin, topic) => admin.electLeaders('PREFERRED', { partitions: [{ topic, partition: 0 }] })],
  ['2.3', (admin, name) => admin.incrementalAlterConfigs([{ type: 'TOPIC', name, delete: ['retention.ms'] }])],
  ['2.4', (admin) => admin.listPartitionReassignments()],
  ['2.6', (admin) => admin.describeClientQuotas()],
  ['2.8', (admin, topic) => admin.describeProducers([{ topic, partition: 0 }])],
  ['3.0', (admin) => admin.listTransactions()],
  ['3.0', (admin, topic) => admin.listOffsets([{ topic, partition: 0, spec: 'maxTimestamp' }])],
  ['4.1', (admin) => admin.listConfigResources()],
]

async function allLogDirs(admin: Admin): Promise<unknown> {
  const { nodes } = await admin.describeCluster()
  return admin.describeLogDirs(nodes.map(({ id }) => id))
}

/** A group that does not exist is refused by those that know how to delete one. */
function unsupported(error: unknown): void {
  if (UnsupportedVersionError.is(error)) throw error
}

/** A topic made, filled, described and deleted; a group's offset set and read; and of each newer call, that it works or names its release. */
export async function checkAdmin({ release, bootstrapServers }: Release): Promise<void> {
  const topic = `administered-${randomUUID()}`
  await using admin = new Admin({ bootstrapServers, defaultApiTimeoutMs: 20_000 })
  const { nodes } = await admin.describeCluster()
  if (nodes.length === 0) throw new Error('the cluster has no brokers')
  await admin.createTopics([{ name: topic, numPartitions: 2, replicationFactor: 1 }])
  await using producer = new Producer({ bootstrapServers })
  await producer.sendBatch(topic, [
    { value: 'a', partition: 0 },
    { value: 'b', partition: 0 },
  ])
  const [described] = await admin.describeTopics([topic])
  if (described!.partitions.length !== 2)
    throw new Error(`${described!.partitions.length} partitions where 2 were made`)
  if (!(await admin.listTopics()).some(({ name }) => name === topic)) throw new Error('the topic is not listed')
  const [latest] = await admin.listOffsets([{ topic, partition: 0, spec: 'latest' }])
  if (latest!.offset !== 2n) throw new Error(`offset ${latest!.offset} where 2 records were written`)
  const partitions = [{ topic, partition: 0 }]
  await admin.alterConsumerGroupOffsets(topic, [{ topic, partition: 0, offset: 1n }])
  const [group] = await admin.listConsumerGroupOffsets([{ groupId: topic, partitions }])
  if (group!.offsets[0]!.offset !== 1n) throw new Error(`offset ${group!.offsets[0]!.offset} where 1 was committed`)
  for (const [since, call] of calls) await checkCall(release, since, () => call(admin, topic))
  await admin.deleteTopics([topic])
}

async function checkCall(release: string, since: string, call: () => PromiseLike<unknown>): Promise<void> {
  if (isAtLeast(release, since)) {
    await call()
    return
  }
  try {
    await call()
  } catch (error) {
    if (UnsupportedVersionError.is(error) && error.message.includes(`Kafka ${since}`)) return
    throw error
  }
  throw new Error(`a call that came with Kafka ${since} worked`)
}
