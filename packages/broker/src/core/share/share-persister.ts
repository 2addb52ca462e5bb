// How a broker asks share coordinators to keep what share groups have come to (Kafka's DefaultStatePersister). It asks itself as it asks
// others.
import { type Api, ErrorCode } from '@odradek/protocol'
import { deleteShareGroupStateApi } from '@odradek/protocol/apis/delete-share-group-state'
import { initializeShareGroupStateApi } from '@odradek/protocol/apis/initialize-share-group-state'
import { readShareGroupStateApi } from '@odradek/protocol/apis/read-share-group-state'
import { readShareGroupStateSummaryApi } from '@odradek/protocol/apis/read-share-group-state-summary'
import { writeShareGroupStateApi } from '@odradek/protocol/apis/write-share-group-state'
import { SHARE_GROUP_STATE_TOPIC } from '../cluster/coordinator-topics.ts'
import type { BrokerState } from '../broker-state.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import { coordinatorTopic } from '../cluster/internal-topics.ts'
import {
  handleDeleteShareGroupState,
  handleInitializeShareGroupState,
  handleReadShareGroupState,
  handleReadShareGroupStateSummary,
  handleWriteShareGroupState,
} from '../handlers/share-group-state.ts'
import type { BrokerRequest, Outcome } from '../request.ts'
import { isReplicated } from '../replication/awaited-append.ts'
import { nameOf, type ShareWrite } from './share-coordinator.ts'
import type { SharePartitionKey } from './share-state-record.ts'
import { shareStatePlace } from './share-state-topic.ts'
import type { StateBatch } from './state-batches.ts'

/** Where a group goes on with a partition, as its coordinator keeps it; -1: still to be found out. */
export interface StoredShareState {
  readonly stateEpoch: number
  readonly startOffset: bigint
  readonly stateBatches: readonly StateBatch[]
}

/** How far a group has come with a partition. */
export interface ShareStateSummary {
  readonly stateEpoch: number
  readonly leaderEpoch: number
  readonly startOffset: bigint
  readonly deliveryCompleteCount: number
}

interface PartitionAnswer {
  readonly errorCode?: number | undefined
}

/** What the APIs of share coordinators have in common. */
interface Question<Wanted extends object> {
  readonly groupId: string
  readonly topics: { readonly topicId: string; readonly partitions: (Wanted & { readonly partition: number })[] }[]
}

interface Ask<Request, Response> {
  readonly api: Api<Request, Response>
  readonly version: number
  readonly handle: (state: BrokerState, request: BrokerRequest<Request>, nowMs: number) => Outcome<Response>
}

/** A broker's way to the share coordinators. Errors are given as codes; COORDINATOR_NOT_AVAILABLE: it may be tried again. */
export class SharePersister {
  readonly #state: BrokerState

  constructor(state: BrokerState) {
    this.#state = state
  }

  /** The wall clock at a time of the clock that counts. */
  wallClockAt(nowMs: number): number {
    return Math.round(nowMs + this.#state.wallClockOffsetMs)
  }

  /** Has a group begin with a partition; gives an error code. */
  initialize(key: SharePartitionKey, stateEpoch: number, startOffset: bigint, nowMs: number): number {
    const ask = { api: initializeShareGroupStateApi, version: 0, handle: handleInitializeShareGroupState }
    return errorOf(this.#ask(ask, key, { stateEpoch, startOffset }, nowMs))
  }

  /** Reads where to go on, as the leader of a partition in an epoch: former leaders are fenced from now on. */
  read(key: SharePartitionKey, leaderEpoch: number, nowMs: number): StoredShareState | number {
    const ask = { api: readShareGroupStateApi, version: 0, handle: handleReadShareGroupState }
    const answer = this.#ask(ask, key, { leaderEpoch }, nowMs)
    return errorOf(answer) || (answer as StoredShareState)
  }

  /** Reads how far a group has come. */
  summary(key: SharePartitionKey, nowMs: number): ShareStateSummary | number {
    const ask = { api: readShareGroupStateSummaryApi, version: 1, handle: handleReadShareGroupStateSummary }
    const answer = this.#ask(ask, key, { leaderEpoch: -1 }, nowMs)
    return errorOf(answer) || (answer as ShareStateSummary)
  }

  /** Stores how far a group has come; gives an error code. */
  write(key: SharePartitionKey, write: ShareWrite, nowMs: number): number {
    const ask = { api: writeShareGroupStateApi, version: 1, handle: handleWriteShareGroupState }
    return errorOf(this.#ask(ask, key, { ...write, stateBatches: [...write.stateBatches] }, nowMs))
  }

  /** Has all forgotten that a group knows of a partition; gives an error code. */
  remove(key: SharePartitionKey, nowMs: number): number {
    const ask = { api: deleteShareGroupStateApi, version: 0, handle: handleDeleteShareGroupState }
    return errorOf(this.#ask(ask, key, {}, nowMs))
  }

  #ask<Wanted extends object, Response extends { readonly results: readonly { partitions: readonly object[] }[] }>(
    { api, version, handle }: Ask<Question<Wanted>, Response>,
    key: SharePartitionKey,
    wanted: Wanted,
    nowMs: number,
  ): PartitionAnswer | undefined {
    const { groupId, topicId, partition } = key
    const body = { groupId, topics: [{ topicId, partitions: [{ partition, ...wanted }] }] }
    const response = this.#answerOf({ api, version, handle }, key, body, nowMs)
    return response?.results[0]?.partitions[0]
  }

  #answerOf<Request, Response>(
    { api, version, handle }: Ask<Request, Response>,
    key: SharePartitionKey,
    body: Request,
    nowMs: number,
  ): Response | undefined {
    const state = this.#state
    const coordinator = this.#coordinatorOf(key)
    const place = shareStatePlace(state, key)
    // Where others are to have what is stored, this broker asks itself as it would ask another one.
    const isElsewhere = place === undefined || isReplicated(place) || place.isUnderMinIsr
    const receivedAtMs = this.wallClockAt(nowMs)
    if (isElsewhere) {
      return state.peers.ask(coordinator, api, version, body as never, nowMs, receivedAtMs)
    }
    state.shareStateLoading.settle()
    const from = { id: -1, clientId: 'self', clientHost: '', receivedAtMs }
    const { reply, records = [] } = handle(state, { ...from, apiKey: api.key, version, body }, nowMs)
    for (const record of records) state.apply(record)
    return reply.kind === 'answer' ? (reply.response as Response) : undefined
  }

  /** The broker that keeps the state of a share-partition; -1 where there is none. The topic is made where nobody has needed it so far. */
  #coordinatorOf(key: SharePartitionKey): number {
    const state = this.#state
    const made = coordinatorTopic(state, SHARE_GROUP_STATE_TOPIC)
    if (made !== undefined && 'type' in made) state.apply(made)
    const topic = state.topics.byName(SHARE_GROUP_STATE_TOPIC)
    if (topic === undefined) return -1
    return topic.partitions[coordinatorPartition(nameOf(key), topic.partitions.length)]!.leader
  }
}

function errorOf(answer: PartitionAnswer | undefined): number {
  const errorCode = answer === undefined ? ErrorCode.COORDINATOR_NOT_AVAILABLE : (answer.errorCode ?? ErrorCode.NONE)
  return errorCode === ErrorCode.NOT_COORDINATOR ? ErrorCode.COORDINATOR_NOT_AVAILABLE : errorCode
}

/** What a leader tells its clients where its coordinator refused it (Kafka's `SharePartition.fetchPersisterError`). */
export function leaderErrorOf(errorCode: number): number {
  switch (errorCode) {
    case ErrorCode.NONE:
      return ErrorCode.NONE
    case ErrorCode.FENCED_LEADER_EPOCH:
    case ErrorCode.FENCED_STATE_EPOCH:
      return ErrorCode.NOT_LEADER_OR_FOLLOWER
    case ErrorCode.COORDINATOR_NOT_AVAILABLE:
    case ErrorCode.COORDINATOR_LOAD_IN_PROGRESS:
      return ErrorCode.COORDINATOR_NOT_AVAILABLE
    case ErrorCode.GROUP_ID_NOT_FOUND:
    case ErrorCode.UNKNOWN_TOPIC_OR_PARTITION:
      return errorCode
    default:
      return ErrorCode.UNKNOWN_SERVER_ERROR
  }
}
