// ShareFetch 1-2 (KIP-932): acknowledges records, and acquires others.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ShareFetchRequest } from '@odradek/protocol/messages/share-fetch-request'
import type { ShareFetchResponse } from '@odradek/protocol/messages/share-fetch-response'
import type { BrokerState } from '../broker-state.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'
import { FINAL_EPOCH, type ShareSession } from '../share/share-partitions.ts'
import { acknowledge } from './share-acknowledge.ts'

type Results = Map<string, Map<number, PartitionData>>
type PartitionData = MessageInput<ShareFetchResponse['responses'][number]['partitions'][number]>
type Fetch = BrokerRequest<ShareFetchRequest>

const RECORD_LIMIT_MODE = 1

/** Handles ShareFetch. */
export function handleShareFetch(state: BrokerState, request: Fetch, nowMs: number): Outcome<ShareFetchResponse> {
  const { groupId, memberId, shareSessionEpoch: epoch } = request.body
  if (groupId === null || memberId === null || groupId === '') return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  // A member that begins has nothing yet to acknowledge.
  if (epoch === 0 && acknowledges(request.body)) return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  const session = state.shares.session({ groupId, memberId, connectionId: request.connectionId }, epoch, nowMs)
  if (typeof session === 'number') return answer({ errorCode: session })
  updateSession(session, request.body)
  const results: Results = new Map()
  acknowledgeAll(state, session, request.body, results, nowMs)
  if (epoch === FINAL_EPOCH) state.shares.onSessionEnded(session, nowMs)
  const { lockDurationMs } = state.shares.limitsOf(groupId)
  const done = () =>
    answer<ShareFetchResponse>({ acquisitionLockTimeoutMs: lockDurationMs, responses: listOf(results) })
  if (epoch === FINAL_EPOCH || request.body.isRenewAck) return done()
  const isAnswerDue = results.size > 0
  if (acquireAll(state, session, request, results, nowMs) || isAnswerDue || request.body.maxWaitMs <= 0) return done()
  const partitions = [...session.partitions].flatMap(([topicId, indexes]) =>
    [...indexes].map((index) => partitionKey(topicId, index)),
  )
  const tryAgain = (laterMs: number, isLate: boolean) =>
    acquireAll(state, session, request, results, laterMs) || isLate ? done() : undefined
  return { reply: { kind: 'wait', wait: { partitions, untilMs: nowMs + request.body.maxWaitMs, tryAgain } } }
}

function acknowledges({ topics }: ShareFetchRequest): boolean {
  return topics.some(({ partitions }) =>
    partitions.some(({ acknowledgementBatches }) => acknowledgementBatches.length > 0),
  )
}

function updateSession({ partitions }: ShareSession, { topics, forgottenTopicsData }: ShareFetchRequest): void {
  for (const { topicId, partitions: wanted } of topics) {
    const indexes = partitions.get(topicId) ?? new Set()
    for (const { partitionIndex } of wanted) indexes.add(partitionIndex)
    partitions.set(topicId, indexes)
  }
  for (const { topicId, partitions: forgotten } of forgottenTopicsData) {
    for (const index of forgotten) partitions.get(topicId)?.delete(index)
  }
}

function acknowledgeAll(
  state: BrokerState,
  session: ShareSession,
  { topics }: ShareFetchRequest,
  results: Results,
  nowMs: number,
): void {
  for (const { topicId, partitions } of topics) {
    for (const { partitionIndex, acknowledgementBatches } of partitions) {
      if (acknowledgementBatches.length === 0) continue
      const fault = acknowledge(state, session, topicId, partitionIndex, acknowledgementBatches, nowMs)
      const acknowledgeErrorCode = fault?.errorCode ?? ErrorCode.NONE
      put(results, topicId, {
        partitionIndex,
        acknowledgeErrorCode,
        acknowledgeErrorMessage: fault?.errorMessage ?? null,
      })
    }
  }
}

/** Acquires from each partition of the session; says whether there is something to tell. */
function acquireAll(
  state: BrokerState,
  { groupId, memberId, partitions }: ShareSession,
  { body }: Fetch,
  results: Results,
  nowMs: number,
): boolean {
  let isAny = false
  let bytesLeft = Math.min(body.maxBytes, state.config.fetchMaxBytes)
  let recordsLeft = body.maxRecords
  const limits = state.shares.limitsOf(groupId)
  const isStrict = body.shareAcquireMode === RECORD_LIMIT_MODE
  for (const [topicId, indexes] of partitions) {
    const topic = state.topics.byId(topicId)
    for (const partitionIndex of indexes) {
      const replica = topic === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : findLeader(state, topic, partitionIndex)
      const sharePartition = typeof replica === 'number' ? replica : state.shares.open(groupId, replica, nowMs)
      // As long as its coordinator is looked for, a partition has nothing to give.
      if (sharePartition === ErrorCode.COORDINATOR_NOT_AVAILABLE) continue
      if (typeof replica === 'number' || typeof sharePartition === 'number') {
        put(results, topicId, { partitionIndex, errorCode: sharePartition as number })
        isAny = true
        continue
      }
      if (bytesLeft <= 0 || recordsLeft <= 0) continue
      const wanted = { memberId, maxBytes: bytesLeft, maxRecords: recordsLeft, isStrict }
      const { records, acquired } = sharePartition.acquire(replica.log, wanted, limits, nowMs)
      if (acquired.length === 0) continue
      isAny = true
      bytesLeft -= records.length
      for (const { firstOffset, lastOffset } of acquired) recordsLeft -= Number(lastOffset - firstOffset) + 1
      put(results, topicId, { partitionIndex, records, acquiredRecords: acquired })
    }
  }
  return isAny
}

function put(results: Results, topicId: string, data: PartitionData): void {
  const partitions = results.get(topicId) ?? new Map<number, PartitionData>()
  const index = data.partitionIndex!
  partitions.set(index, { records: new Uint8Array(0), ...partitions.get(index), ...data })
  results.set(topicId, partitions)
}

function listOf(results: Results) {
  return [...results].map(([topicId, partitions]) => ({ topicId, partitions: [...partitions.values()] }))
}
