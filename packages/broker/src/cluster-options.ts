import type { OptionTable } from '@odradek/network'

/** How many brokers there are, who they say they are, and how they replicate. */
export interface ClusterOptions {
  /** How many brokers the cluster has from the start, each on a port of its own. @default 1 */
  brokers?: number
  /** The racks of the brokers, in turn. @default [] */
  racks?: readonly string[]
  /** How long a broker that was killed goes unnoticed, in ms. Kafka: 9000. @default 0 */
  brokerSessionTimeoutMs?: number
  /** The id of the first broker; the others count on from it. @default 1 */
  nodeId?: number
  /** The cluster's id; unless given, a random one. */
  clusterId?: string
  /** The host that clients are told; unless given, `host`. */
  advertisedHost?: string
  /** The port that clients are told; unless given, the one that was opened. */
  advertisedPort?: number
  /** Replicas of a topic that is created without saying how many. @default 1 */
  defaultReplicationFactor?: number
  /** How long a replica may lag behind its leader and still be in sync, in ms. @default 30000 */
  replicaLagTimeMaxMs?: number
  /** How long a follower waits before it asks again after an error, in ms. @default 1000 */
  replicaFetchBackoffMs?: number
  /** Most bytes that a follower asks for at once; a first batch that is longer comes all the same. @default 1048576 */
  replicaFetchMaxBytes?: number
  /** Partitions of `__consumer_offsets`, which the first group brings about. @default 50 */
  offsetsTopicNumPartitions?: number
  /** Replicas of `__consumer_offsets`; fewer where there are not as many brokers. @default 3 */
  offsetsTopicReplicationFactor?: number
  /** Partitions of `__transaction_state`, which the first transactional producer brings about. @default 50 */
  transactionStateLogNumPartitions?: number
  /** Replicas of `__transaction_state`; fewer where there are not as many brokers. @default 3 */
  transactionStateLogReplicationFactor?: number
  /** Partitions of `__share_group_state`, which the first share group brings about. @default 50 */
  shareCoordinatorStateTopicNumPartitions?: number
  /** Replicas of `__share_group_state`; fewer where there are not as many brokers. @default 3 */
  shareCoordinatorStateTopicReplicationFactor?: number
  /** How many updates of a share-partition are stored between two snapshots of it. @default 500 */
  shareCoordinatorSnapshotUpdateRecordsPerSnapshot?: number
  /** How often the start of `__share_group_state` is moved to what still matters, in ms. @default 300000 */
  shareCoordinatorStateTopicPruneIntervalMs?: number
  /** How old a share-partition's last snapshot may become while there are updates, in ms. @default 300000 */
  shareCoordinatorColdPartitionSnapshotIntervalMs?: number
}

const INT_MAX = 0x7fffffff
const SHORT_MAX = 0x7fff
const MAX_PARTITIONS = 10_000

/** All that there is to know about each of them. */
export const clusterOptionTable = {
  brokers: {
    type: 'int',
    default: 1,
    min: 1,
    max: 100,
    importance: 'high',
    doc: 'How many brokers the cluster has from the start, each on a port of its own: any free one, or `port` and those after it.',
  },
  racks: {
    kafkaName: 'broker.rack',
    type: 'object',
    default: [],
    check: racksFault,
    importance: 'low',
    doc: 'The racks of the brokers, in turn. Replicas are spread over them, and consumers told of the nearest.',
  },
  brokerSessionTimeoutMs: {
    kafkaName: 'broker.session.timeout.ms',
    type: 'int',
    default: 0,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: "How long a broker that was killed goes unnoticed, in milliseconds, before others lead what it led. Kafka's default of 9000 would make tests wait.",
  },
  nodeId: {
    kafkaName: 'node.id',
    type: 'int',
    default: 1,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The id of the first broker; the others count on from it.',
  },
  clusterId: { type: 'string', importance: 'low', doc: "The cluster's id. Unless given, a random UUID." },
  advertisedHost: {
    type: 'string',
    importance: 'medium',
    doc: 'The host that clients are told to connect to. Unless given, the one that the broker listens on.',
  },
  advertisedPort: {
    type: 'int',
    min: 1,
    max: 65_535,
    importance: 'medium',
    doc: 'The port that clients are told to connect to. Unless given, the one that was opened.',
  },
  defaultReplicationFactor: {
    kafkaName: 'default.replication.factor',
    type: 'int',
    default: 1,
    min: 1,
    max: SHORT_MAX,
    importance: 'medium',
    doc: 'The replicas of a topic that is created without saying how many.',
  },
  replicaLagTimeMaxMs: {
    kafkaName: 'replica.lag.time.max.ms',
    type: 'int',
    default: 30_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How long a replica may lag behind its leader and still be in sync, in milliseconds.',
  },
  replicaFetchBackoffMs: {
    kafkaName: 'replica.fetch.backoff.ms',
    type: 'int',
    default: 1000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long a follower waits before it asks again after an error, in milliseconds.',
  },
  replicaFetchMaxBytes: {
    kafkaName: 'replica.fetch.max.bytes',
    type: 'int',
    default: 1_048_576,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most bytes that a follower asks for at once; a first batch that is longer comes all the same.',
  },
  offsetsTopicNumPartitions: {
    kafkaName: 'offsets.topic.num.partitions',
    type: 'int',
    default: 50,
    min: 1,
    max: MAX_PARTITIONS,
    importance: 'low',
    doc: 'The partitions of __consumer_offsets, which the first group brings about.',
  },
  offsetsTopicReplicationFactor: {
    kafkaName: 'offsets.topic.replication.factor',
    type: 'int',
    default: 3,
    min: 1,
    max: SHORT_MAX,
    importance: 'low',
    doc: 'The replicas of __consumer_offsets; fewer where there are not as many brokers.',
  },
  transactionStateLogNumPartitions: {
    kafkaName: 'transaction.state.log.num.partitions',
    type: 'int',
    default: 50,
    min: 1,
    max: MAX_PARTITIONS,
    importance: 'low',
    doc: 'The partitions of __transaction_state, which the first transactional producer brings about.',
  },
  transactionStateLogReplicationFactor: {
    kafkaName: 'transaction.state.log.replication.factor',
    type: 'int',
    default: 3,
    min: 1,
    max: SHORT_MAX,
    importance: 'low',
    doc: 'The replicas of __transaction_state; fewer where there are not as many brokers.',
  },
  shareCoordinatorStateTopicNumPartitions: {
    kafkaName: 'share.coordinator.state.topic.num.partitions',
    type: 'int',
    default: 50,
    min: 1,
    max: MAX_PARTITIONS,
    importance: 'low',
    doc: 'The partitions of __share_group_state, which the first share group brings about.',
  },
  shareCoordinatorStateTopicReplicationFactor: {
    kafkaName: 'share.coordinator.state.topic.replication.factor',
    type: 'int',
    default: 3,
    min: 1,
    max: SHORT_MAX,
    importance: 'low',
    doc: 'The replicas of __share_group_state; fewer where there are not as many brokers.',
  },
  shareCoordinatorSnapshotUpdateRecordsPerSnapshot: {
    kafkaName: 'share.coordinator.snapshot.update.records.per.snapshot',
    type: 'int',
    default: 500,
    min: 0,
    max: 500,
    importance: 'low',
    doc: 'How many updates of a share-partition are stored between two snapshots of it.',
  },
  shareCoordinatorStateTopicPruneIntervalMs: {
    kafkaName: 'share.coordinator.state.topic.prune.interval.ms',
    type: 'int',
    default: 300_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often the start of __share_group_state is moved to what still matters, in milliseconds.',
  },
  shareCoordinatorColdPartitionSnapshotIntervalMs: {
    kafkaName: 'share.coordinator.cold.partition.snapshot.interval.ms',
    type: 'int',
    default: 300_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: "How old a share-partition's last snapshot may become while there are updates, in milliseconds.",
  },
} satisfies OptionTable<ClusterOptions>

function racksFault(racks: readonly string[]): string | undefined {
  const isRack = (rack: unknown) => typeof rack === 'string' && rack !== ''
  return Array.isArray(racks) && racks.every(isRack) ? undefined : 'must be an array of names'
}
