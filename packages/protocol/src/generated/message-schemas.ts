// Generated from schemas/merged.json by generator/main.ts: not to be edited.
import type { MessageSchema } from '../message-schema.ts'

/** The definition of every message, by name. Importing it brings all of them with it. */
export const messageSchemas: Readonly<Record<string, MessageSchema>> = {
  AbortTransactionRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'reason', type: 'string', versions: '0+', nullableVersions: '0+', tag: 0, default: 'null' },
    ],
    structs: [],
  },
  AccessControlEntryRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'id', type: 'uuid', versions: '0+' },
      { name: 'resourceType', type: 'int8', versions: '0+' },
      { name: 'resourceName', type: 'string', versions: '0+' },
      { name: 'patternType', type: 'int8', versions: '0+' },
      { name: 'principal', type: 'string', versions: '0+' },
      { name: 'host', type: 'string', versions: '0+' },
      { name: 'operation', type: 'int8', versions: '0+' },
      { name: 'permissionType', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
  AddOffsetsToTxnRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '0+' },
      { name: 'producerEpoch', type: 'int16', versions: '0+' },
      { name: 'groupId', type: 'string', versions: '0+' },
    ],
    structs: [],
  },
  AddOffsetsToTxnResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  AddPartitionsToTxnRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'transactions', type: '[]AddPartitionsToTxnTransaction', versions: '4+', fields: [
        { name: 'transactionalId', type: 'string', versions: '4+' },
        { name: 'producerId', type: 'int64', versions: '4+' },
        { name: 'producerEpoch', type: 'int16', versions: '4+' },
        { name: 'verifyOnly', type: 'bool', versions: '4+', default: 'false' },
        { name: 'topics', type: '[]AddPartitionsToTxnTopic', versions: '4+' },
      ] },
      { name: 'v3AndBelowTransactionalId', type: 'string', versions: '0-3' },
      { name: 'v3AndBelowProducerId', type: 'int64', versions: '0-3' },
      { name: 'v3AndBelowProducerEpoch', type: 'int16', versions: '0-3' },
      { name: 'v3AndBelowTopics', type: '[]AddPartitionsToTxnTopic', versions: '0-3' },
    ],
    structs: [
      { name: 'AddPartitionsToTxnTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  AddPartitionsToTxnResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '4+', ignorable: true },
      { name: 'resultsByTransaction', type: '[]AddPartitionsToTxnResult', versions: '4+', fields: [
        { name: 'transactionalId', type: 'string', versions: '4+' },
        { name: 'topicResults', type: '[]AddPartitionsToTxnTopicResult', versions: '4+' },
      ] },
      { name: 'resultsByTopicV3AndBelow', type: '[]AddPartitionsToTxnTopicResult', versions: '0-3' },
    ],
    structs: [
      { name: 'AddPartitionsToTxnTopicResult', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'resultsByPartition', type: '[]AddPartitionsToTxnPartitionResult', versions: '0+' },
      ] },
      { name: 'AddPartitionsToTxnPartitionResult', versions: '0+', fields: [
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
        { name: 'partitionErrorCode', type: 'int16', versions: '0+' },
      ] },
    ],
  },
  AddRaftVoterRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'timeoutMs', type: 'int32', versions: '0+' },
      { name: 'voterId', type: 'int32', versions: '0+' },
      { name: 'voterDirectoryId', type: 'uuid', versions: '0+' },
      { name: 'listeners', type: '[]Listener', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
      { name: 'ackWhenCommitted', type: 'bool', versions: '1+', default: 'true' },
    ],
    structs: [],
  },
  AddRaftVoterResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', ignorable: true },
    ],
    structs: [],
  },
  AllocateProducerIdsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
    ],
    structs: [],
  },
  AllocateProducerIdsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'producerIdStart', type: 'int64', versions: '0+' },
      { name: 'producerIdLen', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  AlterClientQuotasRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'entries', type: '[]EntryData', versions: '0+', fields: [
        { name: 'entity', type: '[]EntityData', versions: '0+', fields: [
          { name: 'entityType', type: 'string', versions: '0+' },
          { name: 'entityName', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
        { name: 'ops', type: '[]OpData', versions: '0+', fields: [
          { name: 'key', type: 'string', versions: '0+' },
          { name: 'value', type: 'float64', versions: '0+' },
          { name: 'remove', type: 'bool', versions: '0+' },
        ] },
      ] },
      { name: 'validateOnly', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  AlterClientQuotasResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'entries', type: '[]EntryData', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'entity', type: '[]EntityData', versions: '0+', fields: [
          { name: 'entityType', type: 'string', versions: '0+' },
          { name: 'entityName', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterConfigsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'resources', type: '[]AlterConfigsResource', versions: '0+', fields: [
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'configs', type: '[]AlterableConfig', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'value', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
      { name: 'validateOnly', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  AlterConfigsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'responses', type: '[]AlterConfigsResourceResponse', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  AlterPartitionReassignmentsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'timeoutMs', type: 'int32', versions: '0+', default: '60000' },
      { name: 'allowReplicationFactorChange', type: 'bool', versions: '1+', default: 'true' },
      { name: 'topics', type: '[]ReassignableTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]ReassignablePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'replicas', type: '[]int32', versions: '0+', nullableVersions: '0+', default: 'null' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterPartitionReassignmentsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'allowReplicationFactorChange', type: 'bool', versions: '1+', default: 'true', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'responses', type: '[]ReassignableTopicResponse', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]ReassignablePartitionResponse', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterPartitionRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0-1', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '2+', ignorable: true },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'newIsr', type: '[]int32', versions: '0-2' },
          { name: 'newIsrWithEpochs', type: '[]BrokerState', versions: '3+', fields: [
            { name: 'brokerId', type: 'int32', versions: '3+' },
            { name: 'brokerEpoch', type: 'int64', versions: '3+', default: '-1' },
          ] },
          { name: 'leaderRecoveryState', type: 'int8', versions: '1+', default: '0' },
          { name: 'partitionEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterPartitionResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0-1', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '2+', ignorable: true },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'isr', type: '[]int32', versions: '0+' },
          { name: 'leaderRecoveryState', type: 'int8', versions: '1+', default: '0', ignorable: true },
          { name: 'partitionEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterReplicaLogDirsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'dirs', type: '[]AlterReplicaLogDir', versions: '0+', fields: [
        { name: 'path', type: 'string', versions: '0+' },
        { name: 'topics', type: '[]AlterReplicaLogDirTopic', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'partitions', type: '[]int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterReplicaLogDirsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]AlterReplicaLogDirTopicResult', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]AlterReplicaLogDirPartitionResult', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterShareGroupOffsetsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]AlterShareGroupOffsetsRequestTopic', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]AlterShareGroupOffsetsRequestPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'startOffset', type: 'int64', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterShareGroupOffsetsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'responses', type: '[]AlterShareGroupOffsetsResponseTopic', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]AlterShareGroupOffsetsResponsePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        ] },
      ] },
    ],
    structs: [],
  },
  AlterUserScramCredentialsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'deletions', type: '[]ScramCredentialDeletion', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'mechanism', type: 'int8', versions: '0+' },
      ] },
      { name: 'upsertions', type: '[]ScramCredentialUpsertion', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'mechanism', type: 'int8', versions: '0+' },
        { name: 'iterations', type: 'int32', versions: '0+' },
        { name: 'salt', type: 'bytes', versions: '0+' },
        { name: 'saltedPassword', type: 'bytes', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  AlterUserScramCredentialsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]AlterUserScramCredentialsResult', versions: '0+', fields: [
        { name: 'user', type: 'string', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      ] },
    ],
    structs: [],
  },
  ApiVersionsRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'clientSoftwareName', type: 'string', versions: '3+', ignorable: true },
      { name: 'clientSoftwareVersion', type: 'string', versions: '3+', ignorable: true },
    ],
    structs: [],
  },
  ApiVersionsResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'apiKeys', type: '[]ApiVersion', versions: '0+', fields: [
        { name: 'apiKey', type: 'int16', versions: '0+' },
        { name: 'minVersion', type: 'int16', versions: '0+' },
        { name: 'maxVersion', type: 'int16', versions: '0+' },
      ] },
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'supportedFeatures', type: '[]SupportedFeatureKey', versions: '3+', tag: 0, ignorable: true, fields: [
        { name: 'name', type: 'string', versions: '3+' },
        { name: 'minVersion', type: 'int16', versions: '3+' },
        { name: 'maxVersion', type: 'int16', versions: '3+' },
      ] },
      { name: 'finalizedFeaturesEpoch', type: 'int64', versions: '3+', tag: 1, default: '-1', ignorable: true },
      { name: 'finalizedFeatures', type: '[]FinalizedFeatureKey', versions: '3+', tag: 2, ignorable: true, fields: [
        { name: 'name', type: 'string', versions: '3+' },
        { name: 'maxVersionLevel', type: 'int16', versions: '3+' },
        { name: 'minVersionLevel', type: 'int16', versions: '3+' },
      ] },
      { name: 'zkMigrationReady', type: 'bool', versions: '3+', tag: 3, default: 'false', ignorable: true },
    ],
    structs: [],
  },
  AssignReplicasToDirsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
      { name: 'directories', type: '[]DirectoryData', versions: '0+', fields: [
        { name: 'id', type: 'uuid', versions: '0+' },
        { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
          { name: 'topicId', type: 'uuid', versions: '0+' },
          { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  AssignReplicasToDirsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'directories', type: '[]DirectoryData', versions: '0+', fields: [
        { name: 'id', type: 'uuid', versions: '0+' },
        { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
          { name: 'topicId', type: 'uuid', versions: '0+' },
          { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '0+' },
            { name: 'errorCode', type: 'int16', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  BeginQuorumEpochRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'voterId', type: 'int32', versions: '1+', default: '-1', ignorable: true },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'voterDirectoryId', type: 'uuid', versions: '1+', ignorable: true },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
      { name: 'leaderEndpoints', type: '[]LeaderEndpoint', versions: '1+', ignorable: true, fields: [
        { name: 'name', type: 'string', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  BeginQuorumEpochResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '1+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  BeginTransactionRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'name', type: 'string', versions: '0+', nullableVersions: '0+', tag: 0, default: 'null' },
    ],
    structs: [],
  },
  BrokerHeartbeatRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
      { name: 'currentMetadataOffset', type: 'int64', versions: '0+' },
      { name: 'wantFence', type: 'bool', versions: '0+' },
      { name: 'wantShutDown', type: 'bool', versions: '0+' },
      { name: 'offlineLogDirs', type: '[]uuid', versions: '1+', tag: 0 },
      { name: 'cordonedLogDirs', type: '[]uuid', versions: '2+', nullableVersions: '2+', tag: 1, default: 'null' },
    ],
    structs: [],
  },
  BrokerHeartbeatResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'isCaughtUp', type: 'bool', versions: '0+', default: 'false' },
      { name: 'isFenced', type: 'bool', versions: '0+', default: 'true' },
      { name: 'shouldShutDown', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  BrokerRegistrationChangeRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+' },
      { name: 'fenced', type: 'int8', versions: '0+', tag: 0 },
      { name: 'inControlledShutdown', type: 'int8', versions: '1+', tag: 1 },
      { name: 'logDirs', type: '[]uuid', versions: '2+', tag: 2 },
      { name: 'cordonedLogDirs', type: '[]uuid', versions: '3+', nullableVersions: '3+', tag: 3, default: 'null' },
    ],
    structs: [],
  },
  BrokerRegistrationRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'clusterId', type: 'string', versions: '0+' },
      { name: 'incarnationId', type: 'uuid', versions: '0+' },
      { name: 'listeners', type: '[]Listener', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
        { name: 'securityProtocol', type: 'int16', versions: '0+' },
      ] },
      { name: 'features', type: '[]Feature', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
        { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
      ] },
      { name: 'rack', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'isMigratingZkBroker', type: 'bool', versions: '1+', default: 'false' },
      { name: 'logDirs', type: '[]uuid', versions: '2+', ignorable: true },
      { name: 'previousBrokerEpoch', type: 'int64', versions: '3+', default: '-1', ignorable: true },
    ],
    structs: [],
  },
  BrokerRegistrationResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
    ],
    structs: [],
  },
  ClearElrRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topicName', type: 'string', versions: '0+' },
    ],
    structs: [],
  },
  ClientQuotaRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'entity', type: '[]EntityData', versions: '0+', fields: [
        { name: 'entityType', type: 'string', versions: '0+' },
        { name: 'entityName', type: 'string', versions: '0+', nullableVersions: '0+' },
      ] },
      { name: 'key', type: 'string', versions: '0+' },
      { name: 'value', type: 'float64', versions: '0+' },
      { name: 'remove', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  ConfigRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'resourceType', type: 'int8', versions: '0+' },
      { name: 'resourceName', type: 'string', versions: '0+' },
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'value', type: 'string', versions: '0+', nullableVersions: '0+' },
    ],
    structs: [],
  },
  ConsumerGroupCurrentMemberAssignmentKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupCurrentMemberAssignmentValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'previousMemberEpoch', type: 'int32', versions: '0+' },
      { name: 'state', type: 'int8', versions: '0+' },
      { name: 'assignedPartitions', type: '[]TopicPartitions', versions: '0+' },
      { name: 'partitionsPendingRevocation', type: '[]TopicPartitions', versions: '0+' },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
        { name: 'assignmentEpochs', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 0 },
      ] },
    ],
  },
  ConsumerGroupDescribeRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupIds', type: '[]string', versions: '0+' },
      { name: 'includeAuthorizedOperations', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  ConsumerGroupDescribeResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'groups', type: '[]DescribedGroup', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'groupState', type: 'string', versions: '0+' },
        { name: 'groupEpoch', type: 'int32', versions: '0+' },
        { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
        { name: 'assignorName', type: 'string', versions: '0+' },
        { name: 'members', type: '[]Member', versions: '0+', fields: [
          { name: 'memberId', type: 'string', versions: '0+' },
          { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'memberEpoch', type: 'int32', versions: '0+' },
          { name: 'clientId', type: 'string', versions: '0+' },
          { name: 'clientHost', type: 'string', versions: '0+' },
          { name: 'subscribedTopicNames', type: '[]string', versions: '0+' },
          { name: 'subscribedTopicRegex', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'assignment', type: 'Assignment', versions: '0+' },
          { name: 'targetAssignment', type: 'Assignment', versions: '0+' },
          { name: 'memberType', type: 'int8', versions: '1+', default: '-1', ignorable: true },
        ] },
        { name: 'authorizedOperations', type: 'int32', versions: '0+', default: '-2147483648' },
      ] },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'Assignment', versions: '0+', fields: [
        { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+' },
      ] },
    ],
  },
  ConsumerGroupHeartbeatRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'rebalanceTimeoutMs', type: 'int32', versions: '0+', default: '-1' },
      { name: 'subscribedTopicNames', type: '[]string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'subscribedTopicRegex', type: 'string', versions: '1+', nullableVersions: '1+', default: 'null' },
      { name: 'serverAssignor', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ConsumerGroupHeartbeatResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'heartbeatIntervalMs', type: 'int32', versions: '0+' },
      { name: 'assignment', type: 'Assignment', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+' },
      ] },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  ConsumerGroupMemberMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupMemberMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'clientId', type: 'string', versions: '0+' },
      { name: 'clientHost', type: 'string', versions: '0+' },
      { name: 'subscribedTopicNames', type: '[]string', versions: '0+' },
      { name: 'subscribedTopicRegex', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'rebalanceTimeoutMs', type: 'int32', versions: '0+', default: '-1' },
      { name: 'serverAssignor', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'classicMemberMetadata', type: 'ClassicMemberMetadata', versions: '0+', nullableVersions: '0+', tag: 0, fields: [
        { name: 'sessionTimeoutMs', type: 'int32', versions: '0+' },
        { name: 'supportedProtocols', type: '[]ClassicProtocol', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'metadata', type: 'bytes', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ConsumerGroupMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'epoch', type: 'int32', versions: '0+' },
      { name: 'metadataHash', type: 'int64', versions: '0+', tag: 0, default: '0' },
    ],
    structs: [],
  },
  ConsumerGroupPartitionMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupPartitionMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topics', type: '[]TopicMetadata', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'numPartitions', type: 'int32', versions: '0+' },
        { name: 'partitionMetadata', type: '[]PartitionMetadata', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'racks', type: '[]string', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ConsumerGroupRegularExpressionKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'regularExpression', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupRegularExpressionValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topics', type: '[]string', versions: '0+' },
      { name: 'version', type: 'int64', versions: '0+' },
      { name: 'timestamp', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  ConsumerGroupTargetAssignmentMemberKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupTargetAssignmentMemberValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topicPartitions', type: '[]TopicPartition', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ConsumerGroupTargetAssignmentMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ConsumerGroupTargetAssignmentMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
      { name: 'assignmentTimestamp', type: 'int64', versions: '0+', tag: 0, default: '0', ignorable: true },
    ],
    structs: [],
  },
  ConsumerProtocolAssignment: {
    flexibleVersions: 'none',
    fields: [
      { name: 'assignedPartitions', type: '[]TopicPartition', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'userData', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
    ],
    structs: [],
  },
  ConsumerProtocolSubscription: {
    flexibleVersions: 'none',
    fields: [
      { name: 'topics', type: '[]string', versions: '0+' },
      { name: 'userData', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'ownedPartitions', type: '[]TopicPartition', versions: '1+', ignorable: true, fields: [
        { name: 'topic', type: 'string', versions: '1+' },
        { name: 'partitions', type: '[]int32', versions: '1+' },
      ] },
      { name: 'generationId', type: 'int32', versions: '2+', default: '-1', ignorable: true },
      { name: 'rackId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null', ignorable: true },
    ],
    structs: [],
  },
  ControlRecordTypeSchema: {
    flexibleVersions: 'none',
    fields: [
      { name: 'type', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  ControlledShutdownRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '2+', default: '-1', ignorable: true },
    ],
    structs: [],
  },
  ControlledShutdownResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'remainingPartitions', type: '[]RemainingPartition', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ControllerRegistrationRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'controllerId', type: 'int32', versions: '0+' },
      { name: 'incarnationId', type: 'uuid', versions: '0+' },
      { name: 'zkMigrationReady', type: 'bool', versions: '0+' },
      { name: 'listeners', type: '[]Listener', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
        { name: 'securityProtocol', type: 'int16', versions: '0+' },
      ] },
      { name: 'features', type: '[]Feature', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
        { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ControllerRegistrationResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
    ],
    structs: [],
  },
  CreateAclsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'creations', type: '[]AclCreation', versions: '0+', fields: [
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'resourcePatternType', type: 'int8', versions: '1+', default: '3' },
        { name: 'principal', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'operation', type: 'int8', versions: '0+' },
        { name: 'permissionType', type: 'int8', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  CreateAclsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]AclCreationResult', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      ] },
    ],
    structs: [],
  },
  CreateDelegationTokenRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'ownerPrincipalType', type: 'string', versions: '3+', nullableVersions: '3+' },
      { name: 'ownerPrincipalName', type: 'string', versions: '3+', nullableVersions: '3+' },
      { name: 'renewers', type: '[]CreatableRenewers', versions: '0+', fields: [
        { name: 'principalType', type: 'string', versions: '0+' },
        { name: 'principalName', type: 'string', versions: '0+' },
      ] },
      { name: 'maxLifetimeMs', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  CreateDelegationTokenResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'principalType', type: 'string', versions: '0+' },
      { name: 'principalName', type: 'string', versions: '0+' },
      { name: 'tokenRequesterPrincipalType', type: 'string', versions: '3+' },
      { name: 'tokenRequesterPrincipalName', type: 'string', versions: '3+' },
      { name: 'issueTimestampMs', type: 'int64', versions: '0+' },
      { name: 'expiryTimestampMs', type: 'int64', versions: '0+' },
      { name: 'maxTimestampMs', type: 'int64', versions: '0+' },
      { name: 'tokenId', type: 'string', versions: '0+' },
      { name: 'hmac', type: 'bytes', versions: '0+' },
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  CreatePartitionsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'topics', type: '[]CreatePartitionsTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'count', type: 'int32', versions: '0+' },
        { name: 'assignments', type: '[]CreatePartitionsAssignment', versions: '0+', nullableVersions: '0+', fields: [
          { name: 'brokerIds', type: '[]int32', versions: '0+' },
        ] },
      ] },
      { name: 'timeoutMs', type: 'int32', versions: '0+' },
      { name: 'validateOnly', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  CreatePartitionsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]CreatePartitionsTopicResult', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  CreateTopicsRequest: {
    flexibleVersions: '5+',
    fields: [
      { name: 'topics', type: '[]CreatableTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'numPartitions', type: 'int32', versions: '0+' },
        { name: 'replicationFactor', type: 'int16', versions: '0+' },
        { name: 'assignments', type: '[]CreatableReplicaAssignment', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'brokerIds', type: '[]int32', versions: '0+' },
        ] },
        { name: 'configs', type: '[]CreatableTopicConfig', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'value', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
      { name: 'timeoutMs', type: 'int32', versions: '0+', default: '60000' },
      { name: 'validateOnly', type: 'bool', versions: '1+', default: 'false' },
    ],
    structs: [],
  },
  CreateTopicsResponse: {
    flexibleVersions: '5+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '2+', ignorable: true },
      { name: 'topics', type: '[]CreatableTopicResult', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'topicId', type: 'uuid', versions: '7+', ignorable: true },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '1+', nullableVersions: '0+', ignorable: true },
        { name: 'topicConfigErrorCode', type: 'int16', versions: '5+', tag: 0, ignorable: true },
        { name: 'numPartitions', type: 'int32', versions: '5+', default: '-1', ignorable: true },
        { name: 'replicationFactor', type: 'int16', versions: '5+', default: '-1', ignorable: true },
        { name: 'configs', type: '[]CreatableTopicConfigs', versions: '5+', nullableVersions: '5+', ignorable: true, fields: [
          { name: 'name', type: 'string', versions: '5+' },
          { name: 'value', type: 'string', versions: '5+', nullableVersions: '5+' },
          { name: 'readOnly', type: 'bool', versions: '5+' },
          { name: 'configSource', type: 'int8', versions: '5+', default: '-1', ignorable: true },
          { name: 'isSensitive', type: 'bool', versions: '5+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DefaultPrincipalData: {
    flexibleVersions: '0+',
    fields: [
      { name: 'type', type: 'string', versions: '0+' },
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'tokenAuthenticated', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  DelegationTokenRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'owner', type: 'string', versions: '0+' },
      { name: 'requester', type: 'string', versions: '0+' },
      { name: 'renewers', type: '[]string', versions: '0+' },
      { name: 'issueTimestamp', type: 'int64', versions: '0+' },
      { name: 'maxTimestamp', type: 'int64', versions: '0+' },
      { name: 'expirationTimestamp', type: 'int64', versions: '0+' },
      { name: 'tokenId', type: 'string', versions: '0+' },
    ],
    structs: [],
  },
  DeleteAclsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'filters', type: '[]DeleteAclsFilter', versions: '0+', fields: [
        { name: 'resourceTypeFilter', type: 'int8', versions: '0+' },
        { name: 'resourceNameFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'patternTypeFilter', type: 'int8', versions: '1+', default: '3' },
        { name: 'principalFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'hostFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'operation', type: 'int8', versions: '0+' },
        { name: 'permissionType', type: 'int8', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DeleteAclsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'filterResults', type: '[]DeleteAclsFilterResult', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'matchingAcls', type: '[]DeleteAclsMatchingAcl', versions: '0+', fields: [
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
          { name: 'resourceType', type: 'int8', versions: '0+' },
          { name: 'resourceName', type: 'string', versions: '0+' },
          { name: 'patternType', type: 'int8', versions: '1+', default: '3' },
          { name: 'principal', type: 'string', versions: '0+' },
          { name: 'host', type: 'string', versions: '0+' },
          { name: 'operation', type: 'int8', versions: '0+' },
          { name: 'permissionType', type: 'int8', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DeleteGroupsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'groupsNames', type: '[]string', versions: '0+' },
    ],
    structs: [],
  },
  DeleteGroupsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]DeletableGroupResult', versions: '0+', fields: [
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DeleteRecordsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'topics', type: '[]DeleteRecordsTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]DeleteRecordsPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'offset', type: 'int64', versions: '0+' },
        ] },
      ] },
      { name: 'timeoutMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  DeleteRecordsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'topics', type: '[]DeleteRecordsTopicResult', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]DeleteRecordsPartitionResult', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'lowWatermark', type: 'int64', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DeleteShareGroupOffsetsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]DeleteShareGroupOffsetsRequestTopic', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DeleteShareGroupOffsetsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'responses', type: '[]DeleteShareGroupOffsetsResponseTopic', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  DeleteShareGroupStateRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]DeleteStateData', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DeleteShareGroupStateResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'results', type: '[]DeleteStateResult', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        ] },
      ] },
    ],
    structs: [],
  },
  DeleteTopicsRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'topics', type: '[]DeleteTopicState', versions: '6+', fields: [
        { name: 'name', type: 'string', versions: '6+', nullableVersions: '6+', default: 'null' },
        { name: 'topicId', type: 'uuid', versions: '6+' },
      ] },
      { name: 'topicNames', type: '[]string', versions: '0-5', ignorable: true },
      { name: 'timeoutMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  DeleteTopicsResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'responses', type: '[]DeletableTopicResult', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+', nullableVersions: '6+' },
        { name: 'topicId', type: 'uuid', versions: '6+', ignorable: true },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      ] },
    ],
    structs: [],
  },
  DescribeAclsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'resourceTypeFilter', type: 'int8', versions: '0+' },
      { name: 'resourceNameFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'patternTypeFilter', type: 'int8', versions: '1+', default: '3' },
      { name: 'principalFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'hostFilter', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'operation', type: 'int8', versions: '0+' },
      { name: 'permissionType', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
  DescribeAclsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'resources', type: '[]DescribeAclsResource', versions: '0+', fields: [
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'patternType', type: 'int8', versions: '1+', default: '3' },
        { name: 'acls', type: '[]AclDescription', versions: '0+', fields: [
          { name: 'principal', type: 'string', versions: '0+' },
          { name: 'host', type: 'string', versions: '0+' },
          { name: 'operation', type: 'int8', versions: '0+' },
          { name: 'permissionType', type: 'int8', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeClientQuotasRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'components', type: '[]ComponentData', versions: '0+', fields: [
        { name: 'entityType', type: 'string', versions: '0+' },
        { name: 'matchType', type: 'int8', versions: '0+' },
        { name: 'match', type: 'string', versions: '0+', nullableVersions: '0+' },
      ] },
      { name: 'strict', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  DescribeClientQuotasResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'entries', type: '[]EntryData', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'entity', type: '[]EntityData', versions: '0+', fields: [
          { name: 'entityType', type: 'string', versions: '0+' },
          { name: 'entityName', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
        { name: 'values', type: '[]ValueData', versions: '0+', fields: [
          { name: 'key', type: 'string', versions: '0+' },
          { name: 'value', type: 'float64', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeClusterRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'includeClusterAuthorizedOperations', type: 'bool', versions: '0+' },
      { name: 'endpointType', type: 'int8', versions: '1+', default: '1' },
      { name: 'includeFencedBrokers', type: 'bool', versions: '2+' },
    ],
    structs: [],
  },
  DescribeClusterResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'endpointType', type: 'int8', versions: '1+', default: '1' },
      { name: 'clusterId', type: 'string', versions: '0+' },
      { name: 'controllerId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'brokers', type: '[]DescribeClusterBroker', versions: '0+', fields: [
        { name: 'brokerId', type: 'int32', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
        { name: 'rack', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        { name: 'isFenced', type: 'bool', versions: '2+' },
      ] },
      { name: 'clusterAuthorizedOperations', type: 'int32', versions: '0+', default: '-2147483648' },
    ],
    structs: [],
  },
  DescribeConfigsRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'resources', type: '[]DescribeConfigsResource', versions: '0+', fields: [
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'configurationKeys', type: '[]string', versions: '0+', nullableVersions: '0+' },
      ] },
      { name: 'includeSynonyms', type: 'bool', versions: '1+', default: 'false' },
      { name: 'includeDocumentation', type: 'bool', versions: '3+', default: 'false' },
    ],
    structs: [],
  },
  DescribeConfigsResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'results', type: '[]DescribeConfigsResult', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'configs', type: '[]DescribeConfigsResourceResult', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'value', type: 'string', versions: '0+', nullableVersions: '0+' },
          { name: 'readOnly', type: 'bool', versions: '0+' },
          { name: 'isDefault', type: 'bool', versions: '0' },
          { name: 'configSource', type: 'int8', versions: '1+', default: '-1', ignorable: true },
          { name: 'isSensitive', type: 'bool', versions: '0+' },
          { name: 'synonyms', type: '[]DescribeConfigsSynonym', versions: '1+', ignorable: true, fields: [
            { name: 'name', type: 'string', versions: '1+' },
            { name: 'value', type: 'string', versions: '1+', nullableVersions: '0+' },
            { name: 'source', type: 'int8', versions: '1+' },
          ] },
          { name: 'configType', type: 'int8', versions: '3+', default: '0', ignorable: true },
          { name: 'documentation', type: 'string', versions: '3+', nullableVersions: '0+', ignorable: true },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeDelegationTokenRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'owners', type: '[]DescribeDelegationTokenOwner', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'principalType', type: 'string', versions: '0+' },
        { name: 'principalName', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeDelegationTokenResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'tokens', type: '[]DescribedDelegationToken', versions: '0+', fields: [
        { name: 'principalType', type: 'string', versions: '0+' },
        { name: 'principalName', type: 'string', versions: '0+' },
        { name: 'tokenRequesterPrincipalType', type: 'string', versions: '3+' },
        { name: 'tokenRequesterPrincipalName', type: 'string', versions: '3+' },
        { name: 'issueTimestamp', type: 'int64', versions: '0+' },
        { name: 'expiryTimestamp', type: 'int64', versions: '0+' },
        { name: 'maxTimestamp', type: 'int64', versions: '0+' },
        { name: 'tokenId', type: 'string', versions: '0+' },
        { name: 'hmac', type: 'bytes', versions: '0+' },
        { name: 'renewers', type: '[]DescribedDelegationTokenRenewer', versions: '0+', fields: [
          { name: 'principalType', type: 'string', versions: '0+' },
          { name: 'principalName', type: 'string', versions: '0+' },
        ] },
      ] },
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  DescribeGroupsRequest: {
    flexibleVersions: '5+',
    fields: [
      { name: 'groups', type: '[]string', versions: '0+' },
      { name: 'includeAuthorizedOperations', type: 'bool', versions: '3+' },
    ],
    structs: [],
  },
  DescribeGroupsResponse: {
    flexibleVersions: '5+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'groups', type: '[]DescribedGroup', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '6+', nullableVersions: '6+', default: 'null' },
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'groupState', type: 'string', versions: '0+' },
        { name: 'protocolType', type: 'string', versions: '0+' },
        { name: 'protocolData', type: 'string', versions: '0+' },
        { name: 'members', type: '[]DescribedGroupMember', versions: '0+', fields: [
          { name: 'memberId', type: 'string', versions: '0+' },
          { name: 'groupInstanceId', type: 'string', versions: '4+', nullableVersions: '4+', default: 'null', ignorable: true },
          { name: 'clientId', type: 'string', versions: '0+' },
          { name: 'clientHost', type: 'string', versions: '0+' },
          { name: 'memberMetadata', type: 'bytes', versions: '0+' },
          { name: 'memberAssignment', type: 'bytes', versions: '0+' },
        ] },
        { name: 'authorizedOperations', type: 'int32', versions: '3+', default: '-2147483648' },
      ] },
    ],
    structs: [],
  },
  DescribeLogDirsRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'topics', type: '[]DescribableLogDirTopic', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeLogDirsResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '3+', ignorable: true },
      { name: 'results', type: '[]DescribeLogDirsResult', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'logDir', type: 'string', versions: '0+' },
        { name: 'topics', type: '[]DescribeLogDirsTopic', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'partitions', type: '[]DescribeLogDirsPartition', versions: '0+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '0+' },
            { name: 'partitionSize', type: 'int64', versions: '0+' },
            { name: 'offsetLag', type: 'int64', versions: '0+' },
            { name: 'isFutureKey', type: 'bool', versions: '0+' },
          ] },
        ] },
        { name: 'totalBytes', type: 'int64', versions: '4+', default: '-1', ignorable: true },
        { name: 'usableBytes', type: 'int64', versions: '4+', default: '-1', ignorable: true },
        { name: 'isCordoned', type: 'bool', versions: '5+', default: 'false', ignorable: true },
      ] },
    ],
    structs: [],
  },
  DescribeProducersRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topics', type: '[]TopicRequest', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitionIndexes', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeProducersResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'topics', type: '[]TopicResponse', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResponse', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'activeProducers', type: '[]ProducerState', versions: '0+', fields: [
            { name: 'producerId', type: 'int64', versions: '0+' },
            { name: 'producerEpoch', type: 'int32', versions: '0+' },
            { name: 'lastSequence', type: 'int32', versions: '0+', default: '-1' },
            { name: 'lastTimestamp', type: 'int64', versions: '0+', default: '-1' },
            { name: 'coordinatorEpoch', type: 'int32', versions: '0+' },
            { name: 'currentTxnStartOffset', type: 'int64', versions: '0+', default: '-1' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeQuorumRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeQuorumResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '2+', nullableVersions: '2+', ignorable: true },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '2+', nullableVersions: '2+', ignorable: true },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'highWatermark', type: 'int64', versions: '0+' },
          { name: 'currentVoters', type: '[]ReplicaState', versions: '0+' },
          { name: 'observers', type: '[]ReplicaState', versions: '0+' },
        ] },
      ] },
      { name: 'nodes', type: '[]Node', versions: '2+', fields: [
        { name: 'nodeId', type: 'int32', versions: '2+' },
        { name: 'listeners', type: '[]Listener', versions: '2+', fields: [
          { name: 'name', type: 'string', versions: '2+' },
          { name: 'host', type: 'string', versions: '2+' },
          { name: 'port', type: 'uint16', versions: '2+' },
        ] },
      ] },
    ],
    structs: [
      { name: 'ReplicaState', versions: '0+', fields: [
        { name: 'replicaId', type: 'int32', versions: '0+' },
        { name: 'replicaDirectoryId', type: 'uuid', versions: '2+' },
        { name: 'logEndOffset', type: 'int64', versions: '0+' },
        { name: 'lastFetchTimestamp', type: 'int64', versions: '1+', default: '-1', ignorable: true },
        { name: 'lastCaughtUpTimestamp', type: 'int64', versions: '1+', default: '-1', ignorable: true },
      ] },
    ],
  },
  DescribeShareGroupOffsetsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groups', type: '[]DescribeShareGroupOffsetsRequestGroup', versions: '0+', fields: [
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'topics', type: '[]DescribeShareGroupOffsetsRequestTopic', versions: '0+', nullableVersions: '0+', fields: [
          { name: 'topicName', type: 'string', versions: '0+' },
          { name: 'partitions', type: '[]int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeShareGroupOffsetsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'groups', type: '[]DescribeShareGroupOffsetsResponseGroup', versions: '0+', fields: [
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'topics', type: '[]DescribeShareGroupOffsetsResponseTopic', versions: '0+', fields: [
          { name: 'topicName', type: 'string', versions: '0+' },
          { name: 'topicId', type: 'uuid', versions: '0+' },
          { name: 'partitions', type: '[]DescribeShareGroupOffsetsResponsePartition', versions: '0+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '0+' },
            { name: 'startOffset', type: 'int64', versions: '0+' },
            { name: 'leaderEpoch', type: 'int32', versions: '0+' },
            { name: 'lag', type: 'int64', versions: '1+', default: '-1', ignorable: true },
            { name: 'errorCode', type: 'int16', versions: '0+' },
            { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          ] },
        ] },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  DescribeTopicPartitionsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topics', type: '[]TopicRequest', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
      ] },
      { name: 'responsePartitionLimit', type: 'int32', versions: '0+', default: '2000' },
      { name: 'cursor', type: 'Cursor', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeTopicPartitionsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+', ignorable: true },
      { name: 'topics', type: '[]DescribeTopicPartitionsResponseTopic', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'name', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'topicId', type: 'uuid', versions: '0+', ignorable: true },
        { name: 'isInternal', type: 'bool', versions: '0+', default: 'false', ignorable: true },
        { name: 'partitions', type: '[]DescribeTopicPartitionsResponsePartition', versions: '0+', fields: [
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+', default: '-1', ignorable: true },
          { name: 'replicaNodes', type: '[]int32', versions: '0+' },
          { name: 'isrNodes', type: '[]int32', versions: '0+' },
          { name: 'eligibleLeaderReplicas', type: '[]int32', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'lastKnownElr', type: '[]int32', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'offlineReplicas', type: '[]int32', versions: '0+', ignorable: true },
        ] },
        { name: 'topicAuthorizedOperations', type: 'int32', versions: '0+', default: '-2147483648' },
      ] },
      { name: 'nextCursor', type: 'Cursor', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeTransactionsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'transactionalIds', type: '[]string', versions: '0+' },
    ],
    structs: [],
  },
  DescribeTransactionsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'transactionStates', type: '[]TransactionState', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'transactionalId', type: 'string', versions: '0+' },
        { name: 'transactionState', type: 'string', versions: '0+' },
        { name: 'transactionTimeoutMs', type: 'int32', versions: '0+' },
        { name: 'transactionStartTimeMs', type: 'int64', versions: '0+' },
        { name: 'producerId', type: 'int64', versions: '0+' },
        { name: 'producerEpoch', type: 'int16', versions: '0+' },
        { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
          { name: 'topic', type: 'string', versions: '0+' },
          { name: 'partitions', type: '[]int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  DescribeUserScramCredentialsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'users', type: '[]UserName', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  DescribeUserScramCredentialsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'results', type: '[]DescribeUserScramCredentialsResult', versions: '0+', fields: [
        { name: 'user', type: 'string', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'credentialInfos', type: '[]CredentialInfo', versions: '0+', fields: [
          { name: 'mechanism', type: 'int8', versions: '0+' },
          { name: 'iterations', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ElectLeadersRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'electionType', type: 'int8', versions: '1+' },
      { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'timeoutMs', type: 'int32', versions: '0+', default: '60000' },
    ],
    structs: [],
  },
  ElectLeadersResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '1+' },
      { name: 'replicaElectionResults', type: '[]ReplicaElectionResult', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitionResult', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partitionId', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  EndQuorumEpochRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'preferredSuccessors', type: '[]int32', versions: '0', ignorable: true },
          { name: 'preferredCandidates', type: '[]ReplicaInfo', versions: '1+', ignorable: true, fields: [
            { name: 'candidateId', type: 'int32', versions: '1+' },
            { name: 'candidateDirectoryId', type: 'uuid', versions: '1+' },
          ] },
        ] },
      ] },
      { name: 'leaderEndpoints', type: '[]LeaderEndpoint', versions: '1+', ignorable: true, fields: [
        { name: 'name', type: 'string', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  EndQuorumEpochResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '1+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  EndTransactionRecord: {
    flexibleVersions: '0+',
    fields: [
    ],
    structs: [],
  },
  EndTxnMarker: {
    flexibleVersions: 'none',
    fields: [
      { name: 'coordinatorEpoch', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  EndTxnRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '0+' },
      { name: 'producerEpoch', type: 'int16', versions: '0+' },
      { name: 'committed', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  EndTxnResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '5+', default: '-1', ignorable: true },
      { name: 'producerEpoch', type: 'int16', versions: '5+', default: '-1', ignorable: true },
    ],
    structs: [],
  },
  EnvelopeRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'requestData', type: 'bytes', versions: '0+' },
      { name: 'requestPrincipal', type: 'bytes', versions: '0+', nullableVersions: '0+' },
      { name: 'clientHostAddress', type: 'bytes', versions: '0+' },
    ],
    structs: [],
  },
  EnvelopeResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'responseData', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  ExpireDelegationTokenRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'hmac', type: 'bytes', versions: '0+' },
      { name: 'expiryTimePeriodMs', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  ExpireDelegationTokenResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'expiryTimestampMs', type: 'int64', versions: '0+' },
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  FeatureLevelRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'featureLevel', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  FenceBrokerRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'id', type: 'int32', versions: '0+' },
      { name: 'epoch', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  FetchRequest: {
    flexibleVersions: '12+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '12+', nullableVersions: '12+', tag: 0, default: 'null', ignorable: true },
      { name: 'replicaId', type: 'int32', versions: '0-14', default: '-1' },
      { name: 'replicaState', type: 'ReplicaState', versions: '15+', tag: 1, fields: [
        { name: 'replicaId', type: 'int32', versions: '15+', default: '-1' },
        { name: 'replicaEpoch', type: 'int64', versions: '15+', default: '-1' },
      ] },
      { name: 'maxWaitMs', type: 'int32', versions: '0+' },
      { name: 'minBytes', type: 'int32', versions: '0+' },
      { name: 'maxBytes', type: 'int32', versions: '3+', default: '0x7fffffff', ignorable: true },
      { name: 'isolationLevel', type: 'int8', versions: '4+', default: '0', ignorable: true },
      { name: 'sessionId', type: 'int32', versions: '7+', default: '0', ignorable: true },
      { name: 'sessionEpoch', type: 'int32', versions: '7+', default: '-1', ignorable: true },
      { name: 'topics', type: '[]FetchTopic', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0-12', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '13+', ignorable: true },
        { name: 'partitions', type: '[]FetchPartition', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'currentLeaderEpoch', type: 'int32', versions: '9+', default: '-1', ignorable: true },
          { name: 'fetchOffset', type: 'int64', versions: '0+' },
          { name: 'lastFetchedEpoch', type: 'int32', versions: '12+', default: '-1' },
          { name: 'logStartOffset', type: 'int64', versions: '5+', default: '-1', ignorable: true },
          { name: 'partitionMaxBytes', type: 'int32', versions: '0+' },
          { name: 'replicaDirectoryId', type: 'uuid', versions: '17+', tag: 0, ignorable: true },
          { name: 'highWatermark', type: 'int64', versions: '18+', tag: 1, default: '9223372036854775807', ignorable: true },
        ] },
      ] },
      { name: 'forgottenTopicsData', type: '[]ForgottenTopic', versions: '7+', fields: [
        { name: 'topic', type: 'string', versions: '7-12', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '13+', ignorable: true },
        { name: 'partitions', type: '[]int32', versions: '7+' },
      ] },
      { name: 'rackId', type: 'string', versions: '11+', default: '', ignorable: true },
    ],
    structs: [],
  },
  FetchResponse: {
    flexibleVersions: '12+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '7+', ignorable: true },
      { name: 'sessionId', type: 'int32', versions: '7+', default: '0' },
      { name: 'responses', type: '[]FetchableTopicResponse', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0-12', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '13+', ignorable: true },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'highWatermark', type: 'int64', versions: '0+' },
          { name: 'lastStableOffset', type: 'int64', versions: '4+', default: '-1', ignorable: true },
          { name: 'logStartOffset', type: 'int64', versions: '5+', default: '-1', ignorable: true },
          { name: 'divergingEpoch', type: 'EpochEndOffset', versions: '12+', tag: 0, fields: [
            { name: 'epoch', type: 'int32', versions: '12+', default: '-1' },
            { name: 'endOffset', type: 'int64', versions: '12+', default: '-1' },
          ] },
          { name: 'currentLeader', type: 'LeaderIdAndEpoch', versions: '12+', tag: 1, fields: [
            { name: 'leaderId', type: 'int32', versions: '12+', default: '-1' },
            { name: 'leaderEpoch', type: 'int32', versions: '12+', default: '-1' },
          ] },
          { name: 'snapshotId', type: 'SnapshotId', versions: '12+', tag: 2, fields: [
            { name: 'endOffset', type: 'int64', versions: '0+', default: '-1' },
            { name: 'epoch', type: 'int32', versions: '0+', default: '-1' },
          ] },
          { name: 'abortedTransactions', type: '[]AbortedTransaction', versions: '4+', nullableVersions: '4+', ignorable: true, fields: [
            { name: 'producerId', type: 'int64', versions: '4+' },
            { name: 'firstOffset', type: 'int64', versions: '4+' },
          ] },
          { name: 'preferredReadReplica', type: 'int32', versions: '11+', default: '-1' },
          { name: 'records', type: 'records', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '16+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '16+' },
        { name: 'host', type: 'string', versions: '16+' },
        { name: 'port', type: 'int32', versions: '16+' },
        { name: 'rack', type: 'string', versions: '16+', nullableVersions: '16+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  FetchSnapshotRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+', tag: 0, default: 'null' },
      { name: 'replicaId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'maxBytes', type: 'int32', versions: '0+', default: '0x7fffffff' },
      { name: 'topics', type: '[]TopicSnapshot', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionSnapshot', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'currentLeaderEpoch', type: 'int32', versions: '0+' },
          { name: 'snapshotId', type: 'SnapshotId', versions: '0+', fields: [
            { name: 'endOffset', type: 'int64', versions: '0+' },
            { name: 'epoch', type: 'int32', versions: '0+' },
          ] },
          { name: 'position', type: 'int64', versions: '0+' },
          { name: 'replicaDirectoryId', type: 'uuid', versions: '1+', tag: 0, ignorable: true },
        ] },
      ] },
    ],
    structs: [],
  },
  FetchSnapshotResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'topics', type: '[]TopicSnapshot', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionSnapshot', versions: '0+', fields: [
          { name: 'index', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'snapshotId', type: 'SnapshotId', versions: '0+', fields: [
            { name: 'endOffset', type: 'int64', versions: '0+' },
            { name: 'epoch', type: 'int32', versions: '0+' },
          ] },
          { name: 'currentLeader', type: 'LeaderIdAndEpoch', versions: '0+', tag: 0, fields: [
            { name: 'leaderId', type: 'int32', versions: '0+' },
            { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          ] },
          { name: 'size', type: 'int64', versions: '0+' },
          { name: 'position', type: 'int64', versions: '0+' },
          { name: 'unalignedRecords', type: 'records', versions: '0+' },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '1+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  FindCoordinatorRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'key', type: 'string', versions: '0-3' },
      { name: 'keyType', type: 'int8', versions: '1+', default: '0' },
      { name: 'coordinatorKeys', type: '[]string', versions: '4+' },
    ],
    structs: [],
  },
  FindCoordinatorResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0-3' },
      { name: 'errorMessage', type: 'string', versions: '1-3', nullableVersions: '1-3', ignorable: true },
      { name: 'nodeId', type: 'int32', versions: '0-3' },
      { name: 'host', type: 'string', versions: '0-3' },
      { name: 'port', type: 'int32', versions: '0-3' },
      { name: 'coordinators', type: '[]Coordinator', versions: '4+', fields: [
        { name: 'key', type: 'string', versions: '4+' },
        { name: 'nodeId', type: 'int32', versions: '4+' },
        { name: 'host', type: 'string', versions: '4+' },
        { name: 'port', type: 'int32', versions: '4+' },
        { name: 'errorCode', type: 'int16', versions: '4+' },
        { name: 'errorMessage', type: 'string', versions: '4+', nullableVersions: '4+', ignorable: true },
      ] },
    ],
    structs: [],
  },
  GetTelemetrySubscriptionsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clientInstanceId', type: 'uuid', versions: '0+' },
    ],
    structs: [],
  },
  GetTelemetrySubscriptionsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'clientInstanceId', type: 'uuid', versions: '0+' },
      { name: 'subscriptionId', type: 'int32', versions: '0+' },
      { name: 'acceptedCompressionTypes', type: '[]int8', versions: '0+' },
      { name: 'pushIntervalMs', type: 'int32', versions: '0+' },
      { name: 'telemetryMaxBytes', type: 'int32', versions: '0+' },
      { name: 'deltaTemporality', type: 'bool', versions: '0+' },
      { name: 'requestedMetrics', type: '[]string', versions: '0+' },
    ],
    structs: [],
  },
  GroupMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'group', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  GroupMetadataValue: {
    flexibleVersions: '4+',
    fields: [
      { name: 'protocolType', type: 'string', versions: '0+' },
      { name: 'generation', type: 'int32', versions: '0+' },
      { name: 'protocol', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'leader', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'currentStateTimestamp', type: 'int64', versions: '2+', default: '-1', ignorable: true },
      { name: 'members', type: '[]MemberMetadata', versions: '0+' },
    ],
    structs: [
      { name: 'MemberMetadata', versions: '0+', fields: [
        { name: 'memberId', type: 'string', versions: '0+' },
        { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null', ignorable: true },
        { name: 'clientId', type: 'string', versions: '0+' },
        { name: 'clientHost', type: 'string', versions: '0+' },
        { name: 'rebalanceTimeout', type: 'int32', versions: '1+', default: '-1', ignorable: true },
        { name: 'sessionTimeout', type: 'int32', versions: '0+' },
        { name: 'subscription', type: 'bytes', versions: '0+' },
        { name: 'assignment', type: 'bytes', versions: '0+' },
      ] },
    ],
  },
  HeartbeatRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'generationId', type: 'int32', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null' },
    ],
    structs: [],
  },
  HeartbeatResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  IncrementalAlterConfigsRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'resources', type: '[]AlterConfigsResource', versions: '0+', fields: [
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'configs', type: '[]AlterableConfig', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'configOperation', type: 'int8', versions: '0+' },
          { name: 'value', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
      { name: 'validateOnly', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  IncrementalAlterConfigsResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'responses', type: '[]AlterConfigsResourceResponse', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
        { name: 'resourceType', type: 'int8', versions: '0+' },
        { name: 'resourceName', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  InitProducerIdRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'transactionTimeoutMs', type: 'int32', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '3+', default: '-1' },
      { name: 'producerEpoch', type: 'int16', versions: '3+', default: '-1' },
      { name: 'enable2Pc', type: 'bool', versions: '6+', default: 'false' },
      { name: 'keepPreparedTxn', type: 'bool', versions: '6+', default: 'false' },
    ],
    structs: [],
  },
  InitProducerIdResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '0+', default: '-1' },
      { name: 'producerEpoch', type: 'int16', versions: '0+' },
      { name: 'ongoingTxnProducerId', type: 'int64', versions: '6+', default: '-1' },
      { name: 'ongoingTxnProducerEpoch', type: 'int16', versions: '6+', default: '-1' },
    ],
    structs: [],
  },
  InitializeShareGroupStateRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]InitializeStateData', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'stateEpoch', type: 'int32', versions: '0+' },
          { name: 'startOffset', type: 'int64', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  InitializeShareGroupStateResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'results', type: '[]InitializeStateResult', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        ] },
      ] },
    ],
    structs: [],
  },
  JoinGroupRequest: {
    flexibleVersions: '6+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'sessionTimeoutMs', type: 'int32', versions: '0+' },
      { name: 'rebalanceTimeoutMs', type: 'int32', versions: '1+', default: '-1', ignorable: true },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'groupInstanceId', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null' },
      { name: 'protocolType', type: 'string', versions: '0+' },
      { name: 'protocols', type: '[]JoinGroupRequestProtocol', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'metadata', type: 'bytes', versions: '0+' },
      ] },
      { name: 'reason', type: 'string', versions: '8+', nullableVersions: '8+', default: 'null', ignorable: true },
    ],
    structs: [],
  },
  JoinGroupResponse: {
    flexibleVersions: '6+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '2+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'generationId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'protocolType', type: 'string', versions: '7+', nullableVersions: '7+', default: 'null', ignorable: true },
      { name: 'protocolName', type: 'string', versions: '0+', nullableVersions: '7+' },
      { name: 'leader', type: 'string', versions: '0+' },
      { name: 'skipAssignment', type: 'bool', versions: '9+', default: 'false' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'members', type: '[]JoinGroupResponseMember', versions: '0+', fields: [
        { name: 'memberId', type: 'string', versions: '0+' },
        { name: 'groupInstanceId', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
        { name: 'metadata', type: 'bytes', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  KRaftVersionRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'version', type: 'int16', versions: '0+' },
      { name: 'kRaftVersion', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  LeaderAndIsrRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'controllerId', type: 'int32', versions: '0+' },
      { name: 'isKRaftController', type: 'bool', versions: '7+', default: 'false' },
      { name: 'controllerEpoch', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '2+', default: '-1', ignorable: true },
      { name: 'type', type: 'int8', versions: '5+' },
      { name: 'ungroupedPartitionStates', type: '[]LeaderAndIsrPartitionState', versions: '0-1' },
      { name: 'topicStates', type: '[]LeaderAndIsrTopicState', versions: '2+', fields: [
        { name: 'topicName', type: 'string', versions: '2+' },
        { name: 'topicId', type: 'uuid', versions: '5+', ignorable: true },
        { name: 'partitionStates', type: '[]LeaderAndIsrPartitionState', versions: '2+' },
      ] },
      { name: 'liveLeaders', type: '[]LeaderAndIsrLiveLeader', versions: '0+', fields: [
        { name: 'brokerId', type: 'int32', versions: '0+' },
        { name: 'hostName', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
      ] },
    ],
    structs: [
      { name: 'LeaderAndIsrPartitionState', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0-1', ignorable: true },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
        { name: 'controllerEpoch', type: 'int32', versions: '0+' },
        { name: 'leader', type: 'int32', versions: '0+' },
        { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        { name: 'isr', type: '[]int32', versions: '0+' },
        { name: 'partitionEpoch', type: 'int32', versions: '0+' },
        { name: 'replicas', type: '[]int32', versions: '0+' },
        { name: 'addingReplicas', type: '[]int32', versions: '3+', ignorable: true },
        { name: 'removingReplicas', type: '[]int32', versions: '3+', ignorable: true },
        { name: 'isNew', type: 'bool', versions: '1+', default: 'false', ignorable: true },
        { name: 'leaderRecoveryState', type: 'int8', versions: '6+', default: '0' },
      ] },
    ],
  },
  LeaderAndIsrResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'partitionErrors', type: '[]LeaderAndIsrPartitionError', versions: '0-4' },
      { name: 'topics', type: '[]LeaderAndIsrTopicError', versions: '5+', fields: [
        { name: 'topicId', type: 'uuid', versions: '5+' },
        { name: 'partitionErrors', type: '[]LeaderAndIsrPartitionError', versions: '5+' },
      ] },
    ],
    structs: [
      { name: 'LeaderAndIsrPartitionError', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0-4', ignorable: true },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
      ] },
    ],
  },
  LeaderChangeMessage: {
    flexibleVersions: '0+',
    fields: [
      { name: 'version', type: 'int16', versions: '0+' },
      { name: 'leaderId', type: 'int32', versions: '0+' },
      { name: 'voters', type: '[]Voter', versions: '0+' },
      { name: 'grantingVoters', type: '[]Voter', versions: '0+' },
    ],
    structs: [
      { name: 'Voter', versions: '0+', fields: [
        { name: 'voterId', type: 'int32', versions: '0+' },
        { name: 'voterDirectoryId', type: 'uuid', versions: '1+' },
      ] },
    ],
  },
  LeaveGroupRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0-2' },
      { name: 'members', type: '[]MemberIdentity', versions: '3+', fields: [
        { name: 'memberId', type: 'string', versions: '3+' },
        { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null' },
        { name: 'reason', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      ] },
    ],
    structs: [],
  },
  LeaveGroupResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'members', type: '[]MemberResponse', versions: '3+', fields: [
        { name: 'memberId', type: 'string', versions: '3+' },
        { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+' },
        { name: 'errorCode', type: 'int16', versions: '3+' },
      ] },
    ],
    structs: [],
  },
  LegacyOffsetCommitKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'group', type: 'string', versions: '0' },
      { name: 'topic', type: 'string', versions: '0' },
      { name: 'partition', type: 'int32', versions: '0' },
    ],
    structs: [],
  },
  LegacyOffsetCommitValue: {
    flexibleVersions: 'none',
    fields: [
      { name: 'offset', type: 'int64', versions: '0' },
      { name: 'metadata', type: 'string', versions: '0' },
      { name: 'commitTimestamp', type: 'int64', versions: '0' },
    ],
    structs: [],
  },
  ListConfigResourcesRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'resourceTypes', type: '[]int8', versions: '1+' },
    ],
    structs: [],
  },
  ListConfigResourcesResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'configResources', type: '[]ConfigResource', versions: '0+', fields: [
        { name: 'resourceName', type: 'string', versions: '0+' },
        { name: 'resourceType', type: 'int8', versions: '1+', default: '16', ignorable: true },
      ] },
    ],
    structs: [],
  },
  ListGroupsRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'statesFilter', type: '[]string', versions: '4+' },
      { name: 'typesFilter', type: '[]string', versions: '5+' },
    ],
    structs: [],
  },
  ListGroupsResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'groups', type: '[]ListedGroup', versions: '0+', fields: [
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'protocolType', type: 'string', versions: '0+' },
        { name: 'groupState', type: 'string', versions: '4+', ignorable: true },
        { name: 'groupType', type: 'string', versions: '5+', ignorable: true },
      ] },
    ],
    structs: [],
  },
  ListOffsetsRequest: {
    flexibleVersions: '6+',
    fields: [
      { name: 'replicaId', type: 'int32', versions: '0+' },
      { name: 'isolationLevel', type: 'int8', versions: '2+' },
      { name: 'topics', type: '[]ListOffsetsTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]ListOffsetsPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'currentLeaderEpoch', type: 'int32', versions: '4+', default: '-1', ignorable: true },
          { name: 'timestamp', type: 'int64', versions: '0+' },
          { name: 'maxNumOffsets', type: 'int32', versions: '0', default: '1' },
        ] },
      ] },
      { name: 'timeoutMs', type: 'int32', versions: '10+', ignorable: true },
    ],
    structs: [],
  },
  ListOffsetsResponse: {
    flexibleVersions: '6+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '2+', ignorable: true },
      { name: 'topics', type: '[]ListOffsetsTopicResponse', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]ListOffsetsPartitionResponse', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'oldStyleOffsets', type: '[]int64', versions: '0' },
          { name: 'timestamp', type: 'int64', versions: '1+', default: '-1' },
          { name: 'offset', type: 'int64', versions: '1+', default: '-1' },
          { name: 'leaderEpoch', type: 'int32', versions: '4+', default: '-1' },
        ] },
      ] },
    ],
    structs: [],
  },
  ListPartitionReassignmentsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'timeoutMs', type: 'int32', versions: '0+', default: '60000' },
      { name: 'topics', type: '[]ListPartitionReassignmentsTopics', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitionIndexes', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ListPartitionReassignmentsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'topics', type: '[]OngoingTopicReassignment', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]OngoingPartitionReassignment', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'replicas', type: '[]int32', versions: '0+' },
          { name: 'addingReplicas', type: '[]int32', versions: '0+' },
          { name: 'removingReplicas', type: '[]int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ListTransactionsRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'stateFilters', type: '[]string', versions: '0+' },
      { name: 'producerIdFilters', type: '[]int64', versions: '0+' },
      { name: 'durationFilter', type: 'int64', versions: '1+', default: '-1' },
      { name: 'transactionalIdPattern', type: 'string', versions: '2+', nullableVersions: '2+', default: 'null' },
    ],
    structs: [],
  },
  ListTransactionsResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'unknownStateFilters', type: '[]string', versions: '0+' },
      { name: 'transactionStates', type: '[]TransactionState', versions: '0+', fields: [
        { name: 'transactionalId', type: 'string', versions: '0+' },
        { name: 'producerId', type: 'int64', versions: '0+' },
        { name: 'transactionState', type: 'string', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  MetadataRequest: {
    flexibleVersions: '9+',
    fields: [
      { name: 'topics', type: '[]MetadataRequestTopic', versions: '0+', nullableVersions: '1+', fields: [
        { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
        { name: 'name', type: 'string', versions: '0+', nullableVersions: '10+' },
      ] },
      { name: 'allowAutoTopicCreation', type: 'bool', versions: '4+', default: 'true' },
      { name: 'includeClusterAuthorizedOperations', type: 'bool', versions: '8-10' },
      { name: 'includeTopicAuthorizedOperations', type: 'bool', versions: '8+' },
    ],
    structs: [],
  },
  MetadataResponse: {
    flexibleVersions: '9+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '3+', ignorable: true },
      { name: 'brokers', type: '[]MetadataResponseBroker', versions: '0+', fields: [
        { name: 'nodeId', type: 'int32', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
        { name: 'rack', type: 'string', versions: '1+', nullableVersions: '1+', default: 'null', ignorable: true },
      ] },
      { name: 'clusterId', type: 'string', versions: '2+', nullableVersions: '2+', default: 'null', ignorable: true },
      { name: 'controllerId', type: 'int32', versions: '1+', default: '-1', ignorable: true },
      { name: 'topics', type: '[]MetadataResponseTopic', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'name', type: 'string', versions: '0+', nullableVersions: '12+' },
        { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
        { name: 'isInternal', type: 'bool', versions: '1+', default: 'false', ignorable: true },
        { name: 'partitions', type: '[]MetadataResponsePartition', versions: '0+', fields: [
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '7+', default: '-1', ignorable: true },
          { name: 'replicaNodes', type: '[]int32', versions: '0+' },
          { name: 'isrNodes', type: '[]int32', versions: '0+' },
          { name: 'offlineReplicas', type: '[]int32', versions: '5+', ignorable: true },
        ] },
        { name: 'topicAuthorizedOperations', type: 'int32', versions: '8+', default: '-2147483648' },
      ] },
      { name: 'clusterAuthorizedOperations', type: 'int32', versions: '8-10', default: '-2147483648' },
      { name: 'errorCode', type: 'int16', versions: '13+', ignorable: true },
    ],
    structs: [],
  },
  NoOpRecord: {
    flexibleVersions: '0+',
    fields: [
    ],
    structs: [],
  },
  OffsetCommitKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'group', type: 'string', versions: '0' },
      { name: 'topic', type: 'string', versions: '0' },
      { name: 'partition', type: 'int32', versions: '0' },
    ],
    structs: [],
  },
  OffsetCommitRequest: {
    flexibleVersions: '8+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'generationIdOrMemberEpoch', type: 'int32', versions: '1+', default: '-1', ignorable: true },
      { name: 'memberId', type: 'string', versions: '1+', ignorable: true },
      { name: 'groupInstanceId', type: 'string', versions: '7+', nullableVersions: '7+', default: 'null' },
      { name: 'retentionTimeMs', type: 'int64', versions: '2-4', default: '-1', ignorable: true },
      { name: 'topics', type: '[]OffsetCommitRequestTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0-9', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
        { name: 'partitions', type: '[]OffsetCommitRequestPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'committedOffset', type: 'int64', versions: '0+' },
          { name: 'committedLeaderEpoch', type: 'int32', versions: '6+', default: '-1', ignorable: true },
          { name: 'commitTimestamp', type: 'int64', versions: '1', default: '-1' },
          { name: 'committedMetadata', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  OffsetCommitResponse: {
    flexibleVersions: '8+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '3+', ignorable: true },
      { name: 'topics', type: '[]OffsetCommitResponseTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0-9', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
        { name: 'partitions', type: '[]OffsetCommitResponsePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  OffsetCommitValue: {
    flexibleVersions: '4+',
    fields: [
      { name: 'offset', type: 'int64', versions: '0+' },
      { name: 'leaderEpoch', type: 'int32', versions: '3+', default: '-1', ignorable: true },
      { name: 'metadata', type: 'string', versions: '0+' },
      { name: 'commitTimestamp', type: 'int64', versions: '0+' },
      { name: 'expireTimestamp', type: 'int64', versions: '1', default: '-1', ignorable: true },
      { name: 'topicId', type: 'uuid', versions: '4+', tag: 0, ignorable: true },
    ],
    structs: [],
  },
  OffsetDeleteRequest: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]OffsetDeleteRequestTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]OffsetDeleteRequestPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  OffsetDeleteResponse: {
    flexibleVersions: 'none',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'throttleTimeMs', type: 'int32', versions: '0+', ignorable: true },
      { name: 'topics', type: '[]OffsetDeleteResponseTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]OffsetDeleteResponsePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  OffsetFetchRequest: {
    flexibleVersions: '6+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0-7' },
      { name: 'topics', type: '[]OffsetFetchRequestTopic', versions: '0-7', nullableVersions: '2-7', fields: [
        { name: 'name', type: 'string', versions: '0-7' },
        { name: 'partitionIndexes', type: '[]int32', versions: '0-7' },
      ] },
      { name: 'groups', type: '[]OffsetFetchRequestGroup', versions: '8+', fields: [
        { name: 'groupId', type: 'string', versions: '8+' },
        { name: 'memberId', type: 'string', versions: '9+', nullableVersions: '9+', default: 'null', ignorable: true },
        { name: 'memberEpoch', type: 'int32', versions: '9+', default: '-1', ignorable: true },
        { name: 'topics', type: '[]OffsetFetchRequestTopics', versions: '8+', nullableVersions: '8+', fields: [
          { name: 'name', type: 'string', versions: '8-9', ignorable: true },
          { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
          { name: 'partitionIndexes', type: '[]int32', versions: '8+' },
        ] },
      ] },
      { name: 'requireStable', type: 'bool', versions: '7+', default: 'false' },
    ],
    structs: [],
  },
  OffsetFetchResponse: {
    flexibleVersions: '6+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '3+', ignorable: true },
      { name: 'topics', type: '[]OffsetFetchResponseTopic', versions: '0-7', fields: [
        { name: 'name', type: 'string', versions: '0-7' },
        { name: 'partitions', type: '[]OffsetFetchResponsePartition', versions: '0-7', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0-7' },
          { name: 'committedOffset', type: 'int64', versions: '0-7' },
          { name: 'committedLeaderEpoch', type: 'int32', versions: '5-7', default: '-1', ignorable: true },
          { name: 'metadata', type: 'string', versions: '0-7', nullableVersions: '0-7' },
          { name: 'errorCode', type: 'int16', versions: '0-7' },
        ] },
      ] },
      { name: 'errorCode', type: 'int16', versions: '2-7', default: '0', ignorable: true },
      { name: 'groups', type: '[]OffsetFetchResponseGroup', versions: '8+', fields: [
        { name: 'groupId', type: 'string', versions: '8+' },
        { name: 'topics', type: '[]OffsetFetchResponseTopics', versions: '8+', fields: [
          { name: 'name', type: 'string', versions: '8-9', ignorable: true },
          { name: 'topicId', type: 'uuid', versions: '10+', ignorable: true },
          { name: 'partitions', type: '[]OffsetFetchResponsePartitions', versions: '8+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '8+' },
            { name: 'committedOffset', type: 'int64', versions: '8+' },
            { name: 'committedLeaderEpoch', type: 'int32', versions: '8+', default: '-1', ignorable: true },
            { name: 'metadata', type: 'string', versions: '8+', nullableVersions: '8+' },
            { name: 'errorCode', type: 'int16', versions: '8+' },
          ] },
        ] },
        { name: 'errorCode', type: 'int16', versions: '8+', default: '0' },
      ] },
    ],
    structs: [],
  },
  OffsetForLeaderEpochRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'replicaId', type: 'int32', versions: '3+', default: '-2', ignorable: true },
      { name: 'topics', type: '[]OffsetForLeaderTopic', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]OffsetForLeaderPartition', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'currentLeaderEpoch', type: 'int32', versions: '2+', default: '-1', ignorable: true },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  OffsetForLeaderEpochResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '2+', ignorable: true },
      { name: 'topics', type: '[]OffsetForLeaderTopicResult', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]EpochEndOffset', versions: '0+', fields: [
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '1+', default: '-1', ignorable: true },
          { name: 'endOffset', type: 'int64', versions: '0+', default: '-1' },
        ] },
      ] },
    ],
    structs: [],
  },
  PartitionChangeRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'partitionId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'topicId', type: 'uuid', versions: '0+' },
      { name: 'isr', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 0, default: 'null' },
      { name: 'leader', type: 'int32', versions: '0+', tag: 1, default: '-2' },
      { name: 'replicas', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 2, default: 'null' },
      { name: 'removingReplicas', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 3, default: 'null' },
      { name: 'addingReplicas', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 4, default: 'null' },
      { name: 'leaderRecoveryState', type: 'int8', versions: '0+', tag: 5, default: '-1' },
      { name: 'directories', type: '[]uuid', versions: '1+', nullableVersions: '1+', tag: 8, default: 'null' },
      { name: 'eligibleLeaderReplicas', type: '[]int32', versions: '2+', nullableVersions: '2+', tag: 6, default: 'null' },
      { name: 'lastKnownElr', type: '[]int32', versions: '2+', nullableVersions: '2+', tag: 7, default: 'null' },
    ],
    structs: [],
  },
  PartitionRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'partitionId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'topicId', type: 'uuid', versions: '0+' },
      { name: 'replicas', type: '[]int32', versions: '0+' },
      { name: 'isr', type: '[]int32', versions: '0+' },
      { name: 'removingReplicas', type: '[]int32', versions: '0+' },
      { name: 'addingReplicas', type: '[]int32', versions: '0+' },
      { name: 'leader', type: 'int32', versions: '0+', default: '-1' },
      { name: 'leaderRecoveryState', type: 'int8', versions: '0+', tag: 0, default: '0' },
      { name: 'leaderEpoch', type: 'int32', versions: '0+', default: '-1' },
      { name: 'partitionEpoch', type: 'int32', versions: '0+', default: '-1' },
      { name: 'directories', type: '[]uuid', versions: '1+' },
      { name: 'eligibleLeaderReplicas', type: '[]int32', versions: '2+', nullableVersions: '2+', tag: 1, default: 'null' },
      { name: 'lastKnownElr', type: '[]int32', versions: '2+', nullableVersions: '2+', tag: 2, default: 'null' },
    ],
    structs: [],
  },
  ProduceRequest: {
    flexibleVersions: '9+',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null' },
      { name: 'acks', type: 'int16', versions: '0+' },
      { name: 'timeoutMs', type: 'int32', versions: '0+' },
      { name: 'topicData', type: '[]TopicProduceData', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0-12', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '13+', ignorable: true },
        { name: 'partitionData', type: '[]PartitionProduceData', versions: '0+', fields: [
          { name: 'index', type: 'int32', versions: '0+' },
          { name: 'records', type: 'records', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ProduceResponse: {
    flexibleVersions: '9+',
    fields: [
      { name: 'responses', type: '[]TopicProduceResponse', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0-12', ignorable: true },
        { name: 'topicId', type: 'uuid', versions: '13+', ignorable: true },
        { name: 'partitionResponses', type: '[]PartitionProduceResponse', versions: '0+', fields: [
          { name: 'index', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'baseOffset', type: 'int64', versions: '0+' },
          { name: 'logAppendTimeMs', type: 'int64', versions: '2+', default: '-1', ignorable: true },
          { name: 'logStartOffset', type: 'int64', versions: '5+', default: '-1', ignorable: true },
          { name: 'recordErrors', type: '[]BatchIndexAndErrorMessage', versions: '8+', ignorable: true, fields: [
            { name: 'batchIndex', type: 'int32', versions: '8+' },
            { name: 'batchIndexErrorMessage', type: 'string', versions: '8+', nullableVersions: '8+', default: 'null' },
          ] },
          { name: 'errorMessage', type: 'string', versions: '8+', nullableVersions: '8+', default: 'null', ignorable: true },
          { name: 'currentLeader', type: 'LeaderIdAndEpoch', versions: '10+', tag: 0, fields: [
            { name: 'leaderId', type: 'int32', versions: '10+', default: '-1' },
            { name: 'leaderEpoch', type: 'int32', versions: '10+', default: '-1' },
          ] },
        ] },
      ] },
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', default: '0', ignorable: true },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '10+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '10+' },
        { name: 'host', type: 'string', versions: '10+' },
        { name: 'port', type: 'int32', versions: '10+' },
        { name: 'rack', type: 'string', versions: '10+', nullableVersions: '10+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  ProducerIdsRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+', default: '-1' },
      { name: 'nextProducerId', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  ProducerSnapshot: {
    flexibleVersions: 'none',
    fields: [
      { name: 'crc', type: 'uint32', versions: '1' },
      { name: 'producerEntries', type: '[]ProducerEntry', versions: '1', fields: [
        { name: 'producerId', type: 'int64', versions: '1' },
        { name: 'epoch', type: 'int16', versions: '1' },
        { name: 'lastSequence', type: 'int32', versions: '1' },
        { name: 'lastOffset', type: 'int64', versions: '1' },
        { name: 'offsetDelta', type: 'int32', versions: '1' },
        { name: 'timestamp', type: 'int64', versions: '1' },
        { name: 'coordinatorEpoch', type: 'int32', versions: '1' },
        { name: 'currentTxnFirstOffset', type: 'int64', versions: '1' },
      ] },
    ],
    structs: [],
  },
  PushTelemetryRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clientInstanceId', type: 'uuid', versions: '0+' },
      { name: 'subscriptionId', type: 'int32', versions: '0+' },
      { name: 'terminating', type: 'bool', versions: '0+' },
      { name: 'compressionType', type: 'int8', versions: '0+' },
      { name: 'metrics', type: 'bytes', versions: '0+' },
    ],
    structs: [],
  },
  PushTelemetryResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  QuorumStateData: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0' },
      { name: 'leaderId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'leaderEpoch', type: 'int32', versions: '0+', default: '-1' },
      { name: 'votedId', type: 'int32', versions: '0+', default: '-1' },
      { name: 'votedDirectoryId', type: 'uuid', versions: '1+' },
      { name: 'appliedOffset', type: 'int64', versions: '0' },
      { name: 'currentVoters', type: '[]Voter', versions: '0', nullableVersions: '0', fields: [
        { name: 'voterId', type: 'int32', versions: '0' },
      ] },
    ],
    structs: [],
  },
  ReadShareGroupStateRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]ReadStateData', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ReadShareGroupStateResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'results', type: '[]ReadStateResult', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'stateEpoch', type: 'int32', versions: '0+' },
          { name: 'startOffset', type: 'int64', versions: '0+' },
          { name: 'stateBatches', type: '[]StateBatch', versions: '0+', fields: [
            { name: 'firstOffset', type: 'int64', versions: '0+' },
            { name: 'lastOffset', type: 'int64', versions: '0+' },
            { name: 'deliveryState', type: 'int8', versions: '0+' },
            { name: 'deliveryCount', type: 'int16', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  ReadShareGroupStateSummaryRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]ReadStateSummaryData', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  ReadShareGroupStateSummaryResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'results', type: '[]ReadStateSummaryResult', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'stateEpoch', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'startOffset', type: 'int64', versions: '0+' },
          { name: 'deliveryCompleteCount', type: 'int32', versions: '1+', default: '-1', ignorable: true },
        ] },
      ] },
    ],
    structs: [],
  },
  RegisterBrokerRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'isMigratingZkBroker', type: 'bool', versions: '2+', default: 'false' },
      { name: 'incarnationId', type: 'uuid', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+' },
      { name: 'endPoints', type: '[]BrokerEndpoint', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
        { name: 'securityProtocol', type: 'int16', versions: '0+' },
      ] },
      { name: 'features', type: '[]BrokerFeature', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
        { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
      ] },
      { name: 'rack', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'fenced', type: 'bool', versions: '0+', default: 'true' },
      { name: 'inControlledShutdown', type: 'bool', versions: '1+', default: 'false' },
      { name: 'logDirs', type: '[]uuid', versions: '3+', tag: 0 },
      { name: 'cordonedLogDirs', type: '[]uuid', versions: '4+', nullableVersions: '4+', tag: 1, default: 'null' },
    ],
    structs: [],
  },
  RegisterControllerRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'controllerId', type: 'int32', versions: '0+' },
      { name: 'incarnationId', type: 'uuid', versions: '0+' },
      { name: 'zkMigrationReady', type: 'bool', versions: '0+' },
      { name: 'endPoints', type: '[]ControllerEndpoint', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
        { name: 'securityProtocol', type: 'int16', versions: '0+' },
      ] },
      { name: 'features', type: '[]ControllerFeature', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
        { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  RemoteLogSegmentMetadataRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'remoteLogSegmentId', type: 'RemoteLogSegmentIdEntry', versions: '0+', fields: [
        { name: 'topicIdPartition', type: 'TopicIdPartitionEntry', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'id', type: 'uuid', versions: '0+' },
          { name: 'partition', type: 'int32', versions: '0+' },
        ] },
        { name: 'id', type: 'uuid', versions: '0+' },
      ] },
      { name: 'startOffset', type: 'int64', versions: '0+' },
      { name: 'endOffset', type: 'int64', versions: '0+' },
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'maxTimestampMs', type: 'int64', versions: '0+' },
      { name: 'eventTimestampMs', type: 'int64', versions: '0+' },
      { name: 'segmentLeaderEpochs', type: '[]SegmentLeaderEpochEntry', versions: '0+', fields: [
        { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        { name: 'offset', type: 'int64', versions: '0+' },
      ] },
      { name: 'segmentSizeInBytes', type: 'int32', versions: '0+' },
      { name: 'customMetadata', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'remoteLogSegmentState', type: 'int8', versions: '0+' },
      { name: 'txnIndexEmpty', type: 'bool', versions: '0+', tag: 0 },
    ],
    structs: [],
  },
  RemoteLogSegmentMetadataSnapshotRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'segmentId', type: 'uuid', versions: '0+' },
      { name: 'startOffset', type: 'int64', versions: '0+' },
      { name: 'endOffset', type: 'int64', versions: '0+' },
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'maxTimestampMs', type: 'int64', versions: '0+' },
      { name: 'eventTimestampMs', type: 'int64', versions: '0+' },
      { name: 'segmentLeaderEpochs', type: '[]SegmentLeaderEpochEntry', versions: '0+', fields: [
        { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        { name: 'offset', type: 'int64', versions: '0+' },
      ] },
      { name: 'segmentSizeInBytes', type: 'int32', versions: '0+' },
      { name: 'customMetadata', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'remoteLogSegmentState', type: 'int8', versions: '0+' },
      { name: 'txnIndexEmpty', type: 'bool', versions: '0+', tag: 0 },
    ],
    structs: [],
  },
  RemoteLogSegmentMetadataUpdateRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'remoteLogSegmentId', type: 'RemoteLogSegmentIdEntry', versions: '0+', fields: [
        { name: 'topicIdPartition', type: 'TopicIdPartitionEntry', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'id', type: 'uuid', versions: '0+' },
          { name: 'partition', type: 'int32', versions: '0+' },
        ] },
        { name: 'id', type: 'uuid', versions: '0+' },
      ] },
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'eventTimestampMs', type: 'int64', versions: '0+' },
      { name: 'customMetadata', type: 'bytes', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'remoteLogSegmentState', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
  RemotePartitionDeleteMetadataRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topicIdPartition', type: 'TopicIdPartitionEntry', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'id', type: 'uuid', versions: '0+' },
        { name: 'partition', type: 'int32', versions: '0+' },
      ] },
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'eventTimestampMs', type: 'int64', versions: '0+' },
      { name: 'remotePartitionDeleteState', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
  RemoveAccessControlEntryRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'id', type: 'uuid', versions: '0+' },
    ],
    structs: [],
  },
  RemoveDelegationTokenRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'tokenId', type: 'string', versions: '0+' },
    ],
    structs: [],
  },
  RemoveRaftVoterRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'voterId', type: 'int32', versions: '0+' },
      { name: 'voterDirectoryId', type: 'uuid', versions: '0+' },
    ],
    structs: [],
  },
  RemoveRaftVoterResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', ignorable: true },
    ],
    structs: [],
  },
  RemoveTopicRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topicId', type: 'uuid', versions: '0+' },
    ],
    structs: [],
  },
  RemoveUserScramCredentialRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'mechanism', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
  RenewDelegationTokenRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'hmac', type: 'bytes', versions: '0+' },
      { name: 'renewPeriodMs', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  RenewDelegationTokenResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'expiryTimestampMs', type: 'int64', versions: '0+' },
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  RequestHeader: {
    flexibleVersions: '2+',
    fields: [
      { name: 'requestApiKey', type: 'int16', versions: '0+' },
      { name: 'requestApiVersion', type: 'int16', versions: '0+' },
      { name: 'correlationId', type: 'int32', versions: '0+' },
      { name: 'clientId', type: 'string', versions: '1+', nullableVersions: '1+' },
    ],
    structs: [],
  },
  ResponseHeader: {
    flexibleVersions: '1+',
    fields: [
      { name: 'correlationId', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  SaslAuthenticateRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'authBytes', type: 'bytes', versions: '0+' },
    ],
    structs: [],
  },
  SaslAuthenticateResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'authBytes', type: 'bytes', versions: '0+' },
      { name: 'sessionLifetimeMs', type: 'int64', versions: '1+', default: '0', ignorable: true },
    ],
    structs: [],
  },
  SaslHandshakeRequest: {
    flexibleVersions: 'none',
    fields: [
      { name: 'mechanism', type: 'string', versions: '0+' },
    ],
    structs: [],
  },
  SaslHandshakeResponse: {
    flexibleVersions: 'none',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'mechanisms', type: '[]string', versions: '0+' },
    ],
    structs: [],
  },
  ShareAcknowledgeRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'shareSessionEpoch', type: 'int32', versions: '0+' },
      { name: 'isRenewAck', type: 'bool', versions: '2+', default: 'false' },
      { name: 'topics', type: '[]AcknowledgeTopic', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]AcknowledgePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'acknowledgementBatches', type: '[]AcknowledgementBatch', versions: '0+', fields: [
            { name: 'firstOffset', type: 'int64', versions: '0+' },
            { name: 'lastOffset', type: 'int64', versions: '0+' },
            { name: 'acknowledgeTypes', type: '[]int8', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  ShareAcknowledgeResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'acquisitionLockTimeoutMs', type: 'int32', versions: '2+', ignorable: true },
      { name: 'responses', type: '[]ShareAcknowledgeTopicResponse', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'currentLeader', type: 'LeaderIdAndEpoch', versions: '0+', fields: [
            { name: 'leaderId', type: 'int32', versions: '0+' },
            { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          ] },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '0+', fields: [
        { name: 'nodeId', type: 'int32', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
        { name: 'rack', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  ShareFetchRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'shareSessionEpoch', type: 'int32', versions: '0+' },
      { name: 'maxWaitMs', type: 'int32', versions: '0+' },
      { name: 'minBytes', type: 'int32', versions: '0+' },
      { name: 'maxBytes', type: 'int32', versions: '0+', default: '0x7fffffff' },
      { name: 'maxRecords', type: 'int32', versions: '1+' },
      { name: 'batchSize', type: 'int32', versions: '1+' },
      { name: 'shareAcquireMode', type: 'int8', versions: '2+', default: '0', ignorable: true },
      { name: 'isRenewAck', type: 'bool', versions: '2+', default: 'false' },
      { name: 'topics', type: '[]FetchTopic', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]FetchPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'partitionMaxBytes', type: 'int32', versions: '0' },
          { name: 'acknowledgementBatches', type: '[]AcknowledgementBatch', versions: '0+', fields: [
            { name: 'firstOffset', type: 'int64', versions: '0+' },
            { name: 'lastOffset', type: 'int64', versions: '0+' },
            { name: 'acknowledgeTypes', type: '[]int8', versions: '0+' },
          ] },
        ] },
      ] },
      { name: 'forgottenTopicsData', type: '[]ForgottenTopic', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ShareFetchResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'acquisitionLockTimeoutMs', type: 'int32', versions: '1+' },
      { name: 'responses', type: '[]ShareFetchableTopicResponse', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'acknowledgeErrorCode', type: 'int16', versions: '0+' },
          { name: 'acknowledgeErrorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'currentLeader', type: 'LeaderIdAndEpoch', versions: '0+', fields: [
            { name: 'leaderId', type: 'int32', versions: '0+' },
            { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          ] },
          { name: 'records', type: 'records', versions: '0+', nullableVersions: '0' },
          { name: 'acquiredRecords', type: '[]AcquiredRecords', versions: '0+', fields: [
            { name: 'firstOffset', type: 'int64', versions: '0+' },
            { name: 'lastOffset', type: 'int64', versions: '0+' },
            { name: 'deliveryCount', type: 'int16', versions: '0+' },
          ] },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '0+', fields: [
        { name: 'nodeId', type: 'int32', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
        { name: 'rack', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      ] },
    ],
    structs: [],
  },
  ShareGroupCurrentMemberAssignmentKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupCurrentMemberAssignmentValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'previousMemberEpoch', type: 'int32', versions: '0+' },
      { name: 'state', type: 'int8', versions: '0+' },
      { name: 'assignedPartitions', type: '[]TopicPartitions', versions: '0+' },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  ShareGroupDescribeRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupIds', type: '[]string', versions: '0+' },
      { name: 'includeAuthorizedOperations', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  ShareGroupDescribeResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'groups', type: '[]DescribedGroup', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'groupState', type: 'string', versions: '0+' },
        { name: 'groupEpoch', type: 'int32', versions: '0+' },
        { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
        { name: 'assignorName', type: 'string', versions: '0+' },
        { name: 'members', type: '[]Member', versions: '0+', fields: [
          { name: 'memberId', type: 'string', versions: '0+' },
          { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'memberEpoch', type: 'int32', versions: '0+' },
          { name: 'clientId', type: 'string', versions: '0+' },
          { name: 'clientHost', type: 'string', versions: '0+' },
          { name: 'subscribedTopicNames', type: '[]string', versions: '0+' },
          { name: 'assignment', type: 'Assignment', versions: '0+' },
        ] },
        { name: 'authorizedOperations', type: 'int32', versions: '0+', default: '-2147483648' },
      ] },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'Assignment', versions: '0+', fields: [
        { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+' },
      ] },
    ],
  },
  ShareGroupHeartbeatRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'subscribedTopicNames', type: '[]string', versions: '0+', nullableVersions: '0+', default: 'null' },
    ],
    structs: [],
  },
  ShareGroupHeartbeatResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'heartbeatIntervalMs', type: 'int32', versions: '0+' },
      { name: 'assignment', type: 'Assignment', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'topicPartitions', type: '[]TopicPartitions', versions: '0+' },
      ] },
    ],
    structs: [
      { name: 'TopicPartitions', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  ShareGroupMemberMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupMemberMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'clientId', type: 'string', versions: '0+' },
      { name: 'clientHost', type: 'string', versions: '0+' },
      { name: 'subscribedTopicNames', type: '[]string', versions: '0+' },
    ],
    structs: [],
  },
  ShareGroupMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'epoch', type: 'int32', versions: '0+' },
      { name: 'metadataHash', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  ShareGroupStatePartitionMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupStatePartitionMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'initializingTopics', type: '[]TopicPartitionsInfo', versions: '0+' },
      { name: 'initializedTopics', type: '[]TopicPartitionsInfo', versions: '0+' },
      { name: 'deletingTopics', type: '[]TopicInfo', versions: '0+' },
    ],
    structs: [
      { name: 'TopicPartitionsInfo', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'TopicInfo', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'topicName', type: 'string', versions: '0+' },
      ] },
    ],
  },
  ShareGroupTargetAssignmentMemberKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupTargetAssignmentMemberValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'topicPartitions', type: '[]TopicPartition', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ShareGroupTargetAssignmentMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  ShareGroupTargetAssignmentMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
      { name: 'assignmentTimestamp', type: 'int64', versions: '0+', tag: 0, default: '0', ignorable: true },
    ],
    structs: [],
  },
  ShareSnapshotKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'topicId', type: 'uuid', versions: '0' },
      { name: 'partition', type: 'int32', versions: '0' },
    ],
    structs: [],
  },
  ShareSnapshotValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'snapshotEpoch', type: 'int32', versions: '0+' },
      { name: 'stateEpoch', type: 'int32', versions: '0+' },
      { name: 'leaderEpoch', type: 'int32', versions: '0+' },
      { name: 'startOffset', type: 'int64', versions: '0+' },
      { name: 'deliveryCompleteCount', type: 'int32', versions: '0+', tag: 0, default: '-1' },
      { name: 'createTimestamp', type: 'int64', versions: '0+' },
      { name: 'writeTimestamp', type: 'int64', versions: '0+' },
      { name: 'stateBatches', type: '[]StateBatch', versions: '0+', fields: [
        { name: 'firstOffset', type: 'int64', versions: '0+' },
        { name: 'lastOffset', type: 'int64', versions: '0+' },
        { name: 'deliveryState', type: 'int8', versions: '0+' },
        { name: 'deliveryCount', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  ShareUpdateKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'topicId', type: 'uuid', versions: '0' },
      { name: 'partition', type: 'int32', versions: '0' },
    ],
    structs: [],
  },
  ShareUpdateValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'snapshotEpoch', type: 'int32', versions: '0+' },
      { name: 'leaderEpoch', type: 'int32', versions: '0+' },
      { name: 'startOffset', type: 'int64', versions: '0+' },
      { name: 'deliveryCompleteCount', type: 'int32', versions: '0+', tag: 0, default: '-1' },
      { name: 'stateBatches', type: '[]StateBatch', versions: '0+', fields: [
        { name: 'firstOffset', type: 'int64', versions: '0+' },
        { name: 'lastOffset', type: 'int64', versions: '0+' },
        { name: 'deliveryState', type: 'int8', versions: '0+' },
        { name: 'deliveryCount', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  SnapshotFooterRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'version', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  SnapshotHeaderRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'version', type: 'int16', versions: '0+' },
      { name: 'lastContainedLogTimestamp', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  StopReplicaRequest: {
    flexibleVersions: '2+',
    fields: [
      { name: 'controllerId', type: 'int32', versions: '0+' },
      { name: 'isKRaftController', type: 'bool', versions: '4+', default: 'false' },
      { name: 'controllerEpoch', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '1+', default: '-1', ignorable: true },
      { name: 'deletePartitions', type: 'bool', versions: '0-2' },
      { name: 'ungroupedPartitions', type: '[]StopReplicaPartitionV0', versions: '0', fields: [
        { name: 'topicName', type: 'string', versions: '0' },
        { name: 'partitionIndex', type: 'int32', versions: '0' },
      ] },
      { name: 'topics', type: '[]StopReplicaTopicV1', versions: '1-2', fields: [
        { name: 'name', type: 'string', versions: '1-2' },
        { name: 'partitionIndexes', type: '[]int32', versions: '1-2' },
      ] },
      { name: 'topicStates', type: '[]StopReplicaTopicState', versions: '3+', fields: [
        { name: 'topicName', type: 'string', versions: '3+' },
        { name: 'partitionStates', type: '[]StopReplicaPartitionState', versions: '3+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '3+' },
          { name: 'leaderEpoch', type: 'int32', versions: '3+', default: '-1' },
          { name: 'deletePartition', type: 'bool', versions: '3+' },
        ] },
      ] },
    ],
    structs: [],
  },
  StopReplicaResponse: {
    flexibleVersions: '2+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'partitionErrors', type: '[]StopReplicaPartitionError', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  StreamsGroupCurrentMemberAssignmentKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupCurrentMemberAssignmentValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'previousMemberEpoch', type: 'int32', versions: '0+' },
      { name: 'state', type: 'int8', versions: '0+' },
      { name: 'activeTasks', type: '[]TaskIds', versions: '0+' },
      { name: 'standbyTasks', type: '[]TaskIds', versions: '0+' },
      { name: 'warmupTasks', type: '[]TaskIds', versions: '0+' },
      { name: 'activeTasksPendingRevocation', type: '[]TaskIds', versions: '0+' },
      { name: 'standbyTasksPendingRevocation', type: '[]TaskIds', versions: '0+' },
      { name: 'warmupTasksPendingRevocation', type: '[]TaskIds', versions: '0+' },
    ],
    structs: [
      { name: 'TaskIds', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
        { name: 'assignmentEpochs', type: '[]int32', versions: '0+', nullableVersions: '0+', tag: 0 },
      ] },
    ],
  },
  StreamsGroupDescribeRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupIds', type: '[]string', versions: '0+' },
      { name: 'includeAuthorizedOperations', type: 'bool', versions: '0+' },
    ],
    structs: [],
  },
  StreamsGroupDescribeResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'groups', type: '[]DescribedGroup', versions: '0+', fields: [
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        { name: 'groupId', type: 'string', versions: '0+' },
        { name: 'groupState', type: 'string', versions: '0+' },
        { name: 'groupEpoch', type: 'int32', versions: '0+' },
        { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
        { name: 'topology', type: 'Topology', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
          { name: 'epoch', type: 'int32', versions: '0+' },
          { name: 'subtopologies', type: '[]Subtopology', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
            { name: 'subtopologyId', type: 'string', versions: '0+' },
            { name: 'sourceTopics', type: '[]string', versions: '0+' },
            { name: 'repartitionSinkTopics', type: '[]string', versions: '0+' },
            { name: 'stateChangelogTopics', type: '[]TopicInfo', versions: '0+' },
            { name: 'repartitionSourceTopics', type: '[]TopicInfo', versions: '0+' },
          ] },
        ] },
        { name: 'members', type: '[]Member', versions: '0+', fields: [
          { name: 'memberId', type: 'string', versions: '0+' },
          { name: 'memberEpoch', type: 'int32', versions: '0+' },
          { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'clientId', type: 'string', versions: '0+' },
          { name: 'clientHost', type: 'string', versions: '0+' },
          { name: 'topologyEpoch', type: 'int32', versions: '0+' },
          { name: 'processId', type: 'string', versions: '0+' },
          { name: 'userEndpoint', type: 'Endpoint', versions: '0+', nullableVersions: '0+', default: 'null' },
          { name: 'clientTags', type: '[]KeyValue', versions: '0+' },
          { name: 'taskOffsets', type: '[]TaskOffset', versions: '0+' },
          { name: 'taskEndOffsets', type: '[]TaskOffset', versions: '0+' },
          { name: 'assignment', type: 'Assignment', versions: '0+' },
          { name: 'targetAssignment', type: 'Assignment', versions: '0+' },
          { name: 'isClassic', type: 'bool', versions: '0+' },
        ] },
        { name: 'authorizedOperations', type: 'int32', versions: '0+', default: '-2147483648' },
      ] },
    ],
    structs: [
      { name: 'Endpoint', versions: '0+', fields: [
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
      { name: 'TaskOffset', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partition', type: 'int32', versions: '0+' },
        { name: 'offset', type: 'int64', versions: '0+' },
      ] },
      { name: 'Assignment', versions: '0+', fields: [
        { name: 'activeTasks', type: '[]TaskIds', versions: '0+' },
        { name: 'standbyTasks', type: '[]TaskIds', versions: '0+' },
        { name: 'warmupTasks', type: '[]TaskIds', versions: '0+' },
      ] },
      { name: 'TaskIds', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'KeyValue', versions: '0+', fields: [
        { name: 'key', type: 'string', versions: '0+' },
        { name: 'value', type: 'string', versions: '0+' },
      ] },
      { name: 'TopicInfo', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: 'int32', versions: '0+' },
        { name: 'replicationFactor', type: 'int16', versions: '0+' },
        { name: 'topicConfigs', type: '[]KeyValue', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupHeartbeatRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'endpointInformationEpoch', type: 'int32', versions: '0+' },
      { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'rebalanceTimeoutMs', type: 'int32', versions: '0+', default: '-1' },
      { name: 'topology', type: 'Topology', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'epoch', type: 'int32', versions: '0+' },
        { name: 'subtopologies', type: '[]Subtopology', versions: '0+', fields: [
          { name: 'subtopologyId', type: 'string', versions: '0+' },
          { name: 'sourceTopics', type: '[]string', versions: '0+' },
          { name: 'sourceTopicRegex', type: '[]string', versions: '0+' },
          { name: 'stateChangelogTopics', type: '[]TopicInfo', versions: '0+' },
          { name: 'repartitionSinkTopics', type: '[]string', versions: '0+' },
          { name: 'repartitionSourceTopics', type: '[]TopicInfo', versions: '0+' },
          { name: 'copartitionGroups', type: '[]CopartitionGroup', versions: '0+', fields: [
            { name: 'sourceTopics', type: '[]int16', versions: '0+' },
            { name: 'sourceTopicRegex', type: '[]int16', versions: '0+' },
            { name: 'repartitionSourceTopics', type: '[]int16', versions: '0+' },
          ] },
        ] },
      ] },
      { name: 'activeTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'standbyTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'warmupTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'processId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'userEndpoint', type: 'Endpoint', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'clientTags', type: '[]KeyValue', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'taskOffsets', type: '[]TaskOffset', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'taskEndOffsets', type: '[]TaskOffset', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'shutdownApplication', type: 'bool', versions: '0+', default: 'false' },
    ],
    structs: [
      { name: 'KeyValue', versions: '0+', fields: [
        { name: 'key', type: 'string', versions: '0+' },
        { name: 'value', type: 'string', versions: '0+' },
      ] },
      { name: 'TopicInfo', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: 'int32', versions: '0+' },
        { name: 'replicationFactor', type: 'int16', versions: '0+' },
        { name: 'topicConfigs', type: '[]KeyValue', versions: '0+' },
      ] },
      { name: 'Endpoint', versions: '0+', fields: [
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
      { name: 'TaskOffset', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partition', type: 'int32', versions: '0+' },
        { name: 'offset', type: 'int64', versions: '0+' },
      ] },
      { name: 'TaskIds', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupHeartbeatResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'memberEpoch', type: 'int32', versions: '0+' },
      { name: 'heartbeatIntervalMs', type: 'int32', versions: '0+' },
      { name: 'acceptableRecoveryLag', type: 'int32', versions: '0+' },
      { name: 'taskOffsetIntervalMs', type: 'int32', versions: '0+' },
      { name: 'status', type: '[]Status', versions: '0+', nullableVersions: '0+' },
      { name: 'activeTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'standbyTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'warmupTasks', type: '[]TaskIds', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'endpointInformationEpoch', type: 'int32', versions: '0+' },
      { name: 'partitionsByUserEndpoint', type: '[]EndpointToPartitions', versions: '0+', nullableVersions: '0+', default: 'null', fields: [
        { name: 'userEndpoint', type: 'Endpoint', versions: '0+' },
        { name: 'activePartitions', type: '[]TopicPartition', versions: '0+' },
        { name: 'standbyPartitions', type: '[]TopicPartition', versions: '0+' },
      ] },
    ],
    structs: [
      { name: 'Status', versions: '0+', fields: [
        { name: 'statusCode', type: 'int8', versions: '0+' },
        { name: 'statusDetail', type: 'string', versions: '0+' },
      ] },
      { name: 'TopicPartition', versions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'TaskIds', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
      { name: 'Endpoint', versions: '0+', fields: [
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupMemberMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupMemberMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'instanceId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'rackId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'clientId', type: 'string', versions: '0+' },
      { name: 'clientHost', type: 'string', versions: '0+' },
      { name: 'rebalanceTimeoutMs', type: 'int32', versions: '0+', default: '-1' },
      { name: 'topologyEpoch', type: 'int32', versions: '0+' },
      { name: 'processId', type: 'string', versions: '0+' },
      { name: 'userEndpoint', type: 'Endpoint', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'clientTags', type: '[]KeyValue', versions: '0+' },
    ],
    structs: [
      { name: 'Endpoint', versions: '0+', fields: [
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
      { name: 'KeyValue', versions: '0+', fields: [
        { name: 'key', type: 'string', versions: '0+' },
        { name: 'value', type: 'string', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'epoch', type: 'int32', versions: '0+' },
      { name: 'metadataHash', type: 'int64', versions: '0+' },
      { name: 'validatedTopologyEpoch', type: 'int32', versions: '0+', tag: 0, default: '-1' },
      { name: 'lastAssignmentConfigs', type: '[]LastAssignmentConfig', versions: '0+', nullableVersions: '0+', tag: 1 },
    ],
    structs: [
      { name: 'LastAssignmentConfig', versions: '0+', fields: [
        { name: 'key', type: 'string', versions: '0+' },
        { name: 'value', type: 'string', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupTargetAssignmentMemberKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
      { name: 'memberId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupTargetAssignmentMemberValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'activeTasks', type: '[]TaskIds', versions: '0+' },
      { name: 'standbyTasks', type: '[]TaskIds', versions: '0+' },
      { name: 'warmupTasks', type: '[]TaskIds', versions: '0+' },
    ],
    structs: [
      { name: 'TaskIds', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]int32', versions: '0+' },
      ] },
    ],
  },
  StreamsGroupTargetAssignmentMetadataKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupTargetAssignmentMetadataValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'assignmentEpoch', type: 'int32', versions: '0+' },
      { name: 'assignmentTimestamp', type: 'int64', versions: '0+', tag: 0, default: '0', ignorable: true },
    ],
    structs: [],
  },
  StreamsGroupTopologyKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'groupId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  StreamsGroupTopologyValue: {
    flexibleVersions: '0+',
    fields: [
      { name: 'epoch', type: 'int32', versions: '0+' },
      { name: 'subtopologies', type: '[]Subtopology', versions: '0+', fields: [
        { name: 'subtopologyId', type: 'string', versions: '0+' },
        { name: 'sourceTopics', type: '[]string', versions: '0+' },
        { name: 'sourceTopicRegex', type: '[]string', versions: '0+' },
        { name: 'stateChangelogTopics', type: '[]TopicInfo', versions: '0+' },
        { name: 'repartitionSinkTopics', type: '[]string', versions: '0+' },
        { name: 'repartitionSourceTopics', type: '[]TopicInfo', versions: '0+' },
        { name: 'copartitionGroups', type: '[]CopartitionGroup', versions: '0+', fields: [
          { name: 'sourceTopics', type: '[]int16', versions: '0+' },
          { name: 'sourceTopicRegex', type: '[]int16', versions: '0+' },
          { name: 'repartitionSourceTopics', type: '[]int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [
      { name: 'TopicConfig', versions: '0+', fields: [
        { name: 'key', type: 'string', versions: '0+' },
        { name: 'value', type: 'string', versions: '0+' },
      ] },
      { name: 'TopicInfo', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: 'int32', versions: '0+' },
        { name: 'replicationFactor', type: 'int16', versions: '0+' },
        { name: 'topicConfigs', type: '[]TopicConfig', versions: '0+' },
      ] },
    ],
  },
  SyncGroupRequest: {
    flexibleVersions: '4+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'generationId', type: 'int32', versions: '0+' },
      { name: 'memberId', type: 'string', versions: '0+' },
      { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null' },
      { name: 'protocolType', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      { name: 'protocolName', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      { name: 'assignments', type: '[]SyncGroupRequestAssignment', versions: '0+', fields: [
        { name: 'memberId', type: 'string', versions: '0+' },
        { name: 'assignment', type: 'bytes', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  SyncGroupResponse: {
    flexibleVersions: '4+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '1+', ignorable: true },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'protocolType', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      { name: 'protocolName', type: 'string', versions: '5+', nullableVersions: '5+', default: 'null', ignorable: true },
      { name: 'assignment', type: 'bytes', versions: '0+' },
    ],
    structs: [],
  },
  TopicRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'topicId', type: 'uuid', versions: '0+' },
    ],
    structs: [],
  },
  TransactionLogKey: {
    flexibleVersions: 'none',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '0' },
    ],
    structs: [],
  },
  TransactionLogValue: {
    flexibleVersions: '1+',
    fields: [
      { name: 'producerId', type: 'int64', versions: '0+' },
      { name: 'previousProducerId', type: 'int64', versions: '1+', tag: 0, default: '-1' },
      { name: 'nextProducerId', type: 'int64', versions: '1+', tag: 1, default: '-1' },
      { name: 'producerEpoch', type: 'int16', versions: '0+' },
      { name: 'nextProducerEpoch', type: 'int16', versions: '1+', tag: 3, default: '-1' },
      { name: 'transactionTimeoutMs', type: 'int32', versions: '0+' },
      { name: 'transactionStatus', type: 'int8', versions: '0+' },
      { name: 'transactionPartitions', type: '[]PartitionsSchema', versions: '0+', nullableVersions: '0+', fields: [
        { name: 'topic', type: 'string', versions: '0+' },
        { name: 'partitionIds', type: '[]int32', versions: '0+' },
      ] },
      { name: 'transactionLastUpdateTimestampMs', type: 'int64', versions: '0+' },
      { name: 'transactionStartTimestampMs', type: 'int64', versions: '0+' },
      { name: 'clientTransactionVersion', type: 'int16', versions: '1+', tag: 2, default: '0' },
    ],
    structs: [],
  },
  TxnOffsetCommitRequest: {
    flexibleVersions: '3+',
    fields: [
      { name: 'transactionalId', type: 'string', versions: '0+' },
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'producerId', type: 'int64', versions: '0+' },
      { name: 'producerEpoch', type: 'int16', versions: '0+' },
      { name: 'generationId', type: 'int32', versions: '3+', default: '-1' },
      { name: 'memberId', type: 'string', versions: '3+', default: '' },
      { name: 'groupInstanceId', type: 'string', versions: '3+', nullableVersions: '3+', default: 'null' },
      { name: 'topics', type: '[]TxnOffsetCommitRequestTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]TxnOffsetCommitRequestPartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'committedOffset', type: 'int64', versions: '0+' },
          { name: 'committedLeaderEpoch', type: 'int32', versions: '2+', default: '-1', ignorable: true },
          { name: 'committedMetadata', type: 'string', versions: '0+', nullableVersions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  TxnOffsetCommitResponse: {
    flexibleVersions: '3+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'topics', type: '[]TxnOffsetCommitResponseTopic', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]TxnOffsetCommitResponsePartition', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  UnfenceBrokerRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'id', type: 'int32', versions: '0+' },
      { name: 'epoch', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  UnregisterBrokerRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '0+' },
    ],
    structs: [],
  },
  UnregisterBrokerRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'brokerId', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  UnregisterBrokerResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
    ],
    structs: [],
  },
  UpdateFeaturesRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'timeoutMs', type: 'int32', versions: '0+', default: '60000' },
      { name: 'featureUpdates', type: '[]FeatureUpdateKey', versions: '0+', fields: [
        { name: 'feature', type: 'string', versions: '0+' },
        { name: 'maxVersionLevel', type: 'int16', versions: '0+' },
        { name: 'allowDowngrade', type: 'bool', versions: '0' },
        { name: 'upgradeType', type: 'int8', versions: '1+', default: '1' },
      ] },
      { name: 'validateOnly', type: 'bool', versions: '1+', default: 'false' },
    ],
    structs: [],
  },
  UpdateFeaturesResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'results', type: '[]UpdatableFeatureResult', versions: '0-1', ignorable: true, fields: [
        { name: 'feature', type: 'string', versions: '0+' },
        { name: 'errorCode', type: 'int16', versions: '0+' },
        { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+' },
      ] },
    ],
    structs: [],
  },
  UpdateMetadataRequest: {
    flexibleVersions: '6+',
    fields: [
      { name: 'controllerId', type: 'int32', versions: '0+' },
      { name: 'isKRaftController', type: 'bool', versions: '8+', default: 'false' },
      { name: 'type', type: 'int8', versions: '8+', tag: 0, default: '0' },
      { name: 'controllerEpoch', type: 'int32', versions: '0+' },
      { name: 'brokerEpoch', type: 'int64', versions: '5+', default: '-1', ignorable: true },
      { name: 'ungroupedPartitionStates', type: '[]UpdateMetadataPartitionState', versions: '0-4' },
      { name: 'topicStates', type: '[]UpdateMetadataTopicState', versions: '5+', fields: [
        { name: 'topicName', type: 'string', versions: '5+' },
        { name: 'topicId', type: 'uuid', versions: '7+', ignorable: true },
        { name: 'partitionStates', type: '[]UpdateMetadataPartitionState', versions: '5+' },
      ] },
      { name: 'liveBrokers', type: '[]UpdateMetadataBroker', versions: '0+', fields: [
        { name: 'id', type: 'int32', versions: '0+' },
        { name: 'v0Host', type: 'string', versions: '0', ignorable: true },
        { name: 'v0Port', type: 'int32', versions: '0', ignorable: true },
        { name: 'endpoints', type: '[]UpdateMetadataEndpoint', versions: '1+', ignorable: true, fields: [
          { name: 'port', type: 'int32', versions: '1+' },
          { name: 'host', type: 'string', versions: '1+' },
          { name: 'listener', type: 'string', versions: '3+', ignorable: true },
          { name: 'securityProtocol', type: 'int16', versions: '1+' },
        ] },
        { name: 'rack', type: 'string', versions: '2+', nullableVersions: '0+', ignorable: true },
      ] },
    ],
    structs: [
      { name: 'UpdateMetadataPartitionState', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0-4', ignorable: true },
        { name: 'partitionIndex', type: 'int32', versions: '0+' },
        { name: 'controllerEpoch', type: 'int32', versions: '0+' },
        { name: 'leader', type: 'int32', versions: '0+' },
        { name: 'leaderEpoch', type: 'int32', versions: '0+' },
        { name: 'isr', type: '[]int32', versions: '0+' },
        { name: 'zkVersion', type: 'int32', versions: '0+' },
        { name: 'replicas', type: '[]int32', versions: '0+' },
        { name: 'offlineReplicas', type: '[]int32', versions: '4+', ignorable: true },
      ] },
    ],
  },
  UpdateMetadataResponse: {
    flexibleVersions: '6+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
    ],
    structs: [],
  },
  UpdateRaftVoterRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+' },
      { name: 'currentLeaderEpoch', type: 'int32', versions: '0+' },
      { name: 'voterId', type: 'int32', versions: '0+' },
      { name: 'voterDirectoryId', type: 'uuid', versions: '0+' },
      { name: 'listeners', type: '[]Listener', versions: '0+', fields: [
        { name: 'name', type: 'string', versions: '0+' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'uint16', versions: '0+' },
      ] },
      { name: 'kRaftVersionFeature', type: 'KRaftVersionFeature', versions: '0+', fields: [
        { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
        { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  UpdateRaftVoterResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'throttleTimeMs', type: 'int32', versions: '0+' },
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'currentLeader', type: 'CurrentLeader', versions: '0+', tag: 0, fields: [
        { name: 'leaderId', type: 'int32', versions: '0+', default: '-1' },
        { name: 'leaderEpoch', type: 'int32', versions: '0+', default: '-1' },
        { name: 'host', type: 'string', versions: '0+' },
        { name: 'port', type: 'int32', versions: '0+' },
      ] },
    ],
    structs: [],
  },
  UserScramCredentialRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'name', type: 'string', versions: '0+' },
      { name: 'mechanism', type: 'int8', versions: '0+' },
      { name: 'salt', type: 'bytes', versions: '0+' },
      { name: 'storedKey', type: 'bytes', versions: '0+' },
      { name: 'serverKey', type: 'bytes', versions: '0+' },
      { name: 'iterations', type: 'int32', versions: '0+' },
    ],
    structs: [],
  },
  VoteRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'clusterId', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
      { name: 'voterId', type: 'int32', versions: '1+', default: '-1', ignorable: true },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'replicaEpoch', type: 'int32', versions: '0+' },
          { name: 'replicaId', type: 'int32', versions: '0+' },
          { name: 'replicaDirectoryId', type: 'uuid', versions: '1+', ignorable: true },
          { name: 'voterDirectoryId', type: 'uuid', versions: '1+', ignorable: true },
          { name: 'lastOffsetEpoch', type: 'int32', versions: '0+' },
          { name: 'lastOffset', type: 'int64', versions: '0+' },
          { name: 'preVote', type: 'bool', versions: '2+' },
        ] },
      ] },
    ],
    structs: [],
  },
  VoteResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'errorCode', type: 'int16', versions: '0+' },
      { name: 'topics', type: '[]TopicData', versions: '0+', fields: [
        { name: 'topicName', type: 'string', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partitionIndex', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'leaderId', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'voteGranted', type: 'bool', versions: '0+' },
        ] },
      ] },
      { name: 'nodeEndpoints', type: '[]NodeEndpoint', versions: '1+', tag: 0, fields: [
        { name: 'nodeId', type: 'int32', versions: '1+' },
        { name: 'host', type: 'string', versions: '1+' },
        { name: 'port', type: 'uint16', versions: '1+' },
      ] },
    ],
    structs: [],
  },
  VotersRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'version', type: 'int16', versions: '0+' },
      { name: 'voters', type: '[]Voter', versions: '0+', fields: [
        { name: 'voterId', type: 'int32', versions: '0+' },
        { name: 'voterDirectoryId', type: 'uuid', versions: '0+' },
        { name: 'endpoints', type: '[]Endpoint', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'host', type: 'string', versions: '0+' },
          { name: 'port', type: 'uint16', versions: '0+' },
        ] },
        { name: 'kRaftVersionFeature', type: 'KRaftVersionFeature', versions: '0+', fields: [
          { name: 'minSupportedVersion', type: 'int16', versions: '0+' },
          { name: 'maxSupportedVersion', type: 'int16', versions: '0+' },
        ] },
      ] },
    ],
    structs: [],
  },
  WriteShareGroupStateRequest: {
    flexibleVersions: '0+',
    fields: [
      { name: 'groupId', type: 'string', versions: '0+' },
      { name: 'topics', type: '[]WriteStateData', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionData', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'stateEpoch', type: 'int32', versions: '0+' },
          { name: 'leaderEpoch', type: 'int32', versions: '0+' },
          { name: 'startOffset', type: 'int64', versions: '0+' },
          { name: 'deliveryCompleteCount', type: 'int32', versions: '1+', default: '-1', ignorable: true },
          { name: 'stateBatches', type: '[]StateBatch', versions: '0+', fields: [
            { name: 'firstOffset', type: 'int64', versions: '0+' },
            { name: 'lastOffset', type: 'int64', versions: '0+' },
            { name: 'deliveryState', type: 'int8', versions: '0+' },
            { name: 'deliveryCount', type: 'int16', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  WriteShareGroupStateResponse: {
    flexibleVersions: '0+',
    fields: [
      { name: 'results', type: '[]WriteStateResult', versions: '0+', fields: [
        { name: 'topicId', type: 'uuid', versions: '0+' },
        { name: 'partitions', type: '[]PartitionResult', versions: '0+', fields: [
          { name: 'partition', type: 'int32', versions: '0+' },
          { name: 'errorCode', type: 'int16', versions: '0+' },
          { name: 'errorMessage', type: 'string', versions: '0+', nullableVersions: '0+', default: 'null' },
        ] },
      ] },
    ],
    structs: [],
  },
  WriteTxnMarkersRequest: {
    flexibleVersions: '1+',
    fields: [
      { name: 'markers', type: '[]WritableTxnMarker', versions: '0+', fields: [
        { name: 'producerId', type: 'int64', versions: '0+' },
        { name: 'producerEpoch', type: 'int16', versions: '0+' },
        { name: 'transactionResult', type: 'bool', versions: '0+' },
        { name: 'topics', type: '[]WritableTxnMarkerTopic', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'partitionIndexes', type: '[]int32', versions: '0+' },
        ] },
        { name: 'coordinatorEpoch', type: 'int32', versions: '0+' },
        { name: 'transactionVersion', type: 'int8', versions: '2+', default: '0', ignorable: true },
      ] },
    ],
    structs: [],
  },
  WriteTxnMarkersResponse: {
    flexibleVersions: '1+',
    fields: [
      { name: 'markers', type: '[]WritableTxnMarkerResult', versions: '0+', fields: [
        { name: 'producerId', type: 'int64', versions: '0+' },
        { name: 'topics', type: '[]WritableTxnMarkerTopicResult', versions: '0+', fields: [
          { name: 'name', type: 'string', versions: '0+' },
          { name: 'partitions', type: '[]WritableTxnMarkerPartitionResult', versions: '0+', fields: [
            { name: 'partitionIndex', type: 'int32', versions: '0+' },
            { name: 'errorCode', type: 'int16', versions: '0+' },
          ] },
        ] },
      ] },
    ],
    structs: [],
  },
  ZkMigrationStateRecord: {
    flexibleVersions: '0+',
    fields: [
      { name: 'zkMigrationState', type: 'int8', versions: '0+' },
    ],
    structs: [],
  },
}
