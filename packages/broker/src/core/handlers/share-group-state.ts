// InitializeShareGroupState 0, ReadShareGroupState 0, WriteShareGroupState 0-1, DeleteShareGroupState 0 and ReadShareGroupStateSummary
// 0-1 (KIP-932): what the leaders of partitions and the coordinators of groups ask of share coordinators.
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { DeleteShareGroupStateRequest } from '@odradek/protocol/messages/delete-share-group-state-request'
import type { DeleteShareGroupStateResponse } from '@odradek/protocol/messages/delete-share-group-state-response'
import type { InitializeShareGroupStateRequest } from '@odradek/protocol/messages/initialize-share-group-state-request'
import type { InitializeShareGroupStateResponse } from '@odradek/protocol/messages/initialize-share-group-state-response'
import type { ReadShareGroupStateRequest } from '@odradek/protocol/messages/read-share-group-state-request'
import type { ReadShareGroupStateResponse } from '@odradek/protocol/messages/read-share-group-state-response'
import type { ReadShareGroupStateSummaryRequest } from '@odradek/protocol/messages/read-share-group-state-summary-request'
import type { ReadShareGroupStateSummaryResponse } from '@odradek/protocol/messages/read-share-group-state-summary-response'
import type { WriteShareGroupStateRequest } from '@odradek/protocol/messages/write-share-group-state-request'
import type { WriteShareGroupStateResponse } from '@odradek/protocol/messages/write-share-group-state-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { type Refusal, refuse } from '../group/refusal.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { SharePartitionKey, ShareStateRecord } from '../share/share-state-record.ts'
import { shareStatePlace, storeShareState } from '../share/share-state-topic.ts'

/** What is asked, partition by partition. */
interface Question<Wanted> {
  readonly groupId: string
  readonly topics: readonly { readonly topicId: string; readonly partitions: readonly Wanted[] }[]
}

/** What a partition is answered, and what is to be stored. */
interface Judged<Answer> {
  readonly answer?: Answer
  readonly record?: ShareStateRecord | undefined
}

type Judge<Wanted, Answer> = (key: SharePartitionKey, wanted: Wanted, wallClockMs: number) => Refusal | Judged<Answer>

const NO_SUMMARY = { stateEpoch: 0, leaderEpoch: 0, startOffset: -1n, deliveryCompleteCount: -1 }

/** Handles InitializeShareGroupState. */
export function handleInitializeShareGroupState(
  state: BrokerState,
  request: BrokerRequest<InitializeShareGroupStateRequest>,
): Outcome<InitializeShareGroupStateResponse> {
  const { results, records } = answerEach(state, request, (key, wanted, wallClockMs) =>
    stored(state.shareCoordinator.initialize(key, wanted, wallClockMs)),
  )
  return answer({ results }, records)
}

/** Handles ReadShareGroupState. */
export function handleReadShareGroupState(
  state: BrokerState,
  request: BrokerRequest<ReadShareGroupStateRequest>,
): Outcome<ReadShareGroupStateResponse> {
  const { results, records } = answerEach(state, request, (key, { leaderEpoch }, wallClockMs) => {
    const read = state.shareCoordinator.read(key, leaderEpoch, wallClockMs)
    if ('errorCode' in read) return read
    const { stateEpoch, startOffset, stateBatches } = read.state
    return { answer: { stateEpoch, startOffset, stateBatches }, record: read.record }
  })
  return answer({ results }, records)
}

/** Handles ReadShareGroupStateSummary; of what nobody has initialized nothing is known, which is no error. */
export function handleReadShareGroupStateSummary(
  state: BrokerState,
  request: BrokerRequest<ReadShareGroupStateSummaryRequest>,
): Outcome<ReadShareGroupStateSummaryResponse> {
  const { results, records } = answerEach(state, request, (key) => {
    const { stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount } =
      state.shareCoordinator.find(key) ?? NO_SUMMARY
    return { answer: { stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount } }
  })
  return answer({ results }, records)
}

/** Handles WriteShareGroupState. */
export function handleWriteShareGroupState(
  state: BrokerState,
  request: BrokerRequest<WriteShareGroupStateRequest>,
): Outcome<WriteShareGroupStateResponse> {
  const { results, records } = answerEach(state, request, (key, wanted, wallClockMs) =>
    stored(state.shareCoordinator.write(key, wanted, wallClockMs)),
  )
  return answer({ results }, records)
}

/** Handles DeleteShareGroupState. */
export function handleDeleteShareGroupState(
  state: BrokerState,
  request: BrokerRequest<DeleteShareGroupStateRequest>,
): Outcome<DeleteShareGroupStateResponse> {
  const { results, records } = answerEach(state, request, (key) => ({ record: state.shareCoordinator.remove(key) }))
  return answer({ results }, records)
}

function stored(judged: Refusal | ShareStateRecord): Refusal | Judged<object> {
  return 'errorCode' in judged ? judged : { record: judged }
}

function answerEach<Wanted extends { readonly partition: number }, Answer extends object>(
  state: BrokerState,
  { body, receivedAtMs }: BrokerRequest<Question<Wanted>>,
  judge: Judge<Wanted, Answer>,
) {
  const { groupId, topics } = body
  const records: BrokerRecord[] = []
  const offsets = new AppendOffsets()
  const answerOne = (topicId: string, wanted: Wanted) => {
    const { partition } = wanted
    const key = { groupId, topicId, partition }
    const place = shareStatePlace(state, key)
    if (place === undefined) return { partition, ...refusal(ErrorCode.NOT_COORDINATOR) }
    const judged = partition < 0 ? NEGATIVE : judge(key, wanted, receivedAtMs)
    if ('errorCode' in judged) return { partition, ...judged }
    if (state.topics.byId(topicId)?.partitions[partition] === undefined) {
      return { partition, ...refusal(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) }
    }
    if (judged.record !== undefined) records.push(...storeShareState(place, judged.record, offsets, receivedAtMs))
    return { partition, ...judged.answer }
  }
  // Kafka answers nothing where no group is named.
  const asked = groupId === '' ? [] : topics
  const results = asked.map(({ topicId, partitions }) => {
    return { topicId, partitions: partitions.map((wanted) => answerOne(topicId, wanted)) }
  })
  return { results, records }
}

const NEGATIVE = refuse(ErrorCode.INVALID_REQUEST, 'The partition id cannot be a negative number.')

function refusal(errorCode: number): Refusal {
  return refuse(errorCode, errorMessage(errorCode))
}
