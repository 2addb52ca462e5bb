import type { SecurityConfig } from './security/security-config.ts'

/** Which groups may change over between the classic and the consumer protocol while they have members (`group.consumer.migration.policy`). */
export type GroupMigrationPolicy = 'bidirectional' | 'upgrade' | 'downgrade' | 'disabled'

/** The settings that handlers look at: a broker's options with every default filled in. */
export interface BrokerConfig {
  readonly nodeId: number
  /** What the broker was started with, by Kafka's names; what it shows as its static configs. */
  readonly kafkaConfigs: Readonly<Record<string, string>>
  readonly security: SecurityConfig
  /** The partitions of a topic that is created without saying how many (`num.partitions`). */
  readonly partitions: number
  readonly autoCreateTopicsEnable: boolean
  readonly defaultReplicationFactor: number
  readonly replicaLagTimeMaxMs: number
  readonly replicaFetchBackoffMs: number
  readonly replicaFetchMaxBytes: number
  readonly offsetsTopicNumPartitions: number
  readonly offsetsTopicReplicationFactor: number
  readonly transactionStateLogNumPartitions: number
  readonly transactionStateLogReplicationFactor: number
  readonly shareCoordinatorStateTopicNumPartitions: number
  readonly shareCoordinatorStateTopicReplicationFactor: number
  readonly shareCoordinatorSnapshotUpdateRecordsPerSnapshot: number
  readonly shareCoordinatorStateTopicPruneIntervalMs: number
  readonly shareCoordinatorColdPartitionSnapshotIntervalMs: number
  readonly transactionMaxTimeoutMs: number
  readonly transactionalIdExpirationMs: number
  readonly transactionAbortTimedOutTransactionCleanupIntervalMs: number
  readonly transactionRemoveExpiredTransactionCleanupIntervalMs: number
  readonly transactionPartitionVerificationEnable: boolean
  /** The feature `transaction.version`, from 0 to 2. */
  readonly transactionVersion: number
  readonly producerIdExpirationMs: number
  readonly messageMaxBytes: number
  readonly fetchMaxBytes: number
  readonly enforceQuotas: boolean
  readonly quotaWindowNum: number
  readonly quotaWindowSizeSeconds: number
  /** The release of Kafka that the broker behaves as; undefined: 4.3. */
  readonly emulate?: string
  readonly maxApiVersions: Readonly<Record<string, number>>
  readonly clientTelemetry: boolean
  readonly maxIncrementalFetchSessionCacheSlots: number
  readonly replicaSelectorClass?: string
  readonly offsetMetadataMaxBytes: number
  readonly groupInitialRebalanceDelayMs: number
  readonly groupMinSessionTimeoutMs: number
  readonly groupMaxSessionTimeoutMs: number
  readonly groupMaxSize: number
  readonly offsetsCommitTimeoutMs: number
  readonly offsetsRetentionMinutes: number
  readonly offsetsRetentionCheckIntervalMs: number
  readonly groupShareSessionTimeoutMs: number
  readonly groupShareHeartbeatIntervalMs: number
  readonly groupShareMaxSize: number
  readonly groupConsumerSessionTimeoutMs: number
  readonly groupConsumerHeartbeatIntervalMs: number
  readonly groupConsumerMaxSize: number
  readonly groupConsumerAssignmentIntervalMs: number
  readonly groupConsumerMigrationPolicy: GroupMigrationPolicy
}
