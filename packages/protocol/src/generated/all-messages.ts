// Generated from schemas/ by generator/main.ts: not to be edited.
import type { MessageCodec } from '../message-codec.ts'
import { abortTransactionRecord } from './messages/abort-transaction-record.ts'
import { accessControlEntryRecord } from './messages/access-control-entry-record.ts'
import { addOffsetsToTxnRequest } from './messages/add-offsets-to-txn-request.ts'
import { addOffsetsToTxnResponse } from './messages/add-offsets-to-txn-response.ts'
import { addPartitionsToTxnRequest } from './messages/add-partitions-to-txn-request.ts'
import { addPartitionsToTxnResponse } from './messages/add-partitions-to-txn-response.ts'
import { addRaftVoterRequest } from './messages/add-raft-voter-request.ts'
import { addRaftVoterResponse } from './messages/add-raft-voter-response.ts'
import { allocateProducerIdsRequest } from './messages/allocate-producer-ids-request.ts'
import { allocateProducerIdsResponse } from './messages/allocate-producer-ids-response.ts'
import { alterClientQuotasRequest } from './messages/alter-client-quotas-request.ts'
import { alterClientQuotasResponse } from './messages/alter-client-quotas-response.ts'
import { alterConfigsRequest } from './messages/alter-configs-request.ts'
import { alterConfigsResponse } from './messages/alter-configs-response.ts'
import { alterPartitionReassignmentsRequest } from './messages/alter-partition-reassignments-request.ts'
import { alterPartitionReassignmentsResponse } from './messages/alter-partition-reassignments-response.ts'
import { alterPartitionRequest } from './messages/alter-partition-request.ts'
import { alterPartitionResponse } from './messages/alter-partition-response.ts'
import { alterReplicaLogDirsRequest } from './messages/alter-replica-log-dirs-request.ts'
import { alterReplicaLogDirsResponse } from './messages/alter-replica-log-dirs-response.ts'
import { alterShareGroupOffsetsRequest } from './messages/alter-share-group-offsets-request.ts'
import { alterShareGroupOffsetsResponse } from './messages/alter-share-group-offsets-response.ts'
import { alterUserScramCredentialsRequest } from './messages/alter-user-scram-credentials-request.ts'
import { alterUserScramCredentialsResponse } from './messages/alter-user-scram-credentials-response.ts'
import { apiVersionsRequest } from './messages/api-versions-request.ts'
import { apiVersionsResponse } from './messages/api-versions-response.ts'
import { assignReplicasToDirsRequest } from './messages/assign-replicas-to-dirs-request.ts'
import { assignReplicasToDirsResponse } from './messages/assign-replicas-to-dirs-response.ts'
import { beginQuorumEpochRequest } from './messages/begin-quorum-epoch-request.ts'
import { beginQuorumEpochResponse } from './messages/begin-quorum-epoch-response.ts'
import { beginTransactionRecord } from './messages/begin-transaction-record.ts'
import { brokerHeartbeatRequest } from './messages/broker-heartbeat-request.ts'
import { brokerHeartbeatResponse } from './messages/broker-heartbeat-response.ts'
import { brokerRegistrationChangeRecord } from './messages/broker-registration-change-record.ts'
import { brokerRegistrationRequest } from './messages/broker-registration-request.ts'
import { brokerRegistrationResponse } from './messages/broker-registration-response.ts'
import { clearElrRecord } from './messages/clear-elr-record.ts'
import { clientQuotaRecord } from './messages/client-quota-record.ts'
import { configRecord } from './messages/config-record.ts'
import { consumerGroupCurrentMemberAssignmentKey } from './messages/consumer-group-current-member-assignment-key.ts'
import { consumerGroupCurrentMemberAssignmentValue } from './messages/consumer-group-current-member-assignment-value.ts'
import { consumerGroupDescribeRequest } from './messages/consumer-group-describe-request.ts'
import { consumerGroupDescribeResponse } from './messages/consumer-group-describe-response.ts'
import { consumerGroupHeartbeatRequest } from './messages/consumer-group-heartbeat-request.ts'
import { consumerGroupHeartbeatResponse } from './messages/consumer-group-heartbeat-response.ts'
import { consumerGroupMemberMetadataKey } from './messages/consumer-group-member-metadata-key.ts'
import { consumerGroupMemberMetadataValue } from './messages/consumer-group-member-metadata-value.ts'
import { consumerGroupMetadataKey } from './messages/consumer-group-metadata-key.ts'
import { consumerGroupMetadataValue } from './messages/consumer-group-metadata-value.ts'
import { consumerGroupPartitionMetadataKey } from './messages/consumer-group-partition-metadata-key.ts'
import { consumerGroupPartitionMetadataValue } from './messages/consumer-group-partition-metadata-value.ts'
import { consumerGroupRegularExpressionKey } from './messages/consumer-group-regular-expression-key.ts'
import { consumerGroupRegularExpressionValue } from './messages/consumer-group-regular-expression-value.ts'
import { consumerGroupTargetAssignmentMemberKey } from './messages/consumer-group-target-assignment-member-key.ts'
import { consumerGroupTargetAssignmentMemberValue } from './messages/consumer-group-target-assignment-member-value.ts'
import { consumerGroupTargetAssignmentMetadataKey } from './messages/consumer-group-target-assignment-metadata-key.ts'
import {
  consumerGroupTargetAssignmentMetadataValue,
} from './messages/consumer-group-target-assignment-metadata-value.ts'
import { consumerProtocolAssignment } from './messages/consumer-protocol-assignment.ts'
import { consumerProtocolSubscription } from './messages/consumer-protocol-subscription.ts'
import { controlRecordTypeSchema } from './messages/control-record-type-schema.ts'
import { controlledShutdownRequest } from './messages/controlled-shutdown-request.ts'
import { controlledShutdownResponse } from './messages/controlled-shutdown-response.ts'
import { controllerRegistrationRequest } from './messages/controller-registration-request.ts'
import { controllerRegistrationResponse } from './messages/controller-registration-response.ts'
import { createAclsRequest } from './messages/create-acls-request.ts'
import { createAclsResponse } from './messages/create-acls-response.ts'
import { createDelegationTokenRequest } from './messages/create-delegation-token-request.ts'
import { createDelegationTokenResponse } from './messages/create-delegation-token-response.ts'
import { createPartitionsRequest } from './messages/create-partitions-request.ts'
import { createPartitionsResponse } from './messages/create-partitions-response.ts'
import { createTopicsRequest } from './messages/create-topics-request.ts'
import { createTopicsResponse } from './messages/create-topics-response.ts'
import { defaultPrincipalData } from './messages/default-principal-data.ts'
import { delegationTokenRecord } from './messages/delegation-token-record.ts'
import { deleteAclsRequest } from './messages/delete-acls-request.ts'
import { deleteAclsResponse } from './messages/delete-acls-response.ts'
import { deleteGroupsRequest } from './messages/delete-groups-request.ts'
import { deleteGroupsResponse } from './messages/delete-groups-response.ts'
import { deleteRecordsRequest } from './messages/delete-records-request.ts'
import { deleteRecordsResponse } from './messages/delete-records-response.ts'
import { deleteShareGroupOffsetsRequest } from './messages/delete-share-group-offsets-request.ts'
import { deleteShareGroupOffsetsResponse } from './messages/delete-share-group-offsets-response.ts'
import { deleteShareGroupStateRequest } from './messages/delete-share-group-state-request.ts'
import { deleteShareGroupStateResponse } from './messages/delete-share-group-state-response.ts'
import { deleteTopicsRequest } from './messages/delete-topics-request.ts'
import { deleteTopicsResponse } from './messages/delete-topics-response.ts'
import { describeAclsRequest } from './messages/describe-acls-request.ts'
import { describeAclsResponse } from './messages/describe-acls-response.ts'
import { describeClientQuotasRequest } from './messages/describe-client-quotas-request.ts'
import { describeClientQuotasResponse } from './messages/describe-client-quotas-response.ts'
import { describeClusterRequest } from './messages/describe-cluster-request.ts'
import { describeClusterResponse } from './messages/describe-cluster-response.ts'
import { describeConfigsRequest } from './messages/describe-configs-request.ts'
import { describeConfigsResponse } from './messages/describe-configs-response.ts'
import { describeDelegationTokenRequest } from './messages/describe-delegation-token-request.ts'
import { describeDelegationTokenResponse } from './messages/describe-delegation-token-response.ts'
import { describeGroupsRequest } from './messages/describe-groups-request.ts'
import { describeGroupsResponse } from './messages/describe-groups-response.ts'
import { describeLogDirsRequest } from './messages/describe-log-dirs-request.ts'
import { describeLogDirsResponse } from './messages/describe-log-dirs-response.ts'
import { describeProducersRequest } from './messages/describe-producers-request.ts'
import { describeProducersResponse } from './messages/describe-producers-response.ts'
import { describeQuorumRequest } from './messages/describe-quorum-request.ts'
import { describeQuorumResponse } from './messages/describe-quorum-response.ts'
import { describeShareGroupOffsetsRequest } from './messages/describe-share-group-offsets-request.ts'
import { describeShareGroupOffsetsResponse } from './messages/describe-share-group-offsets-response.ts'
import { describeTopicPartitionsRequest } from './messages/describe-topic-partitions-request.ts'
import { describeTopicPartitionsResponse } from './messages/describe-topic-partitions-response.ts'
import { describeTransactionsRequest } from './messages/describe-transactions-request.ts'
import { describeTransactionsResponse } from './messages/describe-transactions-response.ts'
import { describeUserScramCredentialsRequest } from './messages/describe-user-scram-credentials-request.ts'
import { describeUserScramCredentialsResponse } from './messages/describe-user-scram-credentials-response.ts'
import { electLeadersRequest } from './messages/elect-leaders-request.ts'
import { electLeadersResponse } from './messages/elect-leaders-response.ts'
import { endQuorumEpochRequest } from './messages/end-quorum-epoch-request.ts'
import { endQuorumEpochResponse } from './messages/end-quorum-epoch-response.ts'
import { endTransactionRecord } from './messages/end-transaction-record.ts'
import { endTxnMarker } from './messages/end-txn-marker.ts'
import { endTxnRequest } from './messages/end-txn-request.ts'
import { endTxnResponse } from './messages/end-txn-response.ts'
import { envelopeRequest } from './messages/envelope-request.ts'
import { envelopeResponse } from './messages/envelope-response.ts'
import { expireDelegationTokenRequest } from './messages/expire-delegation-token-request.ts'
import { expireDelegationTokenResponse } from './messages/expire-delegation-token-response.ts'
import { featureLevelRecord } from './messages/feature-level-record.ts'
import { fenceBrokerRecord } from './messages/fence-broker-record.ts'
import { fetchRequest } from './messages/fetch-request.ts'
import { fetchResponse } from './messages/fetch-response.ts'
import { fetchSnapshotRequest } from './messages/fetch-snapshot-request.ts'
import { fetchSnapshotResponse } from './messages/fetch-snapshot-response.ts'
import { findCoordinatorRequest } from './messages/find-coordinator-request.ts'
import { findCoordinatorResponse } from './messages/find-coordinator-response.ts'
import { getTelemetrySubscriptionsRequest } from './messages/get-telemetry-subscriptions-request.ts'
import { getTelemetrySubscriptionsResponse } from './messages/get-telemetry-subscriptions-response.ts'
import { groupMetadataKey } from './messages/group-metadata-key.ts'
import { groupMetadataValue } from './messages/group-metadata-value.ts'
import { heartbeatRequest } from './messages/heartbeat-request.ts'
import { heartbeatResponse } from './messages/heartbeat-response.ts'
import { incrementalAlterConfigsRequest } from './messages/incremental-alter-configs-request.ts'
import { incrementalAlterConfigsResponse } from './messages/incremental-alter-configs-response.ts'
import { initProducerIdRequest } from './messages/init-producer-id-request.ts'
import { initProducerIdResponse } from './messages/init-producer-id-response.ts'
import { initializeShareGroupStateRequest } from './messages/initialize-share-group-state-request.ts'
import { initializeShareGroupStateResponse } from './messages/initialize-share-group-state-response.ts'
import { joinGroupRequest } from './messages/join-group-request.ts'
import { joinGroupResponse } from './messages/join-group-response.ts'
import { kRaftVersionRecord } from './messages/kraft-version-record.ts'
import { leaderAndIsrRequest } from './messages/leader-and-isr-request.ts'
import { leaderAndIsrResponse } from './messages/leader-and-isr-response.ts'
import { leaderChangeMessage } from './messages/leader-change-message.ts'
import { leaveGroupRequest } from './messages/leave-group-request.ts'
import { leaveGroupResponse } from './messages/leave-group-response.ts'
import { legacyOffsetCommitKey } from './messages/legacy-offset-commit-key.ts'
import { legacyOffsetCommitValue } from './messages/legacy-offset-commit-value.ts'
import { listConfigResourcesRequest } from './messages/list-config-resources-request.ts'
import { listConfigResourcesResponse } from './messages/list-config-resources-response.ts'
import { listGroupsRequest } from './messages/list-groups-request.ts'
import { listGroupsResponse } from './messages/list-groups-response.ts'
import { listOffsetsRequest } from './messages/list-offsets-request.ts'
import { listOffsetsResponse } from './messages/list-offsets-response.ts'
import { listPartitionReassignmentsRequest } from './messages/list-partition-reassignments-request.ts'
import { listPartitionReassignmentsResponse } from './messages/list-partition-reassignments-response.ts'
import { listTransactionsRequest } from './messages/list-transactions-request.ts'
import { listTransactionsResponse } from './messages/list-transactions-response.ts'
import { metadataRequest } from './messages/metadata-request.ts'
import { metadataResponse } from './messages/metadata-response.ts'
import { noOpRecord } from './messages/no-op-record.ts'
import { offsetCommitKey } from './messages/offset-commit-key.ts'
import { offsetCommitRequest } from './messages/offset-commit-request.ts'
import { offsetCommitResponse } from './messages/offset-commit-response.ts'
import { offsetCommitValue } from './messages/offset-commit-value.ts'
import { offsetDeleteRequest } from './messages/offset-delete-request.ts'
import { offsetDeleteResponse } from './messages/offset-delete-response.ts'
import { offsetFetchRequest } from './messages/offset-fetch-request.ts'
import { offsetFetchResponse } from './messages/offset-fetch-response.ts'
import { offsetForLeaderEpochRequest } from './messages/offset-for-leader-epoch-request.ts'
import { offsetForLeaderEpochResponse } from './messages/offset-for-leader-epoch-response.ts'
import { partitionChangeRecord } from './messages/partition-change-record.ts'
import { partitionRecord } from './messages/partition-record.ts'
import { produceRequest } from './messages/produce-request.ts'
import { produceResponse } from './messages/produce-response.ts'
import { producerIdsRecord } from './messages/producer-ids-record.ts'
import { producerSnapshot } from './messages/producer-snapshot.ts'
import { pushTelemetryRequest } from './messages/push-telemetry-request.ts'
import { pushTelemetryResponse } from './messages/push-telemetry-response.ts'
import { quorumStateData } from './messages/quorum-state-data.ts'
import { readShareGroupStateRequest } from './messages/read-share-group-state-request.ts'
import { readShareGroupStateResponse } from './messages/read-share-group-state-response.ts'
import { readShareGroupStateSummaryRequest } from './messages/read-share-group-state-summary-request.ts'
import { readShareGroupStateSummaryResponse } from './messages/read-share-group-state-summary-response.ts'
import { registerBrokerRecord } from './messages/register-broker-record.ts'
import { registerControllerRecord } from './messages/register-controller-record.ts'
import { remoteLogSegmentMetadataRecord } from './messages/remote-log-segment-metadata-record.ts'
import { remoteLogSegmentMetadataSnapshotRecord } from './messages/remote-log-segment-metadata-snapshot-record.ts'
import { remoteLogSegmentMetadataUpdateRecord } from './messages/remote-log-segment-metadata-update-record.ts'
import { remotePartitionDeleteMetadataRecord } from './messages/remote-partition-delete-metadata-record.ts'
import { removeAccessControlEntryRecord } from './messages/remove-access-control-entry-record.ts'
import { removeDelegationTokenRecord } from './messages/remove-delegation-token-record.ts'
import { removeRaftVoterRequest } from './messages/remove-raft-voter-request.ts'
import { removeRaftVoterResponse } from './messages/remove-raft-voter-response.ts'
import { removeTopicRecord } from './messages/remove-topic-record.ts'
import { removeUserScramCredentialRecord } from './messages/remove-user-scram-credential-record.ts'
import { renewDelegationTokenRequest } from './messages/renew-delegation-token-request.ts'
import { renewDelegationTokenResponse } from './messages/renew-delegation-token-response.ts'
import { requestHeader } from './messages/request-header.ts'
import { responseHeader } from './messages/response-header.ts'
import { saslAuthenticateRequest } from './messages/sasl-authenticate-request.ts'
import { saslAuthenticateResponse } from './messages/sasl-authenticate-response.ts'
import { saslHandshakeRequest } from './messages/sasl-handshake-request.ts'
import { saslHandshakeResponse } from './messages/sasl-handshake-response.ts'
import { shareAcknowledgeRequest } from './messages/share-acknowledge-request.ts'
import { shareAcknowledgeResponse } from './messages/share-acknowledge-response.ts'
import { shareFetchRequest } from './messages/share-fetch-request.ts'
import { shareFetchResponse } from './messages/share-fetch-response.ts'
import { shareGroupCurrentMemberAssignmentKey } from './messages/share-group-current-member-assignment-key.ts'
import { shareGroupCurrentMemberAssignmentValue } from './messages/share-group-current-member-assignment-value.ts'
import { shareGroupDescribeRequest } from './messages/share-group-describe-request.ts'
import { shareGroupDescribeResponse } from './messages/share-group-describe-response.ts'
import { shareGroupHeartbeatRequest } from './messages/share-group-heartbeat-request.ts'
import { shareGroupHeartbeatResponse } from './messages/share-group-heartbeat-response.ts'
import { shareGroupMemberMetadataKey } from './messages/share-group-member-metadata-key.ts'
import { shareGroupMemberMetadataValue } from './messages/share-group-member-metadata-value.ts'
import { shareGroupMetadataKey } from './messages/share-group-metadata-key.ts'
import { shareGroupMetadataValue } from './messages/share-group-metadata-value.ts'
import { shareGroupStatePartitionMetadataKey } from './messages/share-group-state-partition-metadata-key.ts'
import { shareGroupStatePartitionMetadataValue } from './messages/share-group-state-partition-metadata-value.ts'
import { shareGroupTargetAssignmentMemberKey } from './messages/share-group-target-assignment-member-key.ts'
import { shareGroupTargetAssignmentMemberValue } from './messages/share-group-target-assignment-member-value.ts'
import { shareGroupTargetAssignmentMetadataKey } from './messages/share-group-target-assignment-metadata-key.ts'
import { shareGroupTargetAssignmentMetadataValue } from './messages/share-group-target-assignment-metadata-value.ts'
import { shareSnapshotKey } from './messages/share-snapshot-key.ts'
import { shareSnapshotValue } from './messages/share-snapshot-value.ts'
import { shareUpdateKey } from './messages/share-update-key.ts'
import { shareUpdateValue } from './messages/share-update-value.ts'
import { snapshotFooterRecord } from './messages/snapshot-footer-record.ts'
import { snapshotHeaderRecord } from './messages/snapshot-header-record.ts'
import { stopReplicaRequest } from './messages/stop-replica-request.ts'
import { stopReplicaResponse } from './messages/stop-replica-response.ts'
import { streamsGroupCurrentMemberAssignmentKey } from './messages/streams-group-current-member-assignment-key.ts'
import { streamsGroupCurrentMemberAssignmentValue } from './messages/streams-group-current-member-assignment-value.ts'
import { streamsGroupDescribeRequest } from './messages/streams-group-describe-request.ts'
import { streamsGroupDescribeResponse } from './messages/streams-group-describe-response.ts'
import { streamsGroupHeartbeatRequest } from './messages/streams-group-heartbeat-request.ts'
import { streamsGroupHeartbeatResponse } from './messages/streams-group-heartbeat-response.ts'
import { streamsGroupMemberMetadataKey } from './messages/streams-group-member-metadata-key.ts'
import { streamsGroupMemberMetadataValue } from './messages/streams-group-member-metadata-value.ts'
import { streamsGroupMetadataKey } from './messages/streams-group-metadata-key.ts'
import { streamsGroupMetadataValue } from './messages/streams-group-metadata-value.ts'
import { streamsGroupTargetAssignmentMemberKey } from './messages/streams-group-target-assignment-member-key.ts'
import { streamsGroupTargetAssignmentMemberValue } from './messages/streams-group-target-assignment-member-value.ts'
import { streamsGroupTargetAssignmentMetadataKey } from './messages/streams-group-target-assignment-metadata-key.ts'
import { streamsGroupTargetAssignmentMetadataValue } from './messages/streams-group-target-assignment-metadata-value.ts'
import { streamsGroupTopologyKey } from './messages/streams-group-topology-key.ts'
import { streamsGroupTopologyValue } from './messages/streams-group-topology-value.ts'
import { syncGroupRequest } from './messages/sync-group-request.ts'
import { syncGroupResponse } from './messages/sync-group-response.ts'
import { topicRecord } from './messages/topic-record.ts'
import { transactionLogKey } from './messages/transaction-log-key.ts'
import { transactionLogValue } from './messages/transaction-log-value.ts'
import { txnOffsetCommitRequest } from './messages/txn-offset-commit-request.ts'
import { txnOffsetCommitResponse } from './messages/txn-offset-commit-response.ts'
import { unfenceBrokerRecord } from './messages/unfence-broker-record.ts'
import { unregisterBrokerRecord } from './messages/unregister-broker-record.ts'
import { unregisterBrokerRequest } from './messages/unregister-broker-request.ts'
import { unregisterBrokerResponse } from './messages/unregister-broker-response.ts'
import { updateFeaturesRequest } from './messages/update-features-request.ts'
import { updateFeaturesResponse } from './messages/update-features-response.ts'
import { updateMetadataRequest } from './messages/update-metadata-request.ts'
import { updateMetadataResponse } from './messages/update-metadata-response.ts'
import { updateRaftVoterRequest } from './messages/update-raft-voter-request.ts'
import { updateRaftVoterResponse } from './messages/update-raft-voter-response.ts'
import { userScramCredentialRecord } from './messages/user-scram-credential-record.ts'
import { voteRequest } from './messages/vote-request.ts'
import { voteResponse } from './messages/vote-response.ts'
import { votersRecord } from './messages/voters-record.ts'
import { writeShareGroupStateRequest } from './messages/write-share-group-state-request.ts'
import { writeShareGroupStateResponse } from './messages/write-share-group-state-response.ts'
import { writeTxnMarkersRequest } from './messages/write-txn-markers-request.ts'
import { writeTxnMarkersResponse } from './messages/write-txn-markers-response.ts'
import { zkMigrationStateRecord } from './messages/zk-migration-state-record.ts'

/** Every message, by name. Importing it brings all of them with it. */
export const allMessages: readonly MessageCodec<unknown>[] = [
  abortTransactionRecord,
  accessControlEntryRecord,
  addOffsetsToTxnRequest,
  addOffsetsToTxnResponse,
  addPartitionsToTxnRequest,
  addPartitionsToTxnResponse,
  addRaftVoterRequest,
  addRaftVoterResponse,
  allocateProducerIdsRequest,
  allocateProducerIdsResponse,
  alterClientQuotasRequest,
  alterClientQuotasResponse,
  alterConfigsRequest,
  alterConfigsResponse,
  alterPartitionReassignmentsRequest,
  alterPartitionReassignmentsResponse,
  alterPartitionRequest,
  alterPartitionResponse,
  alterReplicaLogDirsRequest,
  alterReplicaLogDirsResponse,
  alterShareGroupOffsetsRequest,
  alterShareGroupOffsetsResponse,
  alterUserScramCredentialsRequest,
  alterUserScramCredentialsResponse,
  apiVersionsRequest,
  apiVersionsResponse,
  assignReplicasToDirsRequest,
  assignReplicasToDirsResponse,
  beginQuorumEpochRequest,
  beginQuorumEpochResponse,
  beginTransactionRecord,
  brokerHeartbeatRequest,
  brokerHeartbeatResponse,
  brokerRegistrationChangeRecord,
  brokerRegistrationRequest,
  brokerRegistrationResponse,
  clearElrRecord,
  clientQuotaRecord,
  configRecord,
  consumerGroupCurrentMemberAssignmentKey,
  consumerGroupCurrentMemberAssignmentValue,
  consumerGroupDescribeRequest,
  consumerGroupDescribeResponse,
  consumerGroupHeartbeatRequest,
  consumerGroupHeartbeatResponse,
  consumerGroupMemberMetadataKey,
  consumerGroupMemberMetadataValue,
  consumerGroupMetadataKey,
  consumerGroupMetadataValue,
  consumerGroupPartitionMetadataKey,
  consumerGroupPartitionMetadataValue,
  consumerGroupRegularExpressionKey,
  consumerGroupRegularExpressionValue,
  consumerGroupTargetAssignmentMemberKey,
  consumerGroupTargetAssignmentMemberValue,
  consumerGroupTargetAssignmentMetadataKey,
  consumerGroupTargetAssignmentMetadataValue,
  consumerProtocolAssignment,
  consumerProtocolSubscription,
  controlRecordTypeSchema,
  controlledShutdownRequest,
  controlledShutdownResponse,
  controllerRegistrationRequest,
  controllerRegistrationResponse,
  createAclsRequest,
  createAclsResponse,
  createDelegationTokenRequest,
  createDelegationTokenResponse,
  createPartitionsRequest,
  createPartitionsResponse,
  createTopicsRequest,
  createTopicsResponse,
  defaultPrincipalData,
  delegationTokenRecord,
  deleteAclsRequest,
  deleteAclsResponse,
  deleteGroupsRequest,
  deleteGroupsResponse,
  deleteRecordsRequest,
  deleteRecordsResponse,
  deleteShareGroupOffsetsRequest,
  deleteShareGroupOffsetsResponse,
  deleteShareGroupStateRequest,
  deleteShareGroupStateResponse,
  deleteTopicsRequest,
  deleteTopicsResponse,
  describeAclsRequest,
  describeAclsResponse,
  describeClientQuotasRequest,
  describeClientQuotasResponse,
  describeClusterRequest,
  describeClusterResponse,
  describeConfigsRequest,
  describeConfigsResponse,
  describeDelegationTokenRequest,
  describeDelegationTokenResponse,
  describeGroupsRequest,
  describeGroupsResponse,
  describeLogDirsRequest,
  describeLogDirsResponse,
  describeProducersRequest,
  describeProducersResponse,
  describeQuorumRequest,
  describeQuorumResponse,
  describeShareGroupOffsetsRequest,
  describeShareGroupOffsetsResponse,
  describeTopicPartitionsRequest,
  describeTopicPartitionsResponse,
  describeTransactionsRequest,
  describeTransactionsResponse,
  describeUserScramCredentialsRequest,
  describeUserScramCredentialsResponse,
  electLeadersRequest,
  electLeadersResponse,
  endQuorumEpochRequest,
  endQuorumEpochResponse,
  endTransactionRecord,
  endTxnMarker,
  endTxnRequest,
  endTxnResponse,
  envelopeRequest,
  envelopeResponse,
  expireDelegationTokenRequest,
  expireDelegationTokenResponse,
  featureLevelRecord,
  fenceBrokerRecord,
  fetchRequest,
  fetchResponse,
  fetchSnapshotRequest,
  fetchSnapshotResponse,
  findCoordinatorRequest,
  findCoordinatorResponse,
  getTelemetrySubscriptionsRequest,
  getTelemetrySubscriptionsResponse,
  groupMetadataKey,
  groupMetadataValue,
  heartbeatRequest,
  heartbeatResponse,
  incrementalAlterConfigsRequest,
  incrementalAlterConfigsResponse,
  initProducerIdRequest,
  initProducerIdResponse,
  initializeShareGroupStateRequest,
  initializeShareGroupStateResponse,
  joinGroupRequest,
  joinGroupResponse,
  kRaftVersionRecord,
  leaderAndIsrRequest,
  leaderAndIsrResponse,
  leaderChangeMessage,
  leaveGroupRequest,
  leaveGroupResponse,
  legacyOffsetCommitKey,
  legacyOffsetCommitValue,
  listConfigResourcesRequest,
  listConfigResourcesResponse,
  listGroupsRequest,
  listGroupsResponse,
  listOffsetsRequest,
  listOffsetsResponse,
  listPartitionReassignmentsRequest,
  listPartitionReassignmentsResponse,
  listTransactionsRequest,
  listTransactionsResponse,
  metadataRequest,
  metadataResponse,
  noOpRecord,
  offsetCommitKey,
  offsetCommitRequest,
  offsetCommitResponse,
  offsetCommitValue,
  offsetDeleteRequest,
  offsetDeleteResponse,
  offsetFetchRequest,
  offsetFetchResponse,
  offsetForLeaderEpochRequest,
  offsetForLeaderEpochResponse,
  partitionChangeRecord,
  partitionRecord,
  produceRequest,
  produceResponse,
  producerIdsRecord,
  producerSnapshot,
  pushTelemetryRequest,
  pushTelemetryResponse,
  quorumStateData,
  readShareGroupStateRequest,
  readShareGroupStateResponse,
  readShareGroupStateSummaryRequest,
  readShareGroupStateSummaryResponse,
  registerBrokerRecord,
  registerControllerRecord,
  remoteLogSegmentMetadataRecord,
  remoteLogSegmentMetadataSnapshotRecord,
  remoteLogSegmentMetadataUpdateRecord,
  remotePartitionDeleteMetadataRecord,
  removeAccessControlEntryRecord,
  removeDelegationTokenRecord,
  removeRaftVoterRequest,
  removeRaftVoterResponse,
  removeTopicRecord,
  removeUserScramCredentialRecord,
  renewDelegationTokenRequest,
  renewDelegationTokenResponse,
  requestHeader,
  responseHeader,
  saslAuthenticateRequest,
  saslAuthenticateResponse,
  saslHandshakeRequest,
  saslHandshakeResponse,
  shareAcknowledgeRequest,
  shareAcknowledgeResponse,
  shareFetchRequest,
  shareFetchResponse,
  shareGroupCurrentMemberAssignmentKey,
  shareGroupCurrentMemberAssignmentValue,
  shareGroupDescribeRequest,
  shareGroupDescribeResponse,
  shareGroupHeartbeatRequest,
  shareGroupHeartbeatResponse,
  shareGroupMemberMetadataKey,
  shareGroupMemberMetadataValue,
  shareGroupMetadataKey,
  shareGroupMetadataValue,
  shareGroupStatePartitionMetadataKey,
  shareGroupStatePartitionMetadataValue,
  shareGroupTargetAssignmentMemberKey,
  shareGroupTargetAssignmentMemberValue,
  shareGroupTargetAssignmentMetadataKey,
  shareGroupTargetAssignmentMetadataValue,
  shareSnapshotKey,
  shareSnapshotValue,
  shareUpdateKey,
  shareUpdateValue,
  snapshotFooterRecord,
  snapshotHeaderRecord,
  stopReplicaRequest,
  stopReplicaResponse,
  streamsGroupCurrentMemberAssignmentKey,
  streamsGroupCurrentMemberAssignmentValue,
  streamsGroupDescribeRequest,
  streamsGroupDescribeResponse,
  streamsGroupHeartbeatRequest,
  streamsGroupHeartbeatResponse,
  streamsGroupMemberMetadataKey,
  streamsGroupMemberMetadataValue,
  streamsGroupMetadataKey,
  streamsGroupMetadataValue,
  streamsGroupTargetAssignmentMemberKey,
  streamsGroupTargetAssignmentMemberValue,
  streamsGroupTargetAssignmentMetadataKey,
  streamsGroupTargetAssignmentMetadataValue,
  streamsGroupTopologyKey,
  streamsGroupTopologyValue,
  syncGroupRequest,
  syncGroupResponse,
  topicRecord,
  transactionLogKey,
  transactionLogValue,
  txnOffsetCommitRequest,
  txnOffsetCommitResponse,
  unfenceBrokerRecord,
  unregisterBrokerRecord,
  unregisterBrokerRequest,
  unregisterBrokerResponse,
  updateFeaturesRequest,
  updateFeaturesResponse,
  updateMetadataRequest,
  updateMetadataResponse,
  updateRaftVoterRequest,
  updateRaftVoterResponse,
  userScramCredentialRecord,
  voteRequest,
  voteResponse,
  votersRecord,
  writeShareGroupStateRequest,
  writeShareGroupStateResponse,
  writeTxnMarkersRequest,
  writeTxnMarkersResponse,
  zkMigrationStateRecord,
]
