// acks=all: a Produce request waits until all replicas in sync have its records (Kafka's DelayedProduce).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { RecordBatch } from '@odradek/records'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey } from '../request.ts'

type TopicResponse = MessageInput<ProduceResponse['responses'][number]>
type PartitionResponse = NonNullable<TopicResponse['partitionResponses']>[number]

interface Pending {
  readonly topicId: string
  readonly partition: number
  /** Up to where the high watermark must come. */
  readonly requiredOffset: number
  readonly response: PartitionResponse
  errorCode: number | undefined
}

/**
 * The outcome of a Produce request with acks=all whose batches are to be appended by `records`: answered once the high watermark has passed
 * them, or when `timeoutMs` is over. `responses` are in the order of the request's topics.
 */
export function awaitReplicas(
  state: BrokerState,
  { body, version }: BrokerRequest<ProduceRequest>,
  responses: TopicResponse[],
  records: readonly BrokerRecord[],
  nowMs: number,
): Outcome<ProduceResponse> {
  const pending = pendingOf(state, body, version, responses, records)
  if (pending.length === 0) return answer({ responses }, records)
  const tryAgain = (_nowMs: number, isLate: boolean): Outcome<ProduceResponse> | undefined => {
    for (const one of pending) one.errorCode ??= resultOf(state, one)
    if (!isLate && pending.some((one) => one.errorCode === undefined)) return undefined
    const errors = new Map(pending.map((one) => [one.response, one.errorCode ?? ErrorCode.REQUEST_TIMED_OUT]))
    return answer<ProduceResponse>({ responses: responses.map((topic) => withErrors(topic, errors)) })
  }
  // A retry that appends nothing is woken by nothing: what is there already may be what it waits for.
  const isAppending = records.some(({ type }) => type === 'batch-appended')
  const outcome = isAppending ? undefined : tryAgain(nowMs, false)
  if (outcome !== undefined) return { ...outcome, records }
  const partitions = pending.map(({ topicId, partition }) => partitionKey(topicId, partition))
  return { reply: { kind: 'wait', wait: { partitions, untilMs: nowMs + body.timeoutMs, tryAgain } }, records }
}

/** The partitions to which the request appends, or for a retry has appended before. */
function pendingOf(
  state: BrokerState,
  { topicData }: ProduceRequest,
  version: number,
  responses: readonly TopicResponse[],
  records: readonly BrokerRecord[],
): Pending[] {
  const ends = new Map<string, number>()
  for (const record of records) {
    if (record.type !== 'batch-appended') continue
    ends.set(partitionKey(record.topicId, record.partition), Number(new RecordBatch(record.bytes).lastOffset) + 1)
  }
  return responses.flatMap((topicResponse, index) => {
    const topic = state.topics.find(topicData[index]!.name, topicData[index]!.topicId, version >= TOPIC_IDS_SINCE)
    return (topicResponse.partitionResponses ?? []).flatMap((response): Pending[] => {
      const partition = response.index ?? 0
      const replica = topic && state.replicas.find(topic.topicId, partition)
      if ((response.errorCode ?? 0) !== 0 || replica === undefined) return []
      const { topicId } = replica
      const requiredOffset = ends.get(partitionKey(topicId, partition)) ?? replica.log.endOffset
      return [{ topicId, partition, requiredOffset, response, errorCode: undefined }]
    })
  })
}

const TOPIC_IDS_SINCE = 13

/** How the write to a partition ended; undefined while it has not. */
function resultOf(state: BrokerState, { topicId, partition, requiredOffset }: Pending): number | undefined {
  if (state.topics.byId(topicId) === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
  const replica = state.replicas.find(topicId, partition)
  if (replica?.isLeader !== true) return ErrorCode.NOT_LEADER_OR_FOLLOWER
  if (replica.log.highWatermark < requiredOffset) return undefined
  return replica.isUnderMinIsr ? ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND : ErrorCode.NONE
}

function withErrors(topic: TopicResponse, errors: ReadonlyMap<PartitionResponse, number>): TopicResponse {
  const partitionResponses = (topic.partitionResponses ?? []).map((response) => {
    const errorCode = errors.get(response)
    return errorCode === undefined ? response : { ...response, errorCode }
  })
  return { ...topic, partitionResponses }
}
