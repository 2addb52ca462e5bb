// Fetch 4-18: reads whole batches and waits for `minBytes` of them, at most `maxWaitMs`. No fetch sessions are kept: an answer to
// "give me a session" (epoch 0) may say that there is none (session id 0), as Kafka does when its session cache is full (KIP-227).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { RecordBatch } from '@odradek/records'
import type { BrokerState } from '../broker-state.ts'
import type { PartitionLog } from '../log/partition-log.ts'
import { followerOf, handleFollowerFetch } from '../replication/follower-fetch.ts'
import { findLeader, findReplica } from '../replication/find-replica.ts'
import type { Replica } from '../replication/replica.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'

type TopicResponse = MessageInput<FetchResponse['responses'][number]>
type PartitionResponse = MessageInput<FetchResponse['responses'][number]['partitions'][number]>
type PartitionRequest = FetchRequest['topics'][number]['partitions'][number]

const TOPIC_IDS_SINCE = 13
const FOLLOWERS_SINCE = 11
const READ_COMMITTED = 1
const FULL_SESSION_EPOCHS = [0, -1]

interface FetchRound {
  readonly responses: TopicResponse[]
  readonly bytes: number
  /** An error or a divergence: the reader should hear of it at once. */
  readonly hurry: boolean
  readonly waitFor: string[]
}

/** Handles Fetch. One that waits is read again whenever its partitions change, and answered with what there is when time is up. */
export function handleFetch(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  nowMs: number,
): Outcome<FetchResponse> {
  if (followerOf(request) >= 0) return handleFollowerFetch(state, request, nowMs)
  const { sessionEpoch, maxWaitMs, minBytes } = request.body
  if (!FULL_SESSION_EPOCHS.includes(sessionEpoch)) {
    return answer({ errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND, responses: [] })
  }
  const round = readAll(state, request)
  const isEnough = ({ hurry, bytes }: FetchRound) => hurry || bytes >= minBytes
  if (isEnough(round) || maxWaitMs <= 0 || round.waitFor.length === 0) return answer({ responses: round.responses })
  const tryAgain = (_nowMs: number, isLate: boolean) => {
    const later = readAll(state, request)
    return isLate || isEnough(later) ? answer<FetchResponse>({ responses: later.responses }) : undefined
  }
  return { reply: { kind: 'wait', wait: { partitions: round.waitFor, untilMs: nowMs + maxWaitMs, tryAgain } } }
}

function readAll(state: BrokerState, request: BrokerRequest<FetchRequest>): FetchRound {
  const byId = request.version >= TOPIC_IDS_SINCE
  const committedOnly = request.body.isolationLevel === READ_COMMITTED
  const waitFor: string[] = []
  let budget = Math.min(request.body.maxBytes, state.config.fetchMaxBytes)
  let bytes = 0
  let hurry = false
  const responses = request.body.topics.map(({ topic: name, topicId, partitions }) => {
    const topic = state.topics.find(name, topicId, byId)
    const unknownTopic = byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    return {
      topic: name,
      topicId,
      partitions: partitions.map((wanted) => {
        const response =
          topic === undefined
            ? unknownPartition(wanted.partition, unknownTopic)
            : readPartition(state, topic, wanted, request.version, budget, bytes === 0, committedOnly)
        const size = response.records?.length ?? 0
        bytes += size
        budget -= size
        hurry ||= (response.errorCode ?? 0) !== 0 || response.divergingEpoch !== undefined
        if (topic !== undefined) waitFor.push(partitionKey(topic.topicId, wanted.partition))
        return response
      }),
    }
  })
  return { responses, bytes, hurry, waitFor }
}

function failure(partitionIndex: number, errorCode: number): PartitionResponse {
  const nothing = { highWatermark: -1n, lastStableOffset: -1n, logStartOffset: -1n, abortedTransactions: null }
  return { partitionIndex, errorCode, ...nothing, records: new Uint8Array(0) }
}

function unknownPartition(partitionIndex: number, errorCode: number): PartitionResponse {
  return { ...failure(partitionIndex, errorCode), abortedTransactions: [] }
}

function readPartition(
  state: BrokerState,
  topic: Topic,
  wanted: PartitionRequest,
  version: number,
  budget: number,
  atLeastOne: boolean,
  committedOnly: boolean,
): PartitionResponse {
  const { partition, currentLeaderEpoch } = wanted
  // From version 11 on consumers may read from followers (KIP-392).
  const find = version >= FOLLOWERS_SINCE ? findReplica : findLeader
  const replica = find(state, topic, partition, currentLeaderEpoch)
  if (replica === (ErrorCode.UNKNOWN_TOPIC_OR_PARTITION as number)) return unknownPartition(partition, replica)
  if (typeof replica === 'number') return failure(partition, replica)
  return readReplica(replica, wanted, budget, atLeastOne, committedOnly)
}

function readReplica(
  { log, leaderEpoch }: Replica,
  wanted: PartitionRequest,
  budget: number,
  atLeastOne: boolean,
  committedOnly: boolean,
): PartitionResponse {
  const partitionIndex = wanted.partition
  const { endOffset, startOffset } = log
  const isBeyond = wanted.fetchOffset > BigInt(endOffset)
  // KIP-595: a reader that names the epoch of its last record is told where that epoch ended, instead of an error.
  const diverges = isBeyond && wanted.lastFetchedEpoch >= 0
  const isOutside = wanted.fetchOffset < BigInt(startOffset) || (isBeyond && !diverges)
  if (isOutside || wanted.lastFetchedEpoch > leaderEpoch) {
    return failure(partitionIndex, ErrorCode.OFFSET_OUT_OF_RANGE)
  }
  const maxBytes = Math.min(wanted.partitionMaxBytes, budget)
  return {
    partitionIndex,
    highWatermark: BigInt(log.highWatermark),
    lastStableOffset: BigInt(log.lastStableOffset),
    logStartOffset: BigInt(startOffset),
    ...(diverges
      ? {
          divergingEpoch: { epoch: leaderEpoch, endOffset: BigInt(endOffset) },
          records: new Uint8Array(0),
          abortedTransactions: committedOnly ? [] : null,
        }
      : readRecords(log, Number(wanted.fetchOffset), maxBytes, atLeastOne, committedOnly)),
  }
}

/** Batches up to the high watermark; for readers of committed records up to the last stable offset, with what they have to skip. */
function readRecords(
  log: PartitionLog,
  fetchOffset: number,
  maxBytes: number,
  atLeastOne: boolean,
  committedOnly: boolean,
): Pick<PartitionResponse, 'records' | 'abortedTransactions'> {
  const limit = committedOnly ? log.lastStableOffset : log.highWatermark
  const batches = fetchOffset < limit ? log.read(fetchOffset, maxBytes, atLeastOne, limit) : []
  const records = joined(batches)
  const last = batches.at(-1)
  if (!committedOnly) return { records, abortedTransactions: null }
  if (last === undefined) return { records, abortedTransactions: [] }
  const endOffset = Number(new RecordBatch(last).nextOffset)
  const aborted = log.abortedTransactions(fetchOffset, endOffset)
  return { records, abortedTransactions: aborted.map(({ producerId, firstOffset }) => ({ producerId, firstOffset })) }
}

function joined(batches: readonly Uint8Array[]): Uint8Array {
  if (batches.length === 1) return batches[0]!
  const all = new Uint8Array(batches.reduce((size, batch) => size + batch.length, 0))
  let position = 0
  for (const batch of batches) {
    all.set(batch, position)
    position += batch.length
  }
  return all
}
