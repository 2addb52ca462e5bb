export type { AclOperation, AclPatternType, AclPermissionType, AclResourceType } from './acl-names.ts'
export { Admin } from './admin.ts'
export { AdminAbortedError } from './admin-aborted-error.ts'
export type { AdminEvent } from './admin-events.ts'
export { AdminItemsError } from './admin-items-error.ts'
export type { AdminLogger } from './admin-logger.ts'
export type { AdminMetric } from './admin-metrics.ts'
export { AdminResults } from './admin-results.ts'
export type { CallOptions, ValidateOnlyOptions } from './call-options.ts'
export type { ConfigResourceType, ConfigSource, ConfigType } from './config-names.ts'
export type { TopicPartition } from './drivers/places.ts'
export type { AdminCloseOptions } from './faces/admin-client.ts'
export type { GroupState, GroupType } from './group-names.ts'
export type { ItemResult } from './item-result.ts'
export type { OffsetToCommit } from './operations/alter-consumer-group-offsets.ts'
export type { ConfigReplacement } from './operations/alter-configs.ts'
export type { NewPartitions } from './operations/create-partitions.ts'
export type { CreatedTopic, CreatedTopicConfig, NewTopic } from './operations/create-topics.ts'
export type { DeletedRecords, RecordsToDelete } from './operations/delete-records.ts'
export type { TopicOrId } from './operations/delete-topics.ts'
export type {
  ClassicGroupDescription,
  ClassicGroupMember,
  DescribeGroupsOptions,
} from './operations/describe-classic-groups.ts'
export type { ClusterDescription, ClusterNode, DescribeClusterOptions } from './operations/describe-cluster.ts'
export type {
  ConfigDescription,
  ConfigEntry,
  ConfigQuestion,
  ConfigResource,
  DescribeConfigsOptions,
} from './operations/describe-configs.ts'
export type { ConsumerGroupDescription, ConsumerGroupMember } from './operations/describe-consumer-groups.ts'
export type { ShareGroupDescription, ShareGroupMember } from './operations/describe-share-groups.ts'
export type {
  DescribeTopicsOptions,
  TopicDescription,
  TopicPartitionDescription,
} from './operations/describe-topics.ts'
export type { ConfigChanges } from './operations/incremental-alter-configs.ts'
export type { ListConfigResourcesOptions } from './operations/list-config-resources.ts'
export type {
  GroupOffset,
  GroupOffsets,
  GroupOffsetsQuestion,
  ListConsumerGroupOffsetsOptions,
} from './operations/list-consumer-group-offsets.ts'
export type { GroupListing, ListGroupsOptions } from './operations/list-groups.ts'
export type { ListedOffset, ListOffsetsOptions, OffsetQuestion, OffsetSpec } from './operations/list-offsets.ts'
export type { ListTopicsOptions, TopicListing } from './operations/list-topics.ts'
export type { MemberToRemove, RemoveMembersOptions } from './operations/remove-members-from-consumer-group.ts'
export type { HangingTransaction } from './operations/abort-transaction.ts'
export type { AclBinding, AclFilter, KnownAclBinding } from './operations/acls.ts'
export type { ClientQuotaAlteration } from './operations/alter-client-quotas.ts'
export type {
  AlterPartitionReassignmentsOptions,
  PartitionReassignment,
} from './operations/alter-partition-reassignments.ts'
export type { ReplicaMove } from './operations/alter-replica-log-dirs.ts'
export type { ShareStartOffset } from './operations/alter-share-group-offsets.ts'
export type { AlteredScramCredential, ScramCredentialAlteration } from './operations/alter-user-scram-credentials.ts'
export type {
  CreateDelegationTokenOptions,
  DelegationToken,
  DescribeDelegationTokenOptions,
  ExpireDelegationTokenOptions,
  RenewDelegationTokenOptions,
} from './operations/delegation-tokens.ts'
export type { DeletedAcls } from './operations/delete-acls.ts'
export type {
  ClientQuotas,
  DescribeClientQuotasOptions,
  QuotaEntity,
  QuotaFilter,
} from './operations/describe-client-quotas.ts'
export type { DescribeFeaturesOptions, FeatureLevels, FeatureMetadata } from './operations/describe-features.ts'
export type { BrokerLogDirs, DescribeLogDirsOptions, LogDir, LogDirReplica } from './operations/describe-log-dirs.ts'
export type { QuorumInfo, QuorumNode, QuorumReplica } from './operations/describe-metadata-quorum.ts'
export type { ActiveProducer, DescribeProducersOptions, PartitionProducers } from './operations/describe-producers.ts'
export type {
  StreamsGroupDescription,
  StreamsGroupMember,
  StreamsSubtopology,
  StreamsTask,
  StreamsTasks,
} from './operations/describe-streams-groups.ts'
export type { TransactionDescription, TransactionState } from './operations/describe-transactions.ts'
export type {
  DescribeUserScramCredentialsOptions,
  ScramMechanismName,
  UserScramCredentials,
} from './operations/describe-user-scram-credentials.ts'
export type { ElectedLeader, ElectionType, ElectLeadersOptions } from './operations/elect-leaders.ts'
export type { FencedProducer } from './operations/fence-producers.ts'
export type {
  ListPartitionReassignmentsOptions,
  OngoingReassignment,
} from './operations/list-partition-reassignments.ts'
export type { ShareGroupOffset, ShareGroupOffsets } from './operations/list-share-group-offsets.ts'
export type { ListTransactionsOptions, TransactionListing } from './operations/list-transactions.ts'
export type { NewRaftVoter, RaftVoter, RaftVoterOptions } from './operations/raft-voters.ts'
export type { FeatureUpdate } from './operations/update-features.ts'
export { type AdminOptions, adminOptionTable } from './options.ts'
export { adminOptionsFromProperties } from './options-from-properties.ts'
