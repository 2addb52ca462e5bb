// Where the APIs of records, offsets, groups and transactions have their error codes, if not at the top.
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { deleteShareGroupStateApi } from '@odradek/protocol/apis/delete-share-group-state'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initializeShareGroupStateApi } from '@odradek/protocol/apis/initialize-share-group-state'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetDeleteApi } from '@odradek/protocol/apis/offset-delete'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { readShareGroupStateApi } from '@odradek/protocol/apis/read-share-group-state'
import { readShareGroupStateSummaryApi } from '@odradek/protocol/apis/read-share-group-state-summary'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { writeShareGroupStateApi } from '@odradek/protocol/apis/write-share-group-state'
import { writeTxnMarkersApi } from '@odradek/protocol/apis/write-txn-markers'
import { ErrorCode } from '@odradek/protocol'
import { errorPlace } from './error-place.ts'

const FETCH_SESSION_ERRORS: ReadonlySet<number> = new Set([
  ErrorCode.FETCH_SESSION_ID_NOT_FOUND,
  ErrorCode.INVALID_FETCH_SESSION_EPOCH,
  ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR,
  ErrorCode.SHARE_SESSION_NOT_FOUND,
  ErrorCode.INVALID_SHARE_SESSION_EPOCH,
  ErrorCode.SHARE_SESSION_LIMIT_REACHED,
])

/** An error of the whole request where it is one of sessions, or where the request names no partition, as within a session. */
function isOfSession(errorCode: number, topics: readonly unknown[]): boolean {
  return topics.length === 0 || FETCH_SESSION_ERRORS.has(errorCode)
}

interface ShareStateRequest {
  readonly topics: readonly {
    readonly topicId: string
    readonly partitions: readonly { readonly partition: number }[]
  }[]
}

function ofShareState({ topics }: ShareStateRequest, errorCode: number) {
  const partitionsOf = ({ partitions }: ShareStateRequest['topics'][number]) =>
    partitions.map(({ partition }) => ({ partition, errorCode }))
  return { results: topics.map((topic) => ({ topicId: topic.topicId, partitions: partitionsOf(topic) })) }
}

/** By API key. */
export const dataErrorPlaces = [
  errorPlace(produceApi, ({ topicData }, errorCode) => ({
    responses: topicData.map(({ name, topicId, partitionData }) => ({
      name,
      topicId,
      partitionResponses: partitionData.map(({ index }) => ({
        index,
        errorCode,
        baseOffset: -1n,
        logStartOffset: -1n,
      })),
    })),
  })),
  errorPlace(fetchApi, ({ topics }, errorCode) =>
    isOfSession(errorCode, topics)
      ? { errorCode }
      : {
          responses: topics.map(({ topic, topicId, partitions }) => ({
            topic,
            topicId,
            partitions: partitions.map(({ partition }) => ({
              partitionIndex: partition,
              errorCode,
              highWatermark: -1n,
              records: new Uint8Array(0),
            })),
          })),
        },
  ),
  errorPlace(listOffsetsApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  })),
  errorPlace(metadataApi, ({ topics }, errorCode, version) => ({
    topics: (topics ?? []).map(({ name, topicId }) => ({
      name: name ?? (version < 12 ? '' : null),
      topicId,
      errorCode,
    })),
    ...(version >= 13 && (topics ?? []).length === 0 ? { errorCode } : {}),
  })),
  errorPlace(offsetCommitApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name, topicId, partitions }) => ({
      name,
      topicId,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  })),
  errorPlace(offsetFetchApi, ({ topics, groups }, errorCode, version) => {
    if (version >= 8) return { groups: groups.map(({ groupId }) => ({ groupId, errorCode })) }
    if (version >= 2) return { errorCode }
    const partitionsOf = (partitions: readonly number[]) =>
      partitions.map((partitionIndex) => ({ partitionIndex, errorCode, committedOffset: -1n, metadata: '' }))
    return {
      topics: (topics ?? []).map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionsOf(partitionIndexes),
      })),
    }
  }),
  errorPlace(findCoordinatorApi, ({ coordinatorKeys }, errorCode, version) =>
    version < 4
      ? { errorCode, nodeId: -1, port: -1 }
      : { coordinators: coordinatorKeys.map((key) => ({ key, errorCode, nodeId: -1, port: -1 })) },
  ),
  errorPlace(offsetForLeaderEpochApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition }) => ({ partition, errorCode })),
    })),
  })),
  errorPlace(offsetDeleteApi, (_request, errorCode) => ({ errorCode })),
  errorPlace(initProducerIdApi, (_request, errorCode) => ({ errorCode, producerId: -1n, producerEpoch: -1 })),
  errorPlace(addPartitionsToTxnApi, ({ v3AndBelowTopics }, errorCode, version) =>
    version >= 4
      ? { errorCode }
      : {
          resultsByTopicV3AndBelow: v3AndBelowTopics.map(({ name, partitions }) => ({
            name,
            resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: errorCode })),
          })),
        },
  ),
  errorPlace(txnOffsetCommitApi, ({ topics }, errorCode) => ({
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
    })),
  })),
  errorPlace(writeTxnMarkersApi, ({ markers }, errorCode) => ({
    markers: markers.map(({ producerId, topics }) => ({
      producerId,
      topics: topics.map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, errorCode })),
      })),
    })),
  })),
  errorPlace(initializeShareGroupStateApi, ofShareState),
  errorPlace(readShareGroupStateApi, ofShareState),
  errorPlace(readShareGroupStateSummaryApi, ofShareState),
  errorPlace(writeShareGroupStateApi, ofShareState),
  errorPlace(deleteShareGroupStateApi, ofShareState),
  errorPlace(shareFetchApi, ({ topics }, errorCode) =>
    isOfSession(errorCode, topics)
      ? { errorCode }
      : {
          responses: topics.map(({ topicId, partitions }) => ({
            topicId,
            partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
          })),
        },
  ),
  errorPlace(shareAcknowledgeApi, ({ topics }, errorCode) =>
    isOfSession(errorCode, topics)
      ? { errorCode }
      : {
          responses: topics.map(({ topicId, partitions }) => ({
            topicId,
            partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
          })),
        },
  ),
] as const
