// The APIs about a cluster's brokers and partitions, with the versions of Apache Kafka 4.3.
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import { createPartitionsApi } from '@odradek/protocol/apis/create-partitions'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import { alterPartitionReassignmentsApi } from '@odradek/protocol/apis/alter-partition-reassignments'
import { listPartitionReassignmentsApi } from '@odradek/protocol/apis/list-partition-reassignments'
import { describeQuorumApi } from '@odradek/protocol/apis/describe-quorum'
import { unregisterBrokerApi } from '@odradek/protocol/apis/unregister-broker'
import { addRaftVoterApi } from '@odradek/protocol/apis/add-raft-voter'
import { removeRaftVoterApi } from '@odradek/protocol/apis/remove-raft-voter'
import { describeTopicPartitionsApi } from '@odradek/protocol/apis/describe-topic-partitions'
import { type AnyBrokerApi, speak } from './broker-api.ts'
import { handleOffsetForLeaderEpoch } from './handlers/offset-for-leader-epoch.ts'
import { handleCreatePartitions } from './handlers/create-partitions.ts'
import { handleElectLeaders } from './handlers/elect-leaders.ts'
import { handleAlterPartitionReassignments } from './handlers/alter-partition-reassignments.ts'
import { handleListPartitionReassignments } from './handlers/list-partition-reassignments.ts'
import { handleDescribeQuorum } from './handlers/describe-quorum.ts'
import { handleAddRaftVoter, handleRemoveRaftVoter } from './handlers/raft-voters.ts'
import { handleUnregisterBroker } from './handlers/unregister-broker.ts'
import { handleDescribeTopicPartitions } from './handlers/describe-topic-partitions.ts'

/** Rows of the table of APIs. */
export const clusterApis: readonly AnyBrokerApi[] = [
  speak(offsetForLeaderEpochApi, 2, 4, handleOffsetForLeaderEpoch),
  speak(createPartitionsApi, 0, 3, handleCreatePartitions),
  speak(electLeadersApi, 0, 2, handleElectLeaders),
  speak(alterPartitionReassignmentsApi, 0, 1, handleAlterPartitionReassignments),
  speak(listPartitionReassignmentsApi, 0, 0, handleListPartitionReassignments),
  speak(describeQuorumApi, 0, 2, handleDescribeQuorum),
  speak(unregisterBrokerApi, 0, 0, handleUnregisterBroker),
  speak(describeTopicPartitionsApi, 0, 0, handleDescribeTopicPartitions),
  speak(addRaftVoterApi, 0, 1, handleAddRaftVoter),
  speak(removeRaftVoterApi, 0, 0, handleRemoveRaftVoter),
]
