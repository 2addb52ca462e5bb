// Topics and what is said of them.
import { NO_ID, topicOf, type Step } from './step.ts'

/** In the order in which they are asked. */
export const topicSteps: readonly Step[] = [
  ['CreateTopics', 7, topicOf({ name: 'dt' })],
  ['CreateTopics', 7, topicOf({ name: 'dt' })],
  ['CreateTopics', 7, topicOf({ name: 'dc', configs: [{ name: 'cleanup.policy', value: 'compact' }] })],
  [
    'CreateTopics',
    7,
    topicOf({
      name: 'dlat',
      configs: [
        { name: 'message.timestamp.type', value: 'LogAppendTime' },
        { name: 'max.message.bytes', value: '300' },
      ],
    }),
  ],
  ...['', '.', '..', 'a b', 'x'.repeat(250), 'd_t', 'a.b', 'a_b'].map((name): Step => [
    'CreateTopics',
    7,
    topicOf({ name }),
  ]),
  [
    'CreateTopics',
    5,
    {
      topics: [
        { name: 'u1', numPartitions: 1, replicationFactor: 1 },
        { name: 'u.2', numPartitions: 1, replicationFactor: 1 },
        { name: 'u_2', numPartitions: 1, replicationFactor: 1 },
        { name: 'u1', numPartitions: 1, replicationFactor: 1 },
      ],
      timeoutMs: 1000,
    },
  ],
  ['CreateTopics', 7, topicOf({ name: 'e', numPartitions: 0 })],
  ['CreateTopics', 7, topicOf({ name: 'e', numPartitions: -2 })],
  ['CreateTopics', 7, topicOf({ name: 'e', replicationFactor: 0 })],
  ['CreateTopics', 7, topicOf({ name: 'e', replicationFactor: 3 })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'nope', value: '1' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'retention.ms', value: 'soon' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'retention.ms', value: '-2' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'cleanup.policy', value: 'burn' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e2', configs: [{ name: 'cleanup.policy', value: '' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'min.insync.replicas', value: '0' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'preallocate', value: 'maybe' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'min.cleanable.dirty.ratio', value: '2' }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', configs: [{ name: 'retention.ms', value: null }] })],
  ['CreateTopics', 7, topicOf({ name: 'e', assignments: [{ partitionIndex: 0, brokerIds: [1] }] })],
  [
    'CreateTopics',
    7,
    topicOf({
      name: 'e',
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [77] }],
    }),
  ],
  [
    'CreateTopics',
    7,
    topicOf({
      name: 'e',
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 1, brokerIds: [1] }],
    }),
  ],
  [
    'CreateTopics',
    7,
    topicOf({
      name: 'e',
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [1, 1] }],
    }),
  ],
  [
    'CreateTopics',
    7,
    topicOf({
      name: 'e',
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [] }],
    }),
  ],
  ['CreateTopics', 7, topicOf({ name: 'e', numPartitions: 20000 })],
  ['CreateTopics', 7, { ...topicOf({ name: 'vo', numPartitions: 5 }), validateOnly: true }],
  ['Metadata', 12, { topics: [{ name: 'dt' }] }],
  ['Metadata', 12, { topics: [{ name: 'a b' }] }],
  ['Metadata', 12, { topics: [{ name: '' }] }],
  ['Metadata', 12, { topics: [{ name: 'nonono' }], allowAutoTopicCreation: false }],
  ['Metadata', 12, { topics: [{ name: 'autonew' }] }],
  ['Metadata', 12, { topics: [{ name: null, topicId: NO_ID }] }],
  [
    'Metadata',
    10,
    { topics: [{ name: 'dt' }], includeClusterAuthorizedOperations: true, includeTopicAuthorizedOperations: true },
  ],
  ['Metadata', 0, { topics: [{ name: 'dt' }] }],
  ['Metadata', 13, { topics: [{ name: 'dt' }] }],
  ['DescribeCluster', 2, { includeClusterAuthorizedOperations: true }],
  ['DescribeCluster', 1, { endpointType: 2 }],
  ['DescribeCluster', 1, { endpointType: 3 }],
]
