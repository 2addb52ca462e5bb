// DescribeShareGroupOffsets 0-1, AlterShareGroupOffsets 0 and DeleteShareGroupOffsets 0 (KIP-932): where a share group has come to.
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import type { AlterShareGroupOffsetsRequest } from '@odradek/protocol/messages/alter-share-group-offsets-request'
import type { AlterShareGroupOffsetsResponse } from '@odradek/protocol/messages/alter-share-group-offsets-response'
import type { DeleteShareGroupOffsetsRequest } from '@odradek/protocol/messages/delete-share-group-offsets-request'
import type { DeleteShareGroupOffsetsResponse } from '@odradek/protocol/messages/delete-share-group-offsets-response'
import type { DescribeShareGroupOffsetsRequest } from '@odradek/protocol/messages/describe-share-group-offsets-request'
import type { DescribeShareGroupOffsetsResponse } from '@odradek/protocol/messages/describe-share-group-offsets-response'
import { ZERO_UUID } from '@odradek/bytes'
import type { BrokerState } from '../broker-state.ts'
import { type Refusal, refuse } from '../group/refusal.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'
import { beginGroupRequest } from './group-request.ts'

type DescribedGroup = MessageInput<DescribeShareGroupOffsetsResponse['groups'][number]>
type DescribedPartition = NonNullable<NonNullable<DescribedGroup['topics']>[number]['partitions']>[number]

const LAG_SINCE = 1
const LATEST = -1n
/** The version of ListOffsets that leaders are asked in. */
const PEER_VERSION = 7
const UNKNOWN_TOPIC = errorMessage(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)

/** Handles DescribeShareGroupOffsets. */
export function handleDescribeShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<DescribeShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<DescribeShareGroupOffsetsResponse> {
  const groups = request.body.groups.map(({ groupId, topics }): DescribedGroup => {
    const error = beginGroupRequest(state, request, groupId, nowMs)
    if (error !== undefined) return { groupId, errorCode: error, errorMessage: errorMessage(error) }
    const wanted = topics ?? topicsOf(state, groupId)
    return { groupId, topics: wanted.map((topic) => describeTopic(state, request, groupId, topic, nowMs)) }
  })
  return answer({ groups })
}

/** All partitions that a group has begun to read. */
function topicsOf(state: BrokerState, groupId: string): { topicName: string; partitions: number[] }[] {
  return [...state.shares.topicIdsOf(groupId)].flatMap((topicId) => {
    const topic = state.topics.byId(topicId)
    if (topic === undefined) return []
    const partitions = [...topic.partitions.keys()].filter((index) => state.shares.find(groupId, topicId, index))
    return [{ topicName: topic.name, partitions }]
  })
}

function describeTopic(
  state: BrokerState,
  { version, receivedAtMs }: BrokerRequest<unknown>,
  groupId: string,
  { topicName, partitions }: { topicName: string; partitions: readonly number[] },
  nowMs: number,
) {
  const topic = state.topics.byName(topicName)
  const described = partitions.map((partitionIndex): DescribedPartition => {
    if (topic === undefined) {
      const unknown = { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
      return { partitionIndex, startOffset: -1n, ...unknown }
    }
    const sharePartition = state.shares.find(groupId, topic.topicId, partitionIndex)
    if (sharePartition === undefined) return { partitionIndex, startOffset: -1n, leaderEpoch: 0 }
    const { leaderEpoch } = topic.partitions[partitionIndex]!
    const startOffset = BigInt(sharePartition.startOffset)
    if (version < LAG_SINCE) return { partitionIndex, startOffset, leaderEpoch }
    const highWatermark = endOf(state, topic, partitionIndex, nowMs, receivedAtMs)
    const lag = highWatermark === undefined ? -1n : BigInt(sharePartition.lag(highWatermark))
    return { partitionIndex, startOffset, leaderEpoch, lag }
  })
  return { topicName, topicId: topic?.topicId ?? ZERO_UUID, partitions: described }
}

/** The high watermark of a partition, as its leader has it; undefined where it has none. */
function endOf(
  state: BrokerState,
  topic: Topic,
  partitionIndex: number,
  nowMs: number,
  wallClockMs: number,
): number | undefined {
  const replica = findLeader(state, topic, partitionIndex)
  if (typeof replica !== 'number') return replica.log.highWatermark
  const { leader } = topic.partitions[partitionIndex]!
  const partition = { partitionIndex, currentLeaderEpoch: -1, timestamp: LATEST, maxNumOffsets: 1 }
  const topics = [{ name: topic.name, partitions: [partition] }]
  const question = { replicaId: -1, isolationLevel: 0, timeoutMs: 0, topics }
  const answered = state.peers.ask(leader, listOffsetsApi, PEER_VERSION, question, nowMs, wallClockMs)
  const offset = answered?.topics[0]?.partitions[0]?.offset
  return offset === undefined || offset < 0n ? undefined : Number(offset)
}

/** Handles AlterShareGroupOffsets: an empty group goes on from other offsets, and one that is not there comes to be. */
export function handleAlterShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<AlterShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<AlterShareGroupOffsetsResponse> {
  const { groupId, topics } = request.body
  const isNew = state.groups.group(groupId) === undefined
  const fault = emptyGroupFault(state, request, groupId, nowMs)
  if (fault !== undefined && !(isNew && fault.errorCode === ErrorCode.GROUP_ID_NOT_FOUND)) {
    return answer({ ...fault, responses: [] })
  }
  const isAnyKnown = topics.some(({ topicName }) => state.topics.byName(topicName) !== undefined)
  const records = isNew && isAnyKnown ? state.groups.createShareGroup(groupId, nowMs) : []
  const responses = topics.map(({ topicName, partitions }) => {
    const topic = state.topics.byName(topicName)
    const answers = partitions.map(({ partitionIndex, startOffset }) => {
      const leader = topic?.partitions[partitionIndex]
      if (topic === undefined || leader === undefined) {
        return { partitionIndex, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
      }
      const { topicId } = topic
      state.shares.reset(groupId, { topicId, partition: partitionIndex }, leader, Number(startOffset))
      return { partitionIndex }
    })
    return { topicName, topicId: topic?.topicId ?? ZERO_UUID, partitions: answers }
  })
  return answer({ responses }, records)
}

/** Handles DeleteShareGroupOffsets: an empty group forgets topics. */
export function handleDeleteShareGroupOffsets(
  state: BrokerState,
  request: BrokerRequest<DeleteShareGroupOffsetsRequest>,
  nowMs: number,
): Outcome<DeleteShareGroupOffsetsResponse> {
  const { groupId, topics } = request.body
  const fault = emptyGroupFault(state, request, groupId, nowMs)
  if (fault !== undefined) return answer({ ...fault, responses: [] })
  const responses = topics.map(({ topicName }) => {
    const topic = state.topics.byName(topicName)
    if (topic === undefined) {
      return { topicName, errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: UNKNOWN_TOPIC }
    }
    state.shares.remove(groupId, topic.topicId)
    return { topicName, topicId: topic.topicId }
  })
  return answer({ responses })
}

function emptyGroupFault(
  state: BrokerState,
  request: BrokerRequest<unknown>,
  groupId: string,
  nowMs: number,
): Refusal | undefined {
  const error = beginGroupRequest(state, request, groupId, nowMs)
  if (error !== undefined) return refuse(error, errorMessage(error))
  if (groupId === '') return refuse(ErrorCode.INVALID_GROUP_ID, 'The group id is invalid.')
  const group = state.groups.group(groupId)
  if (group === undefined) return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} not found.`)
  if (group.type !== 'share') return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a share group.`)
  return group.state === 'Empty'
    ? undefined
    : refuse(ErrorCode.NON_EMPTY_GROUP, errorMessage(ErrorCode.NON_EMPTY_GROUP))
}
