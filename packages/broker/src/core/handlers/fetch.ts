// Fetch 0-18: reads whole batches and waits for `minBytes` of them, at most `maxWaitMs`; in sessions, if the client wants one (KIP-227).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import type { BrokerState } from '../broker-state.ts'
import type { FetchedPartition, PartitionResponse, PartitionResult } from '../fetch/fetch-session.ts'
import type { FetchContext } from '../fetch/fetch-sessions.ts'
import { inFormat } from '../fetch/down-conversion.ts'
import { elsewhere, failedPartition, readPartition } from '../fetch/read-partition.ts'
import { fetchThrottleMs, mostFetchBytes } from '../quota/fetch-quota.ts'
import { findLeader, findReplica } from '../replication/find-replica.ts'
import { followerOf, handleFollowerFetch } from '../replication/follower-fetch.ts'
import { preferredReplica } from '../replication/preferred-replica.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'

type TopicResponse = MessageInput<FetchResponse['responses'][number]>

const TOPIC_IDS_SINCE = 13
const FOLLOWERS_SINCE = 11
const READ_COMMITTED = 1

interface FetchRound {
  readonly results: PartitionResult[]
  readonly waitFor: string[]
  bytes: number
  budget: number
  /** An error, a divergence or a better replica: the reader should hear of it at once. */
  hurry: boolean
}

/** Handles Fetch. One that waits is read again whenever its partitions change, and answered with what there is when time is up. */
export function handleFetch(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  nowMs: number,
): Outcome<FetchResponse> {
  if (followerOf(request) >= 0) return handleFollowerFetch(state, request, nowMs)
  const context = state.fetchSessions.open(request, nowMs)
  if (context.kind === 'error') return answer({ errorCode: context.errorCode, responses: [] })
  const maxBytes = Math.min(request.body.maxBytes, state.config.fetchMaxBytes, mostFetchBytes(state, request))
  const minBytes = Math.min(request.body.minBytes, maxBytes)
  const isEnough = ({ hurry, bytes }: FetchRound) => hurry || bytes >= minBytes
  const end = (round: FetchRound, atMs: number) =>
    answer<FetchResponse>(
      throttledResponse(state, request, context, round.results, atMs) ??
        responseOf(state, request, context, round.results, atMs),
    )
  const round = readAll(state, request, context.partitions, maxBytes)
  if (isEnough(round) || request.body.maxWaitMs <= 0 || round.waitFor.length === 0) return end(round, nowMs)
  const tryAgain = (atMs: number, isLate: boolean) => {
    const later = readAll(state, request, context.partitions, maxBytes)
    return isLate || isEnough(later) ? end(later, atMs) : undefined
  }
  const untilMs = nowMs + request.body.maxWaitMs
  return { reply: { kind: 'wait', wait: { partitions: round.waitFor, untilMs, tryAgain } } }
}

function responseOf(
  state: BrokerState,
  { version }: BrokerRequest<FetchRequest>,
  context: Exclude<FetchContext, { kind: 'error' }>,
  results: readonly PartitionResult[],
  nowMs: number,
): MessageInput<FetchResponse> {
  switch (context.kind) {
    case 'sessionless':
      return { responses: byTopic(results) }
    case 'full': {
      const sessionId = state.fetchSessions.begin(version >= TOPIC_IDS_SINCE, results, nowMs)
      return { sessionId, responses: byTopic(results) }
    }
    case 'incremental':
      return { sessionId: context.session.id, responses: byTopic(context.session.newsOf(results)) }
  }
}

/** The answer to a client that reads more than its quota allows: nothing, until it has waited. No session begins with it. */
function throttledResponse(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  context: Exclude<FetchContext, { kind: 'error' }>,
  results: readonly PartitionResult[],
  nowMs: number,
): MessageInput<FetchResponse> | undefined {
  const session = context.kind === 'incremental' ? context.session : undefined
  const wanted = () => ({ responses: byTopic(session?.wouldBeNewsOf(results) ?? results) })
  const throttleTimeMs = fetchThrottleMs(state, request, wanted, nowMs)
  return throttleTimeMs === undefined ? undefined : { throttleTimeMs, sessionId: session?.id ?? 0, responses: [] }
}

/** Neighbours of one topic share an entry, as in Kafka's answers. */
function byTopic(results: readonly PartitionResult[]): TopicResponse[] {
  const topics: { topic: string; topicId: string; partitions: PartitionResponse[] }[] = []
  for (const { topic, topicId, response } of results) {
    const last = topics.at(-1)
    if (last !== undefined && last.topic === topic && last.topicId === topicId) last.partitions.push(response)
    else topics.push({ topic, topicId, partitions: [response] })
  }
  return topics
}

function readAll(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  partitions: readonly FetchedPartition[],
  maxBytes: number,
): FetchRound {
  const round: FetchRound = { results: [], waitFor: [], bytes: 0, budget: maxBytes, hurry: false }
  for (const fetched of partitions) {
    const response = readOne(state, request, fetched, round)
    const size = response.records?.length ?? 0
    round.bytes += size
    round.budget -= size
    const { errorCode = 0, divergingEpoch, preferredReadReplica = -1 } = response
    round.hurry ||= errorCode !== 0 || divergingEpoch !== undefined || preferredReadReplica >= 0
    round.results.push({ ...fetched, response })
  }
  return round
}

function readOne(
  state: BrokerState,
  { body, version }: BrokerRequest<FetchRequest>,
  { topic: name, topicId, wanted }: FetchedPartition,
  round: FetchRound,
): PartitionResponse {
  const { partition, currentLeaderEpoch, fetchOffset } = wanted
  const byId = version >= TOPIC_IDS_SINCE
  const topic = state.topics.find(name, topicId, byId)
  if (topic === undefined) {
    return unknownPartition(partition, byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  }
  round.waitFor.push(partitionKey(topic.topicId, partition))
  // From version 11 on consumers may read from followers (KIP-392).
  const find = version >= FOLLOWERS_SINCE ? findReplica : findLeader
  const replica = find(state, topic, partition, currentLeaderEpoch)
  if (replica === (ErrorCode.UNKNOWN_TOPIC_OR_PARTITION as number)) return unknownPartition(partition, replica)
  if (typeof replica === 'number') return failedPartition(partition, replica)
  const preferred = preferredReplica(state, replica, body.rackId, fetchOffset)
  if (preferred !== undefined) return elsewhere(replica.log, partition, preferred)
  const committedOnly = body.isolationLevel === READ_COMMITTED
  const limits = { maxBytes: round.budget, atLeastOne: round.bytes === 0, committedOnly }
  return inFormat(state.config.emulate, version, readPartition(replica.log, wanted, limits), fetchOffset)
}

function unknownPartition(partitionIndex: number, errorCode: number): PartitionResponse {
  return { ...failedPartition(partitionIndex, errorCode), abortedTransactions: [] }
}
