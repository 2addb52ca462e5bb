// Fetch as followers send it: up to the log's end, from the leader alone. What a follower asks for tells what it has, which moves the high
// watermark and brings it into the ISR (KIP-101, KIP-595 for diverging logs, KIP-841 and KIP-903 for who may be in sync).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import type { BrokerState } from '../broker-state.ts'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import { planPartitionChange } from '../cluster/partition-change.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'
import { joined } from '../joined.ts'
import { divergingEpoch } from './diverging-epoch.ts'
import { findLeader } from './find-replica.ts'
import type { Replica } from './replica.ts'

type PartitionResponse = MessageInput<FetchResponse['responses'][number]['partitions'][number]>
type PartitionRequest = FetchRequest['topics'][number]['partitions'][number]

const TOPIC_IDS_SINCE = 13
const REPLICA_STATE_SINCE = 15
const NO_HIGH_WATERMARK = 0x7fffffffffffffffn
const NO_RECORDS = new Uint8Array(0)

/** The follower that sent a Fetch; -1 for a consumer. */
export function followerOf({ body, version }: BrokerRequest<FetchRequest>): number {
  return version >= REPLICA_STATE_SINCE ? body.replicaState.replicaId : body.replicaId
}

interface Round {
  readonly responses: MessageInput<FetchResponse['responses'][number]>[]
  readonly waitFor: string[]
  bytes: number
  budget: number
  /** An error, a divergence, or a high watermark that the follower does not know yet. */
  hurry: boolean
}

/** Handles a follower's Fetch. */
export function handleFollowerFetch(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  nowMs: number,
): Outcome<FetchResponse> {
  const { maxWaitMs, minBytes } = request.body
  const records: ClusterRecord[] = []
  const round = readAll(state, request, (replica, wanted) => {
    records.push(...noteFetch(state, request, replica, wanted, nowMs))
  })
  const isEnough = ({ hurry, bytes }: Round) => hurry || bytes >= minBytes
  if (isEnough(round) || maxWaitMs <= 0) return answer({ responses: round.responses }, records)
  const tryAgain = (_nowMs: number, isLate: boolean) => {
    const later = readAll(state, request)
    return isLate || isEnough(later) ? answer<FetchResponse>({ responses: later.responses }) : undefined
  }
  return { reply: { kind: 'wait', wait: { partitions: round.waitFor, untilMs: nowMs + maxWaitMs, tryAgain } }, records }
}

function readAll(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  onRead?: (replica: Replica, wanted: PartitionRequest) => void,
): Round {
  const { body, version } = request
  const byId = version >= TOPIC_IDS_SINCE
  const round: Round = { responses: [], waitFor: [], bytes: 0, budget: body.maxBytes, hurry: false }
  for (const { topic: name, topicId, partitions } of body.topics) {
    const topic = state.topics.find(name, topicId, byId)
    const responses = partitions.map((wanted) => {
      const unknownTopic = byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      const replica =
        topic === undefined ? unknownTopic : findLeader(state, topic, wanted.partition, wanted.currentLeaderEpoch)
      const response =
        typeof replica === 'number'
          ? failure(wanted.partition, replica)
          : readPartition(replica, request, wanted, round)
      if (topic !== undefined) round.waitFor.push(partitionKey(topic.topicId, wanted.partition))
      const failed = (response.errorCode ?? 0) !== 0 || response.divergingEpoch !== undefined
      if (!failed) onRead?.(replica as Replica, wanted)
      round.hurry ||= failed || isNews(response, wanted)
      return response
    })
    round.responses.push({ topic: name, topicId, partitions: responses })
  }
  return round
}

/**
 * From version 18 on a follower says what high watermark it knows, and hears at once of another one. It hears of another start too, since
 * who deletes records waits for it.
 */
function isNews({ highWatermark, logStartOffset = -1n }: PartitionResponse, wanted: PartitionRequest): boolean {
  if (wanted.logStartOffset >= 0n && logStartOffset > wanted.logStartOffset) return true
  return wanted.highWatermark !== NO_HIGH_WATERMARK && highWatermark !== wanted.highWatermark
}

function failure(partitionIndex: number, errorCode: number): PartitionResponse {
  const nothing = { highWatermark: -1n, lastStableOffset: -1n, logStartOffset: -1n, abortedTransactions: null }
  return { partitionIndex, errorCode, ...nothing, records: NO_RECORDS }
}

function readPartition(
  { log, registration }: Replica,
  request: BrokerRequest<FetchRequest>,
  wanted: PartitionRequest,
  round: Round,
): PartitionResponse {
  const { partition: partitionIndex, fetchOffset, lastFetchedEpoch, currentLeaderEpoch } = wanted
  if (!registration.replicas.includes(followerOf(request))) {
    const saysEpoch = currentLeaderEpoch >= 0
    return failure(partitionIndex, saysEpoch ? ErrorCode.UNKNOWN_LEADER_EPOCH : ErrorCode.NOT_LEADER_OR_FOLLOWER)
  }
  const { startOffset, endOffset, highWatermark, lastStableOffset } = log
  const place = {
    partitionIndex,
    highWatermark: BigInt(highWatermark),
    lastStableOffset: BigInt(lastStableOffset),
    logStartOffset: BigInt(startOffset),
    abortedTransactions: null,
  }
  if (fetchOffset < BigInt(startOffset)) return failure(partitionIndex, ErrorCode.OFFSET_OUT_OF_RANGE)
  const diverging = divergingEpoch(log, lastFetchedEpoch, fetchOffset)
  if (typeof diverging === 'number') return failure(partitionIndex, diverging)
  if (diverging !== undefined) return { ...place, divergingEpoch: diverging, records: NO_RECORDS }
  if (fetchOffset > BigInt(endOffset)) return failure(partitionIndex, ErrorCode.OFFSET_OUT_OF_RANGE)
  const maxBytes = Math.min(wanted.partitionMaxBytes, round.budget)
  const batches = log.read(Number(fetchOffset), maxBytes, round.bytes === 0, endOffset)
  const records = joined(batches)
  round.bytes += records.length
  round.budget -= records.length
  return { ...place, records }
}

/** Takes note of what a follower has; gives what brings it into the ISR, if it belongs there now. */
function noteFetch(
  state: BrokerState,
  request: BrokerRequest<FetchRequest>,
  replica: Replica,
  { fetchOffset, logStartOffset }: PartitionRequest,
  atMs: number,
): ClusterRecord[] {
  const followerId = followerOf(request)
  const brokerEpoch = request.version >= REPLICA_STATE_SINCE ? Number(request.body.replicaState.replicaEpoch) : -1
  const before = replica.log.highWatermark
  const startOffset = Number(logStartOffset)
  const isNewStart = replica.follower(followerId)?.startOffset !== startOffset
  replica.onFollowerFetch(followerId, { offset: Number(fetchOffset), startOffset, brokerEpoch, atMs })
  state.isrKeeper.onChanged(partitionKey(replica.topicId, replica.partition), atMs)
  if (isNewStart || replica.log.highWatermark !== before) state.replicas.touch(replica.topicId, replica.partition)
  if (replica.registration.isr.includes(followerId) || !replica.hasCaughtUp(followerId)) return []
  if (!mayBeInSync(state, followerId, brokerEpoch)) return []
  const { topicId, partition, registration } = replica
  return planPartitionChange(state.cluster, topicId, partition, { isr: [...registration.isr, followerId] })
}

/** Only a broker that serves, and is the one that asked and not its former self, may be in sync (KIP-903). */
function mayBeInSync({ cluster }: BrokerState, brokerId: number, brokerEpoch: number): boolean {
  if (!cluster.brokers.isActive(brokerId)) return false
  return brokerEpoch === -1 || cluster.brokers.get(brokerId)!.brokerEpoch === brokerEpoch
}
