import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import test, { type ExecutionContext } from 'ava'
import { Broker, Consumer } from 'odradek'

import { runTools } from './java-programs.ts'

// Apache Kafka 4.3.1's command line tools of administration, on three of our brokers.

/** A tool with its arguments, and what must stand in what it prints; it must end well unless `fails`. */
interface Step {
  readonly run: readonly string[]
  readonly prints: readonly RegExp[]
  readonly fails?: true
}

const CONFIGS = 'kafka.admin.ConfigCommand'
const GROUPS = 'consumer.group.ConsumerGroupCommand'
const SHARES = 'consumer.group.ShareGroupCommand'

async function startCluster(t: ExecutionContext): Promise<Broker> {
  const assignments = [
    [1, 2, 3],
    [2, 3, 1],
  ]
  const topics = [{ name: 'orders', assignments }]
  const access = { authorizer: true, superUsers: ['User:ANONYMOUS'] }
  const broker = await Broker.start({ brokers: 3, topics, ...access })
  t.teardown(() => broker.close())
  await broker.seed({ orders: ['a', 'b', 'c', 'd'].map((value) => ({ value, partition: 0 })) })
  return broker
}

/** A file with JSON in it, as some tools want it. */
function jsonFile(t: ExecutionContext, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'odradek-tools-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file.json'), JSON.stringify(content))
  return join(folder, 'file.json')
}

async function follow(t: ExecutionContext, bootstrap: string, steps: readonly Step[]): Promise<void> {
  const ended = await runTools(
    bootstrap,
    steps.map(({ run }) => run),
  )
  for (const [i, { run, prints, fails }] of steps.entries()) {
    const { output, code } = ended[i]!
    const what = `${run.join(' ')}:\n${output}`
    t.is(code === 0, fails !== true, what)
    for (const pattern of prints) t.regex(output, pattern, what)
  }
}

test.serial('topics, configs, users, quotas and client metrics', async (t) => {
  const { bootstrapServers } = await startCluster(t)
  const made = ['--entity-type', 'topics', '--entity-name', 'made']
  const alice = ['--entity-type', 'users', '--entity-name', 'alice']
  await follow(t, bootstrapServers, [
    {
      run: ['TopicCommand', '--create', '--topic', 'made', '--partitions', '2', '--config', 'retention.ms=1000'],
      prints: [/Created topic made/],
    },
    { run: ['TopicCommand', '--create', '--topic', 'made'], prints: [/already exists/], fails: true },
    { run: ['TopicCommand', '--alter', '--topic', 'made', '--partitions', '4'], prints: [] },
    {
      run: ['TopicCommand', '--describe', '--topic', 'orders'],
      prints: [/PartitionCount: 2\s+ReplicationFactor: 3/, /Replicas: 2,3,1\s+Isr: 2,3,1/],
    },
    { run: ['TopicCommand', '--describe', '--topic', 'made'], prints: [/PartitionCount: 4/, /retention\.ms=1000/] },
    {
      run: [CONFIGS, '--alter', ...made, '--add-config', 'segment.bytes=1048576', '--delete-config', 'retention.ms'],
      prints: [/Completed updating config for topic made/],
    },
    {
      run: [CONFIGS, '--describe', ...made],
      prints: [/segment\.bytes=1048576 .*DEFAULT_CONFIG:log\.segment\.bytes=1073741824/, /^(?!.*retention\.ms)/s],
    },
    { run: [CONFIGS, '--alter', ...made, '--add-config', 'segment.bytes=x'], prints: [/InvalidConfig/], fails: true },
    {
      run: [
        CONFIGS,
        '--alter',
        '--entity-type',
        'brokers',
        '--entity-default',
        '--add-config',
        'log.retention.ms=5000',
      ],
      prints: [],
    },
    {
      run: [CONFIGS, '--describe', '--entity-type', 'brokers', '--entity-default'],
      prints: [/DYNAMIC_DEFAULT_BROKER_CONFIG:log\.retention\.ms=5000/],
    },
    { run: [CONFIGS, '--describe', '--entity-type', 'broker-loggers', '--entity-name', '1'], prints: [/kafka=INFO/] },
    { run: [CONFIGS, '--alter', ...alice, '--add-config', 'SCRAM-SHA-256=[password=secret]'], prints: [] },
    { run: [CONFIGS, '--alter', ...alice, '--add-config', 'producer_byte_rate=1000'], prints: [] },
    {
      run: [CONFIGS, '--describe', '--entity-type', 'users'],
      prints: [/'alice' are producer_byte_rate=1000/, /'alice' are SCRAM-SHA-256=iterations=4096/],
    },
    {
      run: [
        'ClientMetricsCommand',
        '--alter',
        '--name',
        'm',
        '--metrics',
        'org.apache.kafka.producer.',
        '--interval',
        '60000',
      ],
      prints: [],
    },
    { run: ['ClientMetricsCommand', '--describe', '--name', 'm'], prints: [/interval\.ms=60000/] },
    { run: ['TopicCommand', '--delete', '--topic', 'made'], prints: [] },
    { run: ['TopicCommand', '--list'], prints: [/^orders$/m, /^(?!.*made)/s] },
  ])
})

test.serial('ACLs, groups of each kind and their offsets', async (t) => {
  const { bootstrapServers } = await startCluster(t)
  const consumer = new Consumer({ bootstrapServers, groupId: 'busy', topics: 'orders', autoOffsetReset: 'earliest' })
  const reading = consumer[Symbol.asyncIterator]()
  await reading.next()
  const orders = ['--topic', 'orders']
  const reset = [...orders, '--reset-offsets', '--to-earliest', '--execute']
  await follow(t, bootstrapServers, [
    {
      run: ['AclCommand', '--add', '--deny-principal', 'User:bob', '--operation', 'Read', ...orders],
      prints: [/principal=User:bob, host=\*, operation=READ, permissionType=DENY/],
    },
    {
      run: [
        'AclCommand',
        '--add',
        '--allow-principal',
        'User:bob',
        '--producer',
        '--topic',
        'ord',
        '--resource-pattern-type',
        'prefixed',
      ],
      prints: [/name=ord, patternType=PREFIXED/],
    },
    {
      run: ['AclCommand', '--list', ...orders, '--resource-pattern-type', 'match'],
      prints: [/READ.*DENY/, /WRITE.*ALLOW/],
    },
    {
      run: ['AclCommand', '--remove', '--force', '--deny-principal', 'User:bob', '--operation', 'Read', ...orders],
      prints: [],
    },
    { run: ['AclCommand', '--list'], prints: [/^(?!.*DENY)/s, /PREFIXED/] },
    { run: [GROUPS, '--group', 'g', ...reset], prints: [/g\s+orders\s+0\s+0/] },
    { run: [GROUPS, '--describe', '--group', 'g'], prints: [/g\s+orders\s+0\s+0\s+4\s+4/] },
    { run: [GROUPS, '--describe', '--group', 'busy', '--state'], prints: [/busy\s+127\.0\.0\.1:\d+.*Stable\s+1/] },
    { run: [GROUPS, '--describe', '--group', 'busy', '--members', '--verbose'], prints: [/orders/] },
    { run: [GROUPS, '--delete', '--group', 'busy'], prints: [/GroupNotEmptyException/] },
    { run: [GROUPS, '--delete-offsets', '--group', 'g', ...orders], prints: [/orders\s+0\s+Successful/] },
    { run: [SHARES, '--group', 'shared', ...reset], prints: [/shared\s+orders\s+0\s+0/, /shared\s+orders\s+1\s+0/] },
    { run: [SHARES, '--describe', '--group', 'shared'], prints: [/shared\s+orders\s+0\s+0\s+4/] },
    { run: ['GroupsCommand', '--list'], prints: [/shared\s+Share/, /busy\s+(Classic|Consumer)/] },
    { run: [SHARES, '--delete-offsets', '--group', 'shared', ...orders], prints: [/orders\s+Successful/] },
    { run: [SHARES, '--delete', '--group', 'shared'], prints: [/'shared'\) was successful/] },
    { run: [GROUPS, '--delete', '--group', 'g'], prints: [/'g'\) was successful/] },
    { run: [GROUPS, '--list'], prints: [/^busy$/m, /^(?!.*\bg\b)/s] },
    { run: ['streams.StreamsGroupCommand', '--list'], prints: [] },
  ])
  await consumer.close()
})

test.serial('replicas, leaders, logs, transactions, features, and the cluster itself', async (t) => {
  const { bootstrapServers } = await startCluster(t)
  const plan = jsonFile(t, { version: 1, partitions: [{ topic: 'orders', partition: 0, replicas: [3, 2, 1] }] })
  const topics = jsonFile(t, { version: 1, topics: [{ topic: 'orders' }] })
  const records = jsonFile(t, { version: 1, partitions: [{ topic: 'orders', partition: 0, offset: 1 }] })
  const REASSIGN = 'reassign.ReassignPartitionsCommand'
  const orders = ['--topic', 'orders', '--partition', '0']
  await follow(t, bootstrapServers, [
    {
      run: [REASSIGN, '--generate', '--topics-to-move-json-file', topics, '--broker-list', '1,2,3'],
      prints: [/Proposed partition reassignment/],
    },
    { run: [REASSIGN, '--execute', '--reassignment-json-file', plan], prints: [/Successfully started/] },
    { run: [REASSIGN, '--verify', '--reassignment-json-file', plan], prints: [/orders-0 is completed/] },
    { run: [REASSIGN, '--list'], prints: [/No partition reassignments found/] },
    {
      run: ['LeaderElectionCommand', '--election-type', 'preferred', ...orders],
      prints: [/Successfully completed leader election \(PREFERRED\) for partitions orders-0/],
    },
    {
      run: ['TopicCommand', '--describe', '--topic', 'orders'],
      prints: [/Partition: 0\s+Leader: 3\s+Replicas: 3,2,1/],
    },
    { run: ['DeleteRecordsCommand', '--offset-json-file', records], prints: [/orders-0\s+low_watermark: 1/] },
    { run: ['GetOffsetShell', '--topic', 'orders', '--time', 'earliest'], prints: [/orders:0:1/, /orders:1:0/] },
    { run: ['GetOffsetShell', '--topic', 'orders'], prints: [/orders:0:4/] },
    {
      run: ['LogDirsCommand', '--describe', '--topic-list', 'orders'],
      prints: [/"partition":"orders-0","size":\d+,"offsetLag":0/],
    },
    { run: ['TransactionsCommand', 'list'], prints: [/TransactionalId\s+Coordinator/] },
    { run: ['TransactionsCommand', 'describe-producers', ...orders], prints: [/ProducerId\s+ProducerEpoch/] },
    { run: ['TransactionsCommand', 'find-hanging', '--broker-id', '1'], prints: [/Topic\s+Partition\s+ProducerId/] },
    {
      run: ['TransactionsCommand', 'describe', '--transactional-id', 'x'],
      prints: [/could not be found/],
      fails: true,
    },
    {
      run: ['FeatureCommand', 'describe'],
      prints: [
        /metadata\.version\s.*FinalizedVersionLevel: 4\.3-IV0/,
        /transaction\.version\s.*FinalizedVersionLevel: 2/,
      ],
    },
    {
      run: ['FeatureCommand', 'downgrade', '--feature', 'share.version=0', '--dry-run'],
      prints: [/can be downgraded to 0/],
    },
    { run: ['MetadataQuorumCommand', 'describe', '--status'], prints: [/LeaderId:\s+1/, /CurrentVoters:/] },
    { run: ['MetadataQuorumCommand', 'describe', '--replication'], prints: [/^1\s.*Leader/m, /^3\s.*Follower/m] },
    { run: ['ClusterTool', 'cluster-id'], prints: [/Cluster ID: [\w-]{22}/] },
    { run: ['ClusterTool', 'list-endpoints'], prints: [/^3\s+127\.0\.0\.1\s.*unfenced\s+broker/m] },
    { run: ['BrokerApiVersionsCommand'], prints: [/Produce\(0\): 0 to 13 \[usable: 13\]/] },
    {
      run: ['DelegationTokenCommand', '--describe', '--command-config', '/dev/null'],
      prints: [/not allowed on PLAINTEXT/],
      fails: true,
    },
    {
      run: ['ConsumerPerformance', '--topic', 'orders', '--num-records', '3', '--timeout', '20000'],
      prints: [/, 3, /],
    },
    {
      run: [
        'EndToEndLatency',
        '--topic',
        'orders',
        '--num-records',
        '20',
        '--producer-acks',
        'all',
        '--record-size',
        '20',
      ],
      prints: [/Percentiles/],
    },
  ])
})
