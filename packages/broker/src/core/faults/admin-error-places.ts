// Where the APIs of administration have their error codes, if not at the top.
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { alterConfigsApi } from '@odradek/protocol/apis/alter-configs'
import { alterPartitionReassignmentsApi } from '@odradek/protocol/apis/alter-partition-reassignments'
import { alterReplicaLogDirsApi } from '@odradek/protocol/apis/alter-replica-log-dirs'
import { alterUserScramCredentialsApi } from '@odradek/protocol/apis/alter-user-scram-credentials'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { createAclsApi } from '@odradek/protocol/apis/create-acls'
import { createPartitionsApi } from '@odradek/protocol/apis/create-partitions'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteAclsApi } from '@odradek/protocol/apis/delete-acls'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { describeLogDirsApi } from '@odradek/protocol/apis/describe-log-dirs'
import { describeProducersApi } from '@odradek/protocol/apis/describe-producers'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { describeTopicPartitionsApi } from '@odradek/protocol/apis/describe-topic-partitions'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { shareGroupDescribeApi } from '@odradek/protocol/apis/share-group-describe'
import { streamsGroupDescribeApi } from '@odradek/protocol/apis/streams-group-describe'
import { errorPlace } from './error-place.ts'

interface Resource {
  readonly resourceType: number
  readonly resourceName: string
}

function resourcesOf(resources: readonly Resource[], errorCode: number) {
  return resources.map(({ resourceType, resourceName }) => ({ resourceType, resourceName, errorCode }))
}

function groupsOf(groupIds: readonly string[], errorCode: number) {
  return groupIds.map((groupId) => ({ groupId, errorCode }))
}

/** By API key. */
export const adminErrorPlaces = [
  errorPlace(createTopicsApi, ({ topics }, errorCode) => ({ topics: topics.map(({ name }) => ({ name, errorCode })) })),
  errorPlace(deleteTopicsApi, ({ topics, topicNames }, errorCode, version) => ({
    responses:
      version >= 6
        ? topics.map(({ name, topicId }) => ({ name, topicId, errorCode }))
        : topicNames.map((name) => ({ name, errorCode })),
  })),
  errorPlace(createPartitionsApi, ({ topics }, errorCode) => ({
    results: topics.map(({ name }) => ({ name, errorCode })),
  })),
  errorPlace(deleteRecordsApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode, lowWatermark: -1n })),
    })),
  })),
  errorPlace(describeTopicPartitionsApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name }) => ({ name, errorCode })),
  })),
  errorPlace(describeConfigsApi, ({ resources }, errorCode) => ({ results: resourcesOf(resources, errorCode) })),
  errorPlace(alterConfigsApi, ({ resources }, errorCode) => ({ responses: resourcesOf(resources, errorCode) })),
  errorPlace(incrementalAlterConfigsApi, ({ resources }, errorCode) => ({
    responses: resourcesOf(resources, errorCode),
  })),
  errorPlace(createAclsApi, ({ creations }, errorCode) => ({ results: creations.map(() => ({ errorCode })) })),
  errorPlace(deleteAclsApi, ({ filters }, errorCode) => ({ filterResults: filters.map(() => ({ errorCode })) })),
  errorPlace(alterClientQuotasApi, ({ entries }, errorCode) => ({
    entries: entries.map(({ entity }) => ({ entity, errorCode })),
  })),
  errorPlace(alterUserScramCredentialsApi, ({ deletions, upsertions }, errorCode) => ({
    results: [...new Set([...deletions, ...upsertions].map(({ name }) => name))].map((user) => ({ user, errorCode })),
  })),
  errorPlace(alterPartitionReassignmentsApi, ({ topics }, errorCode) => ({
    errorCode,
    responses: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  })),
  errorPlace(alterReplicaLogDirsApi, ({ dirs }, errorCode) => ({
    results: dirs.flatMap(({ topics }) =>
      topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({ partitionIndex, errorCode })),
      })),
    ),
  })),
  errorPlace(describeLogDirsApi, (_request, errorCode, version) =>
    version >= 3 ? { errorCode } : { results: [{ errorCode }] },
  ),
  errorPlace(describeProducersApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode })),
    })),
  })),
  errorPlace(describeTransactionsApi, ({ transactionalIds }, errorCode) => ({
    transactionStates: transactionalIds.map((transactionalId) => ({ transactionalId, errorCode })),
  })),
  errorPlace(electLeadersApi, ({ topicPartitions }, errorCode, version) => ({
    ...(version >= 1 ? { errorCode } : {}),
    replicaElectionResults: (topicPartitions ?? []).map(({ topic, partitions }) => ({
      topic,
      partitionResult: partitions.map((partitionId) => ({ partitionId, errorCode })),
    })),
  })),
  errorPlace(describeGroupsApi, ({ groups }, errorCode) => ({ groups: groupsOf(groups, errorCode) })),
  errorPlace(deleteGroupsApi, ({ groupsNames }, errorCode) => ({ results: groupsOf(groupsNames, errorCode) })),
  errorPlace(consumerGroupDescribeApi, ({ groupIds }, errorCode) => ({ groups: groupsOf(groupIds, errorCode) })),
  errorPlace(shareGroupDescribeApi, ({ groupIds }, errorCode) => ({ groups: groupsOf(groupIds, errorCode) })),
  errorPlace(streamsGroupDescribeApi, ({ groupIds }, errorCode) => ({ groups: groupsOf(groupIds, errorCode) })),
  errorPlace(describeShareGroupOffsetsApi, ({ groups }, errorCode) => ({
    groups: groups.map(({ groupId }) => ({ groupId, errorCode })),
  })),
] as const
