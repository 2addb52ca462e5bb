// The APIs that the broker speaks, with the versions of Apache Kafka 4.3 and the handler of each.
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { describeLogDirsApi } from '@odradek/protocol/apis/describe-log-dirs'
import { describeProducersApi } from '@odradek/protocol/apis/describe-producers'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { listTransactionsApi } from '@odradek/protocol/apis/list-transactions'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { writeTxnMarkersApi } from '@odradek/protocol/apis/write-txn-markers'
import { alterReplicaLogDirsApi } from '@odradek/protocol/apis/alter-replica-log-dirs'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetDeleteApi } from '@odradek/protocol/apis/offset-delete'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import { selectApis } from './emulation/api-selection.ts'
import { handleAddOffsetsToTxn } from './handlers/add-offsets-to-txn.ts'
import { handleAddPartitionsToTxn } from './handlers/add-partitions-to-txn.ts'
import { handleDescribeLogDirs } from './handlers/describe-log-dirs.ts'
import { handleDescribeProducers } from './handlers/describe-producers.ts'
import { handleDescribeTransactions } from './handlers/describe-transactions.ts'
import { handleEndTxn } from './handlers/end-txn.ts'
import { handleListTransactions } from './handlers/list-transactions.ts'
import { handleTxnOffsetCommit } from './handlers/txn-offset-commit.ts'
import { handleWriteTxnMarkers } from './handlers/write-txn-markers.ts'
import { adminApis } from './admin-apis.ts'
import {
  assignmentLog,
  deletedGroupsLog,
  groupLog,
  memberLog,
  offsetsLog,
  stableOffsetsLog,
} from './coordination/group-answers.ts'
import { onceReplicated } from './coordination/once-replicated.ts'
import { partitionsLog, producerLog, transactionLog } from './coordination/transaction-answers.ts'
import { shareApis } from './share-apis.ts'
import { type AnyBrokerApi, speak } from './broker-api.ts'
import { handleAlterReplicaLogDirs } from './handlers/alter-replica-log-dirs.ts'
import { clusterApis } from './cluster-apis.ts'
import { handleApiVersions } from './handlers/api-versions.ts'
import { handleConsumerGroupDescribe } from './handlers/consumer-group-describe.ts'
import { handleConsumerGroupHeartbeat } from './handlers/consumer-group-heartbeat.ts'
import { handleCreateTopics } from './handlers/create-topics.ts'
import { handleDeleteGroups } from './handlers/delete-groups.ts'
import { handleDeleteRecords } from './handlers/delete-records.ts'
import { handleDeleteTopics } from './handlers/delete-topics.ts'
import { handleDescribeCluster } from './handlers/describe-cluster.ts'
import { handleDescribeGroups } from './handlers/describe-groups.ts'
import { handleFetch } from './handlers/fetch.ts'
import { handleFindCoordinator } from './handlers/find-coordinator.ts'
import { handleHeartbeat } from './handlers/heartbeat.ts'
import { handleInitProducerId } from './handlers/init-producer-id.ts'
import { handleJoinGroup } from './handlers/join-group.ts'
import { handleLeaveGroup } from './handlers/leave-group.ts'
import { handleListGroups } from './handlers/list-groups.ts'
import { handleListOffsets } from './handlers/list-offsets.ts'
import { handleMetadata } from './handlers/metadata.ts'
import { handleOffsetCommit } from './handlers/offset-commit.ts'
import { handleOffsetDelete } from './handlers/offset-delete.ts'
import { handleOffsetFetch } from './handlers/offset-fetch.ts'
import { handleProduce } from './handlers/produce.ts'
import { handleSyncGroup } from './handlers/sync-group.ts'

const spoken: readonly AnyBrokerApi[] = [
  // Kafka announces Produce from 0 on, because librdkafka takes a broker without it for one too old, and takes it from 3 on.
  speak(produceApi, 3, 13, handleProduce, 0),
  speak(fetchApi, 4, 18, handleFetch),
  speak(listOffsetsApi, 1, 11, handleListOffsets),
  speak(metadataApi, 0, 13, handleMetadata),
  speak(offsetCommitApi, 2, 10, onceReplicated(offsetsLog, handleOffsetCommit)),
  speak(offsetFetchApi, 1, 10, onceReplicated(stableOffsetsLog, handleOffsetFetch)),
  speak(findCoordinatorApi, 0, 6, handleFindCoordinator),
  speak(joinGroupApi, 0, 9, onceReplicated(groupLog, handleJoinGroup)),
  speak(heartbeatApi, 0, 4, onceReplicated(memberLog, handleHeartbeat)),
  speak(leaveGroupApi, 0, 5, onceReplicated(memberLog, handleLeaveGroup)),
  speak(syncGroupApi, 0, 5, onceReplicated(assignmentLog, handleSyncGroup)),
  speak(describeGroupsApi, 0, 6, handleDescribeGroups),
  speak(listGroupsApi, 0, 5, handleListGroups),
  speak(apiVersionsApi, 0, 4, (state, request) =>
    handleApiVersions([...selectApis(brokerApis, state.config).values()], state, request),
  ),
  speak(createTopicsApi, 2, 7, handleCreateTopics),
  speak(deleteTopicsApi, 1, 6, handleDeleteTopics),
  speak(deleteRecordsApi, 0, 2, handleDeleteRecords),
  speak(initProducerIdApi, 0, 5, onceReplicated(producerLog, handleInitProducerId)),
  speak(addPartitionsToTxnApi, 0, 5, onceReplicated(partitionsLog, handleAddPartitionsToTxn)),
  speak(addOffsetsToTxnApi, 0, 4, onceReplicated(transactionLog, handleAddOffsetsToTxn)),
  speak(endTxnApi, 0, 5, onceReplicated(transactionLog, handleEndTxn)),
  speak(writeTxnMarkersApi, 1, 2, handleWriteTxnMarkers),
  speak(txnOffsetCommitApi, 0, 5, onceReplicated(offsetsLog, handleTxnOffsetCommit)),
  speak(alterReplicaLogDirsApi, 1, 2, handleAlterReplicaLogDirs),
  speak(describeLogDirsApi, 1, 5, handleDescribeLogDirs),
  speak(deleteGroupsApi, 0, 2, onceReplicated(deletedGroupsLog, handleDeleteGroups)),
  speak(offsetDeleteApi, 0, 0, onceReplicated(offsetsLog, handleOffsetDelete)),
  speak(describeClusterApi, 0, 2, handleDescribeCluster),
  speak(describeProducersApi, 0, 0, handleDescribeProducers),
  speak(describeTransactionsApi, 0, 0, handleDescribeTransactions),
  speak(listTransactionsApi, 0, 2, handleListTransactions),
  speak(consumerGroupHeartbeatApi, 0, 1, onceReplicated(memberLog, handleConsumerGroupHeartbeat)),
  speak(consumerGroupDescribeApi, 0, 1, handleConsumerGroupDescribe),
  ...shareApis,
  ...adminApis,
  ...clusterApis,
]

/** The APIs by their keys, in ascending order. */
export const brokerApis: ReadonlyMap<number, AnyBrokerApi> = new Map(
  [...spoken].sort((left, right) => left.apiKey - right.apiKey).map((entry) => [entry.apiKey, entry]),
)

export type { AnyBrokerApi, BrokerApi } from './broker-api.ts'
