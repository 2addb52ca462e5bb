import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { CreateTopicsRequest } from '@odradek/protocol/messages/create-topics-request'
import test from 'ava'
import { CoreHarness } from '../core-harness.ts'

type Wanted = MessageInput<CreateTopicsRequest['topics'][number]>

function create(harness: CoreHarness, wanted: Wanted, version = 7, validateOnly = false) {
  const topic = { numPartitions: 1, replicationFactor: 1, ...wanted }
  return harness.get(createTopicsApi, version, { topics: [topic], validateOnly }).topics[0]!
}

test('a topic is created with its partitions and configs, and metadata shows it', (t) => {
  const harness = new CoreHarness()
  const configs = [{ name: 'retention.ms', value: '1000' }]
  const created = create(harness, { name: 'orders', numPartitions: 3, configs })
  t.like(created, { name: 'orders', errorCode: 0, errorMessage: null, numPartitions: 3, replicationFactor: 1 })
  t.like(
    created.configs!.find((config) => config.name === 'retention.ms')!,
    { value: '1000', configSource: 1 },
  )
  t.like(
    created.configs!.find((config) => config.name === 'cleanup.policy')!,
    { value: 'delete', configSource: 5 },
  )
  const { topics, brokers, controllerId, clusterId } = harness.get(metadataApi, 12, { topics: null })
  t.like(topics[0]!, { name: 'orders', topicId: created.topicId, isInternal: false, errorCode: 0 })
  t.deepEqual(
    topics[0]!.partitions.map((partition) => partition.partitionIndex),
    [0, 1, 2],
  )
  t.like(topics[0]!.partitions[0]!, {
    leaderId: 1,
    leaderEpoch: 0,
    replicaNodes: [1],
    isrNodes: [1],
    offlineReplicas: [],
  })
  t.deepEqual(brokers, [{ nodeId: 1, host: 'localhost', port: 9092, rack: null }])
  t.deepEqual([controllerId, clusterId], [1, 'test-cluster'])
})

test('-1 takes the defaults, and every version answers', (t) => {
  const harness = new CoreHarness({ partitions: 4 })
  for (let version = 2; version <= 7; version++) {
    t.is(create(harness, { name: `t${version}`, numPartitions: -1, replicationFactor: -1 }, version).errorCode, 0)
    t.is(harness.state.topics.byName(`t${version}`)!.partitions.length, 4)
  }
})

test('what only validates creates nothing', (t) => {
  const harness = new CoreHarness()
  t.is(create(harness, { name: 'a' }, 7, true).errorCode, 0)
  t.is(create(harness, { name: 'a', numPartitions: 0 }, 7, true).errorCode, ErrorCode.INVALID_PARTITIONS)
  t.is(harness.state.topics.byName('a'), undefined)
})

const refused: [title: string, wanted: Wanted, errorCode: number, message: RegExp][] = [
  [
    'an empty name',
    { name: '' },
    ErrorCode.INVALID_TOPIC_EXCEPTION,
    /^Topic name is invalid: the empty string is not allowed$/,
  ],
  ['a dot', { name: '.' }, ErrorCode.INVALID_TOPIC_EXCEPTION, /^Topic name is invalid: '\.' is not allowed$/],
  ['two dots', { name: '..' }, ErrorCode.INVALID_TOPIC_EXCEPTION, /'\.\.' is not allowed$/],
  [
    'a name of 250 letters',
    { name: 'a'.repeat(250) },
    ErrorCode.INVALID_TOPIC_EXCEPTION,
    /longer than the max allowed length 249$/,
  ],
  [
    'a space',
    { name: 'a b' },
    ErrorCode.INVALID_TOPIC_EXCEPTION,
    /'a b' contains one or more characters other than ASCII alphanumerics, '\.', '_' and '-'$/,
  ],
  ['a name that is taken', { name: 'taken' }, ErrorCode.TOPIC_ALREADY_EXISTS, /^Topic 'taken' already exists\.$/],
  [
    'a name that collides',
    { name: 'a_b' },
    ErrorCode.INVALID_TOPIC_EXCEPTION,
    /^Topic 'a_b' collides with existing topic: a\.b$/,
  ],
  [
    'no partitions',
    { name: 'x', numPartitions: 0 },
    ErrorCode.INVALID_PARTITIONS,
    /^Number of partitions was set to an invalid non-positive value\.$/,
  ],
  ['-2 partitions', { name: 'x', numPartitions: -2 }, ErrorCode.INVALID_PARTITIONS, /non-positive/],
  [
    'no replicas',
    { name: 'x', replicationFactor: 0 },
    ErrorCode.INVALID_REPLICATION_FACTOR,
    /^Replication factor must be larger than 0, or -1 to use the default value\.$/,
  ],
  [
    'three replicas',
    { name: 'x', replicationFactor: 3 },
    ErrorCode.INVALID_REPLICATION_FACTOR,
    /^Unable to replicate the partition 3 time\(s\): The target replication factor of 3 cannot be reached because only 1 broker\(s\) are registered/,
  ],
  [
    'a config that there is not',
    { name: 'x', configs: [{ name: 'toString', value: '1' }] },
    ErrorCode.INVALID_CONFIG,
    /^Unknown topic config name: toString$/,
  ],
  [
    'a config that is no number',
    { name: 'x', configs: [{ name: 'retention.ms', value: 'soon' }] },
    ErrorCode.INVALID_CONFIG,
    /^Invalid value soon for configuration retention\.ms: Not a number of type LONG$/,
  ],
  [
    'a config out of range',
    { name: 'x', configs: [{ name: 'min.insync.replicas', value: '0' }] },
    ErrorCode.INVALID_CONFIG,
    /Value must be at least 1$/,
  ],
  [
    'a config of no known word',
    { name: 'x', configs: [{ name: 'cleanup.policy', value: 'burn' }] },
    ErrorCode.INVALID_CONFIG,
    /String must be one of: compact, delete$/,
  ],
  [
    'an assignment and partitions',
    { name: 'x', assignments: [{ partitionIndex: 0, brokerIds: [1] }] },
    ErrorCode.INVALID_REQUEST,
    /replication factor was not set to -1/,
  ],
  [
    'an assignment to a stranger',
    { name: 'x', numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [7] }] },
    ErrorCode.INVALID_REPLICA_ASSIGNMENT,
    /includes broker 7, but no such broker is registered\.$/,
  ],
  [
    'an assignment with a gap',
    { name: 'x', numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 1, brokerIds: [1] }] },
    ErrorCode.INVALID_REPLICA_ASSIGNMENT,
    /consecutive 0-based integer sequence$/,
  ],
]

for (const [title, wanted, errorCode, message] of refused) {
  test(`not created: ${title}`, (t) => {
    const harness = new CoreHarness()
    harness.createTopic('taken')
    harness.createTopic('a.b')
    const result = create(harness, wanted)
    t.is(result.errorCode, errorCode)
    t.regex(result.errorMessage!, message)
    t.is(harness.state.topics.byName('x'), undefined)
  })
}

test('a manual assignment says how many partitions there are', (t) => {
  const harness = new CoreHarness()
  const assignments = [0, 1].map((partitionIndex) => ({ partitionIndex, brokerIds: [1] }))
  t.is(create(harness, { name: 'x', numPartitions: -1, replicationFactor: -1, assignments }).numPartitions, 2)
})

test('a name that stands twice in a request is not created', (t) => {
  const harness = new CoreHarness()
  const topics = ['a', 'b', 'a'].map((name) => ({ name, numPartitions: 1, replicationFactor: 1 }))
  const codes = harness.get(createTopicsApi, 5, { topics }).topics.map((topic) => topic.errorCode)
  t.deepEqual(codes, [0, ErrorCode.INVALID_REQUEST])
})

test('topics are deleted by name and by id', (t) => {
  const harness = new CoreHarness()
  harness.createTopic('a')
  const topicId = harness.createTopic('b')
  for (let version = 1; version <= 5; version++) {
    harness.createTopic(`v${version}`)
    t.is(harness.get(deleteTopicsApi, version, { topicNames: [`v${version}`] }).responses[0]!.errorCode, 0)
  }
  t.deepEqual(
    harness.get(deleteTopicsApi, 5, { topicNames: ['a', 'x', 'a'] }).responses.map((response) => response.errorCode),
    [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.INVALID_REQUEST],
  )
  t.is(harness.get(deleteTopicsApi, 5, { topicNames: ['a'] }).responses[0]!.errorCode, 0)
  const unknown = 'AAAAAAAAAAAAAAAAAAAABA'
  const topics = [
    { name: null, topicId },
    { name: null, topicId: unknown },
    { name: 'b', topicId },
    { name: null, topicId: ZERO_UUID },
  ]
  const { responses } = harness.get(deleteTopicsApi, 6, { topics })
  t.deepEqual(
    responses.map((response) => response.errorCode),
    [0, ErrorCode.UNKNOWN_TOPIC_ID, ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_REQUEST],
  )
  t.is(responses[0]!.name, 'b')
  t.deepEqual([...harness.state.topics.all()], [])
})

test('metadata: an unknown topic is created on the way, and is there when it is asked for again', (t) => {
  const harness = new CoreHarness({ partitions: 2 })
  const ask = () => harness.get(metadataApi, 9, { topics: [{ name: 'new' }] }).topics[0]!
  t.like(ask(), { name: 'new', errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, partitions: [] })
  t.is(ask().partitions.length, 2)
})

test('metadata: nothing is created where the client or the broker does not want it, or the name is invalid', (t) => {
  const harness = new CoreHarness()
  const error = (name: string, allowAutoTopicCreation: boolean) =>
    harness.get(metadataApi, 9, { topics: [{ name }], allowAutoTopicCreation }).topics[0]!.errorCode
  t.is(error('new', false), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(error('a b', true), ErrorCode.INVALID_TOPIC_EXCEPTION)
  t.deepEqual([...harness.state.topics.all()], [])
  const strict = new CoreHarness({ autoCreateTopicsEnable: false })
  strict.get(metadataApi, 9, { topics: [{ name: 'new' }] })
  t.deepEqual([...strict.state.topics.all()], [])
})

test('metadata: all topics, no topics, and topics by id', (t) => {
  const harness = new CoreHarness()
  const topicId = harness.createTopic('a')
  harness.createTopic('b')
  const names = (version: number, topics: { name?: string | null; topicId?: string }[] | null) =>
    harness.get(metadataApi, version, { topics }).topics.map((topic) => topic.name)
  t.deepEqual(names(0, []), ['a', 'b'])
  t.deepEqual(names(1, []), [])
  for (let version = 1; version <= 13; version++) t.deepEqual(names(version, null), ['a', 'b'], `version ${version}`)
  t.deepEqual(names(12, [{ name: null, topicId }]), ['a'])
  const unknown = 'AAAAAAAAAAAAAAAAAAAABA'
  const { topics } = harness.get(metadataApi, 12, { topics: [{ name: null, topicId: unknown }] })
  t.like(topics[0]!, { errorCode: ErrorCode.UNKNOWN_TOPIC_ID, topicId: unknown, name: null })
  t.deepEqual(names(9, [{ name: 'a' }, { name: 'a' }]), ['a'])
})

test('metadata: authorized operations are told only where they are asked for', (t) => {
  const harness = new CoreHarness()
  harness.createTopic('a')
  const ask = (wanted: boolean) => {
    const include = { includeClusterAuthorizedOperations: wanted, includeTopicAuthorizedOperations: wanted }
    const { topics, clusterAuthorizedOperations } = harness.get(metadataApi, 10, { topics: null, ...include })
    return [topics[0]!.topicAuthorizedOperations, clusterAuthorizedOperations]
  }
  t.deepEqual(ask(false), [-2147483648, -2147483648])
  // Read, write, create, delete, alter, describe, describe configs, alter configs; for clusters also cluster action and idempotent write.
  t.deepEqual(ask(true), [0b0000_1101_1111_1000, 0b0001_1111_1010_0000])
})

test('configs of a topic are described: its own and the defaults, with where they come from', (t) => {
  const harness = new CoreHarness()
  harness.createTopic('a', 1, { 'retention.ms': '5' })
  for (let version = 1; version <= 4; version++) {
    const resources = [
      { resourceType: 2, resourceName: 'a', configurationKeys: ['retention.ms', 'min.insync.replicas', 'nope'] },
    ]
    const [result] = harness.get(describeConfigsApi, version, { resources, includeSynonyms: true }).results
    const seen = result!.configs.map(({ name, value, configSource, synonyms }) => [
      name,
      value,
      configSource,
      synonyms.length,
    ])
    t.deepEqual(
      seen,
      [
        ['min.insync.replicas', '1', 3, 2],
        ['retention.ms', '5', 1, 1],
      ],
      `version ${version}`,
    )
  }
  const error = (resourceType: number, resourceName: string) =>
    harness.get(describeConfigsApi, 4, { resources: [{ resourceType, resourceName, configurationKeys: null }] })
      .results[0]!.errorCode
  t.is(error(2, 'unknown'), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(error(2, 'a b'), ErrorCode.INVALID_TOPIC_EXCEPTION)
  t.is(error(4, '1'), 0)
  t.is(error(4, '2'), ErrorCode.INVALID_REQUEST)
  t.is(error(9, 'a'), ErrorCode.INVALID_REQUEST)
})
