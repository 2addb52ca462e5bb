// Generated from schemas/ by generator/main.ts: not to be edited.
import type { Api } from '../api.ts'
import { addOffsetsToTxnApi } from './apis/add-offsets-to-txn.ts'
import { addPartitionsToTxnApi } from './apis/add-partitions-to-txn.ts'
import { addRaftVoterApi } from './apis/add-raft-voter.ts'
import { allocateProducerIdsApi } from './apis/allocate-producer-ids.ts'
import { alterClientQuotasApi } from './apis/alter-client-quotas.ts'
import { alterConfigsApi } from './apis/alter-configs.ts'
import { alterPartitionReassignmentsApi } from './apis/alter-partition-reassignments.ts'
import { alterPartitionApi } from './apis/alter-partition.ts'
import { alterReplicaLogDirsApi } from './apis/alter-replica-log-dirs.ts'
import { alterShareGroupOffsetsApi } from './apis/alter-share-group-offsets.ts'
import { alterUserScramCredentialsApi } from './apis/alter-user-scram-credentials.ts'
import { apiVersionsApi } from './apis/api-versions.ts'
import { assignReplicasToDirsApi } from './apis/assign-replicas-to-dirs.ts'
import { beginQuorumEpochApi } from './apis/begin-quorum-epoch.ts'
import { brokerHeartbeatApi } from './apis/broker-heartbeat.ts'
import { brokerRegistrationApi } from './apis/broker-registration.ts'
import { consumerGroupDescribeApi } from './apis/consumer-group-describe.ts'
import { consumerGroupHeartbeatApi } from './apis/consumer-group-heartbeat.ts'
import { controlledShutdownApi } from './apis/controlled-shutdown.ts'
import { controllerRegistrationApi } from './apis/controller-registration.ts'
import { createAclsApi } from './apis/create-acls.ts'
import { createDelegationTokenApi } from './apis/create-delegation-token.ts'
import { createPartitionsApi } from './apis/create-partitions.ts'
import { createTopicsApi } from './apis/create-topics.ts'
import { deleteAclsApi } from './apis/delete-acls.ts'
import { deleteGroupsApi } from './apis/delete-groups.ts'
import { deleteRecordsApi } from './apis/delete-records.ts'
import { deleteShareGroupOffsetsApi } from './apis/delete-share-group-offsets.ts'
import { deleteShareGroupStateApi } from './apis/delete-share-group-state.ts'
import { deleteTopicsApi } from './apis/delete-topics.ts'
import { describeAclsApi } from './apis/describe-acls.ts'
import { describeClientQuotasApi } from './apis/describe-client-quotas.ts'
import { describeClusterApi } from './apis/describe-cluster.ts'
import { describeConfigsApi } from './apis/describe-configs.ts'
import { describeDelegationTokenApi } from './apis/describe-delegation-token.ts'
import { describeGroupsApi } from './apis/describe-groups.ts'
import { describeLogDirsApi } from './apis/describe-log-dirs.ts'
import { describeProducersApi } from './apis/describe-producers.ts'
import { describeQuorumApi } from './apis/describe-quorum.ts'
import { describeShareGroupOffsetsApi } from './apis/describe-share-group-offsets.ts'
import { describeTopicPartitionsApi } from './apis/describe-topic-partitions.ts'
import { describeTransactionsApi } from './apis/describe-transactions.ts'
import { describeUserScramCredentialsApi } from './apis/describe-user-scram-credentials.ts'
import { electLeadersApi } from './apis/elect-leaders.ts'
import { endQuorumEpochApi } from './apis/end-quorum-epoch.ts'
import { endTxnApi } from './apis/end-txn.ts'
import { envelopeApi } from './apis/envelope.ts'
import { expireDelegationTokenApi } from './apis/expire-delegation-token.ts'
import { fetchSnapshotApi } from './apis/fetch-snapshot.ts'
import { fetchApi } from './apis/fetch.ts'
import { findCoordinatorApi } from './apis/find-coordinator.ts'
import { getTelemetrySubscriptionsApi } from './apis/get-telemetry-subscriptions.ts'
import { heartbeatApi } from './apis/heartbeat.ts'
import { incrementalAlterConfigsApi } from './apis/incremental-alter-configs.ts'
import { initProducerIdApi } from './apis/init-producer-id.ts'
import { initializeShareGroupStateApi } from './apis/initialize-share-group-state.ts'
import { joinGroupApi } from './apis/join-group.ts'
import { leaderAndIsrApi } from './apis/leader-and-isr.ts'
import { leaveGroupApi } from './apis/leave-group.ts'
import { listConfigResourcesApi } from './apis/list-config-resources.ts'
import { listGroupsApi } from './apis/list-groups.ts'
import { listOffsetsApi } from './apis/list-offsets.ts'
import { listPartitionReassignmentsApi } from './apis/list-partition-reassignments.ts'
import { listTransactionsApi } from './apis/list-transactions.ts'
import { metadataApi } from './apis/metadata.ts'
import { offsetCommitApi } from './apis/offset-commit.ts'
import { offsetDeleteApi } from './apis/offset-delete.ts'
import { offsetFetchApi } from './apis/offset-fetch.ts'
import { offsetForLeaderEpochApi } from './apis/offset-for-leader-epoch.ts'
import { produceApi } from './apis/produce.ts'
import { pushTelemetryApi } from './apis/push-telemetry.ts'
import { readShareGroupStateSummaryApi } from './apis/read-share-group-state-summary.ts'
import { readShareGroupStateApi } from './apis/read-share-group-state.ts'
import { removeRaftVoterApi } from './apis/remove-raft-voter.ts'
import { renewDelegationTokenApi } from './apis/renew-delegation-token.ts'
import { saslAuthenticateApi } from './apis/sasl-authenticate.ts'
import { saslHandshakeApi } from './apis/sasl-handshake.ts'
import { shareAcknowledgeApi } from './apis/share-acknowledge.ts'
import { shareFetchApi } from './apis/share-fetch.ts'
import { shareGroupDescribeApi } from './apis/share-group-describe.ts'
import { shareGroupHeartbeatApi } from './apis/share-group-heartbeat.ts'
import { stopReplicaApi } from './apis/stop-replica.ts'
import { streamsGroupDescribeApi } from './apis/streams-group-describe.ts'
import { streamsGroupHeartbeatApi } from './apis/streams-group-heartbeat.ts'
import { syncGroupApi } from './apis/sync-group.ts'
import { txnOffsetCommitApi } from './apis/txn-offset-commit.ts'
import { unregisterBrokerApi } from './apis/unregister-broker.ts'
import { updateFeaturesApi } from './apis/update-features.ts'
import { updateMetadataApi } from './apis/update-metadata.ts'
import { updateRaftVoterApi } from './apis/update-raft-voter.ts'
import { voteApi } from './apis/vote.ts'
import { writeShareGroupStateApi } from './apis/write-share-group-state.ts'
import { writeTxnMarkersApi } from './apis/write-txn-markers.ts'

/** Every API, by ascending key. Importing it brings every request and response with it. */
export const allApis: readonly Api<unknown, unknown>[] = [
  produceApi,
  fetchApi,
  listOffsetsApi,
  metadataApi,
  leaderAndIsrApi,
  stopReplicaApi,
  updateMetadataApi,
  controlledShutdownApi,
  offsetCommitApi,
  offsetFetchApi,
  findCoordinatorApi,
  joinGroupApi,
  heartbeatApi,
  leaveGroupApi,
  syncGroupApi,
  describeGroupsApi,
  listGroupsApi,
  saslHandshakeApi,
  apiVersionsApi,
  createTopicsApi,
  deleteTopicsApi,
  deleteRecordsApi,
  initProducerIdApi,
  offsetForLeaderEpochApi,
  addPartitionsToTxnApi,
  addOffsetsToTxnApi,
  endTxnApi,
  writeTxnMarkersApi,
  txnOffsetCommitApi,
  describeAclsApi,
  createAclsApi,
  deleteAclsApi,
  describeConfigsApi,
  alterConfigsApi,
  alterReplicaLogDirsApi,
  describeLogDirsApi,
  saslAuthenticateApi,
  createPartitionsApi,
  createDelegationTokenApi,
  renewDelegationTokenApi,
  expireDelegationTokenApi,
  describeDelegationTokenApi,
  deleteGroupsApi,
  electLeadersApi,
  incrementalAlterConfigsApi,
  alterPartitionReassignmentsApi,
  listPartitionReassignmentsApi,
  offsetDeleteApi,
  describeClientQuotasApi,
  alterClientQuotasApi,
  describeUserScramCredentialsApi,
  alterUserScramCredentialsApi,
  voteApi,
  beginQuorumEpochApi,
  endQuorumEpochApi,
  describeQuorumApi,
  alterPartitionApi,
  updateFeaturesApi,
  envelopeApi,
  fetchSnapshotApi,
  describeClusterApi,
  describeProducersApi,
  brokerRegistrationApi,
  brokerHeartbeatApi,
  unregisterBrokerApi,
  describeTransactionsApi,
  listTransactionsApi,
  allocateProducerIdsApi,
  consumerGroupHeartbeatApi,
  consumerGroupDescribeApi,
  controllerRegistrationApi,
  getTelemetrySubscriptionsApi,
  pushTelemetryApi,
  assignReplicasToDirsApi,
  listConfigResourcesApi,
  describeTopicPartitionsApi,
  shareGroupHeartbeatApi,
  shareGroupDescribeApi,
  shareFetchApi,
  shareAcknowledgeApi,
  addRaftVoterApi,
  removeRaftVoterApi,
  updateRaftVoterApi,
  initializeShareGroupStateApi,
  readShareGroupStateApi,
  writeShareGroupStateApi,
  deleteShareGroupStateApi,
  readShareGroupStateSummaryApi,
  streamsGroupHeartbeatApi,
  streamsGroupDescribeApi,
  describeShareGroupOffsetsApi,
  alterShareGroupOffsetsApi,
  deleteShareGroupOffsetsApi,
]
