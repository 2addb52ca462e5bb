// Administration and security. Requests of APIs that the reference broker does not speak are passed over.
import { NO_ID, type Step } from './step.ts'

const TOPIC = 2
const BROKER = 4
const GROUP = 32
const ANY = 1
const ALLOW = 3
const READ = 3
const LITERAL = 3
const SET = 0
const DELETE = 1
const APPEND = 2

const acl = { resourceType: TOPIC, resourceName: 'acl-topic', resourcePatternType: LITERAL, principal: 'User:ann' }
const anyAcl = { resourceTypeFilter: ANY, patternTypeFilter: ANY, operation: ANY, permissionType: ANY }
const user = [{ entityType: 'user', entityName: 'ann' }]

function alter(name: string, configOperation: number, value: string | null): object {
  return { resources: [{ resourceType: TOPIC, resourceName: 'admin', configs: [{ name, configOperation, value }] }] }
}

/** In the order in which they are asked. */
export const adminSteps: readonly Step[] = [
  ['CreateTopics', 7, { topics: [{ name: 'admin', numPartitions: 2, replicationFactor: 1 }], timeoutMs: 5000 }],
  ['CreatePartitions', 3, { topics: [{ name: 'admin', count: 3, assignments: null }], timeoutMs: 5000 }],
  ['CreatePartitions', 3, { topics: [{ name: 'admin', count: 3, assignments: null }], timeoutMs: 5000 }],
  ['CreatePartitions', 3, { topics: [{ name: 'admin', count: 1, assignments: null }], timeoutMs: 5000 }],
  ['CreatePartitions', 3, { topics: [{ name: 'nosuch', count: 3, assignments: null }], timeoutMs: 5000 }],
  [
    'CreatePartitions',
    3,
    { topics: [{ name: 'admin', count: 4, assignments: [{ brokerIds: [77] }] }], timeoutMs: 5000 },
  ],
  [
    'CreatePartitions',
    3,
    { topics: [{ name: 'admin', count: 9, assignments: null }], timeoutMs: 5000, validateOnly: true },
  ],
  ['DescribeTopicPartitions', 0, { topics: [{ name: 'admin' }, { name: 'nosuch' }], cursor: null }],
  ['DescribeTopicPartitions', 0, { topics: [{ name: 'admin' }], responsePartitionLimit: 1, cursor: null }],
  ['DescribeTopicPartitions', 0, { topics: [{ name: 'admin' }], cursor: { topicName: 'admin', partitionIndex: 1 } }],
  ['DescribeTopicPartitions', 0, { topics: [{ name: 'admin' }], cursor: { topicName: 'admin', partitionIndex: -1 } }],
  ['IncrementalAlterConfigs', 1, alter('retention.ms', SET, '1000000')],
  ['IncrementalAlterConfigs', 1, alter('cleanup.policy', APPEND, 'compact')],
  ['IncrementalAlterConfigs', 1, alter('retention.ms', APPEND, '5')],
  ['IncrementalAlterConfigs', 1, alter('retention.ms', SET, 'soon')],
  ['IncrementalAlterConfigs', 1, alter('nope', SET, '1')],
  ['IncrementalAlterConfigs', 1, alter('retention.ms', SET, null)],
  ['IncrementalAlterConfigs', 1, { ...alter('segment.ms', SET, '5000'), validateOnly: true }],
  ['IncrementalAlterConfigs', 1, { resources: [{ resourceType: TOPIC, resourceName: 'nosuch', configs: [] }] }],
  ['IncrementalAlterConfigs', 1, { resources: [{ resourceType: 99, resourceName: 'x', configs: [] }] }],
  [
    'DescribeConfigs',
    4,
    { resources: [{ resourceType: TOPIC, resourceName: 'admin', configurationKeys: ['retention.ms'] }] },
  ],
  ['IncrementalAlterConfigs', 1, alter('retention.ms', DELETE, null)],
  [
    'DescribeConfigs',
    4,
    { resources: [{ resourceType: TOPIC, resourceName: 'admin', configurationKeys: ['retention.ms'] }] },
  ],
  [
    'AlterConfigs',
    2,
    { resources: [{ resourceType: TOPIC, resourceName: 'admin', configs: [{ name: 'retention.ms', value: '7' }] }] },
  ],
  ['DescribeConfigs', 4, { resources: [{ resourceType: BROKER, resourceName: '77', configurationKeys: null }] }],
  ['DescribeConfigs', 4, { resources: [{ resourceType: BROKER, resourceName: 'x', configurationKeys: null }] }],
  ['DescribeConfigs', 4, { resources: [{ resourceType: 99, resourceName: 'x', configurationKeys: null }] }],
  ['DescribeConfigs', 4, { resources: [{ resourceType: GROUP, resourceName: 'g', configurationKeys: null }] }],
  ['ListConfigResources', 1, { resourceTypes: [TOPIC] }],
  ['ListConfigResources', 1, { resourceTypes: [99] }],
  ['DeleteRecords', 2, { topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, offset: 1n }] }], timeoutMs: 5000 }],
  [
    'DeleteRecords',
    2,
    { topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, offset: 9999n }] }], timeoutMs: 5000 },
  ],
  ['DeleteRecords', 2, { topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, offset: -2n }] }], timeoutMs: 5000 }],
  [
    'DeleteRecords',
    2,
    { topics: [{ name: 'nosuch', partitions: [{ partitionIndex: 0, offset: 1n }] }], timeoutMs: 500 },
  ],
  ['DescribeLogDirs', 4, { topics: [{ topic: 'admin', partitions: [0, 1] }] }],
  ['AlterReplicaLogDirs', 2, { dirs: [{ path: '/nowhere', topics: [{ name: 'admin', partitions: [0] }] }] }],
  ['ElectLeaders', 2, { electionType: 0, topicPartitions: [{ topic: 'admin', partitions: [0, 9] }], timeoutMs: 5000 }],
  ['ElectLeaders', 2, { electionType: 1, topicPartitions: [{ topic: 'nosuch', partitions: [0] }], timeoutMs: 5000 }],
  ['ListPartitionReassignments', 0, { topics: [{ name: 'admin', partitionIndexes: [0] }], timeoutMs: 5000 }],
  ['ListPartitionReassignments', 0, { topics: null, timeoutMs: 5000 }],
  [
    'AlterPartitionReassignments',
    1,
    { topics: [{ name: 'admin', partitions: [{ partitionIndex: 0, replicas: null }] }], timeoutMs: 5000 },
  ],
  [
    'AlterPartitionReassignments',
    1,
    { topics: [{ name: 'admin', partitions: [{ partitionIndex: 0, replicas: [77] }] }], timeoutMs: 5000 },
  ],
  ['OffsetForLeaderEpoch', 4, { topics: [{ topic: 'dt', partitions: [{ partition: 0, leaderEpoch: 0 }] }] }],
  ['OffsetForLeaderEpoch', 4, { topics: [{ topic: 'dt', partitions: [{ partition: 0, leaderEpoch: 9 }] }] }],
  [
    'OffsetForLeaderEpoch',
    4,
    { topics: [{ topic: 'dt', partitions: [{ partition: 0, currentLeaderEpoch: 9, leaderEpoch: 0 }] }] },
  ],
  ['OffsetForLeaderEpoch', 4, { topics: [{ topic: 'nosuch', partitions: [{ partition: 0, leaderEpoch: 0 }] }] }],
  ['OffsetDelete', 0, { groupId: 'nog', topics: [{ name: 'dt', partitions: [{ partitionIndex: 0 }] }] }],
  ['CreateAcls', 3, { creations: [{ ...acl, host: '*', operation: READ, permissionType: ALLOW }] }],
  ['DescribeAcls', 3, { ...anyAcl }],
  ['DeleteAcls', 3, { filters: [{ ...anyAcl }] }],
  ['DescribeUserScramCredentials', 0, { users: null }],
  ['DescribeUserScramCredentials', 0, { users: [{ name: 'nobody' }, { name: 'nobody' }] }],
  ['AlterUserScramCredentials', 0, { deletions: [{ name: 'nobody', mechanism: 1 }], upsertions: [] }],
  [
    'AlterUserScramCredentials',
    0,
    {
      upsertions: [
        { name: 'ann', mechanism: 1, iterations: 4096, salt: Uint8Array.of(1, 2), saltedPassword: new Uint8Array(32) },
        { name: 'few', mechanism: 1, iterations: 5, salt: Uint8Array.of(1, 2), saltedPassword: new Uint8Array(32) },
        { name: '', mechanism: 1, iterations: 4096, salt: Uint8Array.of(1, 2), saltedPassword: new Uint8Array(32) },
        { name: 'odd', mechanism: 9, iterations: 4096, salt: Uint8Array.of(1, 2), saltedPassword: new Uint8Array(32) },
      ],
    },
  ],
  ['DescribeUserScramCredentials', 0, { users: [{ name: 'ann' }] }],
  ['AlterClientQuotas', 1, { entries: [{ entity: user, ops: [{ key: 'producer_byte_rate', value: 1e6 }] }] }],
  ['AlterClientQuotas', 1, { entries: [{ entity: user, ops: [{ key: 'nope', value: 1 }] }] }],
  ['AlterClientQuotas', 1, { entries: [{ entity: [{ entityType: 'nope', entityName: 'x' }], ops: [] }] }],
  ['DescribeClientQuotas', 1, { components: [{ entityType: 'user', matchType: 0, match: 'ann' }], strict: false }],
  ['DescribeClientQuotas', 1, { components: [{ entityType: 'user', matchType: 9, match: null }], strict: false }],
  ['UpdateFeatures', 2, { timeoutMs: 5000, featureUpdates: [{ feature: 'nope', maxVersionLevel: 1, upgradeType: 1 }] }],
  ['CreateDelegationToken', 3, { maxLifetimeMs: -1n }],
  ['RenewDelegationToken', 2, { hmac: Uint8Array.of(1) }],
  ['ExpireDelegationToken', 2, { hmac: Uint8Array.of(1) }],
  ['DescribeDelegationToken', 3, { owners: null }],
  ['SaslHandshake', 1, { mechanism: 'PLAIN' }],
  ['SaslAuthenticate', 2, { authBytes: Uint8Array.of(0) }],
  ['GetTelemetrySubscriptions', 0, { clientInstanceId: NO_ID }],
  ['PushTelemetry', 0, { clientInstanceId: NO_ID, subscriptionId: 5 }],
  ['DescribeQuorum', 2, { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] }],
  ['DescribeQuorum', 2, { topics: [{ topicName: 'dt', partitions: [{ partitionIndex: 0 }] }] }],
]
