// Groups on a real Apache Kafka: our members alone by every protocol, and beside Java's consumer and librdkafka's.
import { spawn } from 'node:child_process'

import { startCluster, type Cluster } from '@odradek/test-cluster'
import anyTest, { type TestFn } from 'ava'
import { Broker, Consumer, type ConsumerOptions, Producer } from 'odradek'
import { setGroupConfigs } from '../administration.ts'
import { until } from '../until.ts'
import { MIGRATING_GROUP, MigrationScript } from './differential/migration-script.ts'

const test = anyTest as TestFn<{ cluster: Cluster }>

test.before(async (t) => {
  t.context.cluster = await startCluster({ version: '4.3.1', properties: { 'num.partitions': '6' } })
})
test.after.always(async (t) => {
  await t.context.cluster?.stop()
})

const PARTITIONS = 6

async function produce(bootstrapServers: string, topic: string, from: number, count: number): Promise<void> {
  await using producer = new Producer({ bootstrapServers })
  await Promise.all(
    Array.from({ length: count }, (_, i) =>
      producer.send({ topic, partition: (from + i) % PARTITIONS, value: String(from + i) }),
    ),
  )
}

/** One of our members: counts each value, and knows what it owns. */
class Member {
  readonly consumer: Consumer
  readonly reading: Promise<void>

  constructor(seen: Map<string, number>, options: ConsumerOptions) {
    const consumer = new Consumer({ autoOffsetReset: 'earliest', ...options })
    this.consumer = consumer
    this.reading = (async () => {
      for await (const { value } of consumer) {
        const text = new TextDecoder().decode(value!)
        seen.set(text, (seen.get(text) ?? 0) + 1)
      }
    })()
  }

  get owned(): number {
    return this.consumer.assignment().length
  }

  async leave(): Promise<void> {
    await this.consumer.close()
    await this.reading
  }
}

const protocols = {
  'classic, eager': { partitionAssignmentStrategy: ['range'] },
  'classic, cooperative': { partitionAssignmentStrategy: ['cooperative-sticky'] },
  'KIP-848': { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

for (const [name, options] of Object.entries(protocols))
  test.serial(`members come and go, and each record is read once (${name})`, async (t) => {
    const { bootstrapServers } = t.context.cluster
    const topic = `members-${name.replace(/[^a-zA-Z0-9]/g, '')}`
    const seen = new Map<string, number>()
    const make = () => new Member(seen, { bootstrapServers, groupId: topic, topics: [topic], ...options })
    await produce(bootstrapServers, topic, 0, 600)
    const first = make()
    await until('the first 600 records', () => seen.size === 600)
    const second = make()
    await until('three partitions each', () => first.owned === 3 && second.owned === 3)
    await produce(bootstrapServers, topic, 600, 600)
    await until('the next 600 records', () => seen.size === 1200)
    await first.leave()
    await until('all partitions for the one that stays', () => second.owned === 6)
    await produce(bootstrapServers, topic, 1200, 600)
    await until('the last 600 records', () => seen.size === 1800)
    await second.leave()
    t.true([...seen.values()].every((count) => count === 1))
  })

test.serial('a pattern is evaluated by the brokers: whole names, topics that come later too (KIP-848)', async (t) => {
  const { bootstrapServers } = t.context.cluster
  await produce(bootstrapServers, 'mill-1', 0, 60)
  await produce(bootstrapServers, 'windmill-1', 1000, 60)
  const seen = new Map<string, number>()
  const options = { groupId: 'mills', groupProtocol: 'consumer', topicPattern: 'mill-[0-9]+' } as const
  const member = new Member(seen, { bootstrapServers, ...options })
  await until('the records of the topic that is there', () => seen.size === 60)
  await produce(bootstrapServers, 'mill-2', 60, 60)
  // The brokers look at the topics again after ten seconds at the earliest.
  await until('the records of the topic that came later', () => seen.size === 120)
  t.is(member.owned, 2 * PARTITIONS)
  await member.leave()
  t.deepEqual(
    [...seen].filter(([value, times]) => Number(value) >= 1000 || times > 1),
    [],
  )
})

test.serial('a group changes over from the classic protocol to that of KIP-848 and back while it runs', async (t) => {
  const { bootstrapServers } = t.context.cluster
  const topic = 'changing-over'
  const seen = new Map<string, number>()
  const common = { bootstrapServers, groupId: topic, topics: [topic] }
  const make = (groupProtocol: 'classic' | 'consumer') =>
    new Member(seen, { ...common, partitionAssignmentStrategy: ['cooperative-sticky'], groupProtocol })
  await produce(bootstrapServers, topic, 0, 600)
  const old = make('classic')
  await until('the first 600 records', () => seen.size === 600)
  const young = make('consumer')
  await until('three partitions each', () => old.owned === 3 && young.owned === 3)
  await produce(bootstrapServers, topic, 600, 600)
  await until('the next 600 records', () => seen.size === 1200)
  await old.leave()
  await until('all partitions for the new one', () => young.owned === 6)
  const oldAgain = make('classic')
  await until('three partitions each, again', () => oldAgain.owned === 3 && young.owned === 3)
  await young.leave()
  await until('all partitions for the old one', () => oldAgain.owned === 6)
  await produce(bootstrapServers, topic, 1200, 600)
  await until('the last 600 records', () => seen.size === 1800)
  await oldAgain.leave()
  t.true([...seen.values()].every((count) => count === 1))
})

test.serial(
  'members of a group that changes over are told the same by the reference broker, request by request',
  async (t) => {
    const { bootstrapServers } = t.context.cluster
    // The reference broker assigns at once: so is Kafka to do.
    const atOnce = { 'consumer.assignment.interval.ms': '0' }
    await setGroupConfigs(bootstrapServers, MIGRATING_GROUP, atOnce)
    await using broker = await Broker.start()
    const ours = await new MigrationScript(broker.bootstrapServers).run()
    t.deepEqual(ours, await new MigrationScript(bootstrapServers).run())
    t.true(ours.length > 80)
  },
)

test.serial(
  "our member, Java's and librdkafka's share a group cooperatively, and lose and double nothing",
  async (t) => {
    const { cluster } = t.context
    const { bootstrapServers } = cluster
    const topic = 'mixed'
    const seen = new Map<string, number>()
    await produce(bootstrapServers, topic, 0, 600)
    const ours = new Member(seen, {
      bootstrapServers,
      groupId: topic,
      topics: [topic],
      partitionAssignmentStrategy: ['cooperative-sticky'],
    })
    await until('the first 600 records', () => seen.size === 600)
    const count = (text: string) => {
      for (const line of text.split('\n').filter((one) => one !== '')) seen.set(line, (seen.get(line) ?? 0) + 1)
    }
    const kcat = spawn('kcat', [
      ...['-b', bootstrapServers, '-G', topic, '-q', '-u', '-f', '%s\n'],
      ...['-X', 'partition.assignment.strategy=cooperative-sticky', '-X', 'auto.offset.reset=earliest', topic],
    ])
    kcat.stdout.setEncoding('utf8').on('data', count)
    await until('three partitions each', () => ours.owned === 3)
    const java = cluster.runTool(
      'console-consumer',
      [
        ...['--bootstrap-server', bootstrapServers, '--topic', topic, '--group', topic, '--timeout-ms', '20000'],
        ...['--command-property', 'auto.offset.reset=earliest', '--command-property'],
        'partition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
      ],
      { timeoutMs: 120_000, throwOnFailure: false },
    )
    await until('two partitions each', () => ours.owned === 2)
    await produce(bootstrapServers, topic, 600, 1200)
    count((await java).stdout)
    await until('three partitions each, once Java has left', () => ours.owned === 3)
    kcat.kill('SIGTERM')
    await until('all partitions for the one that stays', () => ours.owned === 6)
    await produce(bootstrapServers, topic, 1800, 600)
    await until('all records', () => seen.size === 2400)
    await ours.leave()
    t.deepEqual(
      [...seen].filter(([, times]) => times !== 1),
      [],
    )
  },
)
