// The cluster itself: its brokers, who leads and holds what, its features, its controllers.
import type { AdminResults } from '../admin-results.ts'
import type { CallOptions, ValidateOnlyOptions } from '../call-options.ts'
import type { TopicPartition } from '../drivers/places.ts'
import {
  alterPartitionReassignments,
  type AlterPartitionReassignmentsOptions,
  type PartitionReassignment,
} from '../operations/alter-partition-reassignments.ts'
import { alterReplicaLogDirs, type ReplicaMove } from '../operations/alter-replica-log-dirs.ts'
import {
  type ClusterDescription,
  describeCluster,
  type DescribeClusterOptions,
} from '../operations/describe-cluster.ts'
import {
  describeFeatures,
  type DescribeFeaturesOptions,
  type FeatureMetadata,
} from '../operations/describe-features.ts'
import { type BrokerLogDirs, describeLogDirs, type DescribeLogDirsOptions } from '../operations/describe-log-dirs.ts'
import { describeMetadataQuorum, type QuorumInfo } from '../operations/describe-metadata-quorum.ts'
import {
  type ElectedLeader,
  type ElectionType,
  electLeaders,
  type ElectLeadersOptions,
} from '../operations/elect-leaders.ts'
import {
  listPartitionReassignments,
  type ListPartitionReassignmentsOptions,
  type OngoingReassignment,
} from '../operations/list-partition-reassignments.ts'
import {
  addRaftVoter,
  type NewRaftVoter,
  type RaftVoter,
  type RaftVoterOptions,
  removeRaftVoter,
} from '../operations/raft-voters.ts'
import { unregisterBroker } from '../operations/unregister-broker.ts'
import { type FeatureUpdate, updateFeatures } from '../operations/update-features.ts'
import { GroupAdmin } from './group-admin.ts'

/** See the head of the file. */
export class ClusterAdmin extends GroupAdmin {
  /** The brokers, the controller and the cluster's id. */
  describeCluster(options: DescribeClusterOptions = {}): Promise<ClusterDescription> {
    return describeCluster(this.world, options)
  }

  /** Elects leaders of partitions: the preferred ones, or, where there is no other way, unclean ones. Kafka 2.2; UNCLEAN: 2.4. */
  electLeaders(
    electionType: ElectionType,
    options: ElectLeadersOptions = {},
  ): AdminResults<TopicPartition, ElectedLeader> {
    return electLeaders(this.world, electionType, options)
  }

  /** Begins to move replicas of partitions to other brokers, or calls that off. Kafka 2.4. */
  alterPartitionReassignments(
    reassignments: readonly PartitionReassignment[],
    options: AlterPartitionReassignmentsOptions = {},
  ): AdminResults<PartitionReassignment, void> {
    return alterPartitionReassignments(this.world, reassignments, options)
  }

  /** The moves of replicas that are under way. Kafka 2.4. */
  listPartitionReassignments(options: ListPartitionReassignmentsOptions = {}): Promise<readonly OngoingReassignment[]> {
    return listPartitionReassignments(this.world, options)
  }

  /** The folders of brokers, with sizes of replicas. Kafka 1.0. */
  describeLogDirs(
    brokerIds: readonly number[],
    options: DescribeLogDirsOptions = {},
  ): AdminResults<number, BrokerLogDirs> {
    return describeLogDirs(this.world, brokerIds, options)
  }

  /** Begins to move replicas to other folders of their brokers. Kafka 1.0. */
  alterReplicaLogDirs(moves: readonly ReplicaMove[], options: CallOptions = {}): AdminResults<ReplicaMove, void> {
    return alterReplicaLogDirs(this.world, moves, options)
  }

  /** The features that brokers have and the levels that the cluster has agreed on. Kafka 2.7. */
  describeFeatures(options: DescribeFeaturesOptions = {}): Promise<FeatureMetadata> {
    return describeFeatures(this.world, options)
  }

  /** Raises or lowers the levels of features. Kafka 2.7. */
  updateFeatures(
    updates: readonly FeatureUpdate[],
    options: ValidateOnlyOptions = {},
  ): AdminResults<FeatureUpdate, void> {
    return updateFeatures(this.world, updates, options)
  }

  /** The controllers of KRaft: who leads, who votes, how far each is. Kafka 3.3. */
  describeMetadataQuorum(options: CallOptions = {}): Promise<QuorumInfo> {
    return describeMetadataQuorum(this.world, options)
  }

  /** Has a controller vote. Kafka 3.9. */
  addRaftVoter(voter: NewRaftVoter, options: RaftVoterOptions = {}): Promise<void> {
    return addRaftVoter(this.world, voter, options)
  }

  /** Has a controller vote no more. Kafka 3.9. */
  removeRaftVoter(voter: RaftVoter, options: RaftVoterOptions = {}): Promise<void> {
    return removeRaftVoter(this.world, voter, options)
  }

  /** Forgets a broker that will not come back. Kafka 2.8, with KRaft. */
  unregisterBroker(brokerId: number, options: CallOptions = {}): Promise<void> {
    return unregisterBroker(this.world, brokerId, options)
  }
}
