// Produce 0-13: appends one record batch per partition, before version 3 what a message set holds. KIP-98 (sequences), KIP-467 (errors of single records), KIP-516 (topic ids).
import { ErrorCode, errorName, type MessageInput } from '@odradek/protocol'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import type { ProduceResponse } from '@odradek/protocol/messages/produce-response'
import { setBatchBaseOffset, setMaxTimestamp } from '@odradek/records'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { batchesOfMessageSet } from '../log/legacy-produce.ts'
import { recompressed } from '../log/recompression.ts'
import { validateBatch, type ValidBatch } from '../log/batch-validation.ts'
import { awaitReplicas } from '../replication/acks.ts'
import { findLeader } from '../replication/find-replica.ts'
import type { Replica } from '../replication/replica.ts'
import { answer, type BrokerRequest, type Outcome, partitionKey, type Reply } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'
import { hasTransactionalRecords, joinForRecords } from '../transaction/join-for-records.ts'

type PartitionResponse = MessageInput<ProduceResponse['responses'][number]['partitionResponses'][number]>

const TOPIC_IDS_SINCE = 13
const BATCHES_SINCE = 3
const ALL_IN_SYNC = -1

/** Handles Produce. With acks 0 nothing is answered; an error then closes the connection, so that the producer notices. */
export function handleProduce(
  state: BrokerState,
  request: BrokerRequest<ProduceRequest>,
  nowMs: number,
): Outcome<ProduceResponse> {
  const { acks, topicData } = request.body
  const { transactionalId } = request.body
  if (transactionalId === null && hasTransactionalRecords(request.body)) {
    return refuseAll(request, ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  }
  const joined = joinForRecords(state, request)
  const records: BrokerRecord[] = [...joined.records]
  let firstError = ErrorCode.NONE as number
  const responses = topicData.map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: [...lastOfEach(partitionData)].map(([index, bytes]) => {
      const topic = state.topics.find(name, topicId, request.version >= TOPIC_IDS_SINCE)
      const response = produceTo(state, request, topic, index, bytes, joined.errors, records)
      firstError ||= response.errorCode ?? ErrorCode.NONE
      return { index, ...response }
    }),
  }))
  if (acks === ALL_IN_SYNC) return awaitReplicas(state, request, responses, records, nowMs)
  return acks === 0 ? { reply: withoutAnswer(firstError), records } : answer({ responses }, records)
}

function withoutAnswer(errorCode: number): Reply<ProduceResponse> {
  if (errorCode === (ErrorCode.NONE as number)) return { kind: 'silence' }
  return { kind: 'disconnect', reason: `a Produce request with acks 0 failed (error ${errorCode})` }
}

function refuseAll({ body }: BrokerRequest<ProduceRequest>, errorCode: number): Outcome<ProduceResponse> {
  if (body.acks === 0) return { reply: withoutAnswer(errorCode) }
  const responses = body.topicData.map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: partitionData.map(({ index }) => ({ index, ...failed(errorCode) })),
  }))
  return answer({ responses })
}

/** Of two entries for one partition the later one holds, as in Kafka. */
function lastOfEach(partitions: ProduceRequest['topicData'][number]['partitionData']): Map<number, Uint8Array | null> {
  return new Map(partitions.map(({ index, records }) => [index, records]))
}

function failed(errorCode: number, errorMessage: string | null = null, logStartOffset = -1): PartitionResponse {
  return { errorCode, errorMessage, baseOffset: -1n, logAppendTimeMs: -1n, logStartOffset: BigInt(logStartOffset) }
}

function produceTo(
  state: BrokerState,
  request: BrokerRequest<ProduceRequest>,
  topic: Topic | undefined,
  partition: number,
  bytes: Uint8Array | null,
  errors: ReadonlyMap<string, number>,
  records: BrokerRecord[],
): PartitionResponse {
  const { version, body, receivedAtMs } = request
  const byId = version >= TOPIC_IDS_SINCE
  if (topic === undefined) return failed(byId ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  if (topic.partitions[partition] === undefined) return failed(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  if (body.acks < -1 || body.acks > 1) return failed(ErrorCode.INVALID_REQUIRED_ACKS)
  const replica = findLeader(state, topic, partition)
  if (typeof replica === 'number') return failed(replica)
  const { log } = replica
  if (body.acks === ALL_IN_SYNC && replica.isUnderMinIsr)
    return failed(ErrorCode.NOT_ENOUGH_REPLICAS, null, log.startOffset)
  const maxBytes = topic.configs['max.message.bytes'] ?? state.config.messageMaxBytes
  const batches = version < BATCHES_SINCE ? batchesOfMessageSet(bytes) : [bytes]
  if (typeof batches === 'number') return failed(batches)
  const valid: ValidBatch[] = []
  for (const batch of batches) {
    const checked = validateBatch(batch, topic, partition, version, Number(maxBytes), receivedAtMs)
    if (!('batch' in checked)) {
      const { errorCode, errorMessage, recordErrors, foundByLog } = checked
      return { ...failed(errorCode, errorMessage, foundByLog ? log.startOffset : -1), recordErrors }
    }
    valid.push(checked)
  }
  const transactionErrorCode = errors.get(partitionKey(topic.topicId, partition))
  if (transactionErrorCode !== undefined) return failed(...transactionError(transactionErrorCode))
  const offsets = new AppendOffsets()
  const [first] = valid.map((checked) => append(topic, replica, checked, receivedAtMs, offsets, records))
  return first ?? failed(ErrorCode.NONE, null, log.startOffset)
}

/** What of a transaction's coordinator older producers would not try again is told as an error that they do. */
function transactionError(errorCode: number): [number, string | null] {
  switch (errorCode) {
    case ErrorCode.INVALID_TXN_STATE:
      return [errorCode, 'Partition was not added to the transaction']
    case ErrorCode.CONCURRENT_TRANSACTIONS:
    case ErrorCode.COORDINATOR_NOT_AVAILABLE:
    case ErrorCode.NOT_COORDINATOR: {
      const unable = 'Unable to verify the partition has been added to the transaction.'
      return [ErrorCode.NOT_ENOUGH_REPLICAS, `${unable} Underlying error: ${errorName(errorCode)}`]
    }
    default:
      return [errorCode, null]
  }
}

function append(
  topic: Topic,
  { log, leaderEpoch, partition }: Replica,
  { batch, maxTimestamp }: ValidBatch,
  appendedAtMs: number,
  offsets: AppendOffsets,
  records: BrokerRecord[],
): PartitionResponse {
  const logStartOffset = BigInt(log.startOffset)
  if (batch.producerId >= 0n) {
    const check = log.producers.check(batch)
    if (check.kind === 'old-epoch') return failed(ErrorCode.INVALID_PRODUCER_EPOCH, null, log.startOffset)
    if (check.kind === 'not-transactional') return failed(ErrorCode.INVALID_TXN_STATE, null, log.startOffset)
    if (check.kind === 'out-of-order') return failed(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, null, log.startOffset)
    if (check.kind === 'duplicate') {
      const { firstOffset, maxTimestamp: timestamp } = check.batch
      return { baseOffset: BigInt(firstOffset), logAppendTimeMs: BigInt(timestamp), logStartOffset }
    }
  }
  const appendTime = topic.config('message.timestamp.type') === 'LogAppendTime'
  // A copy: the request's bytes are a view on the connection's buffer, which is far larger and not the log's to keep
  // (and may be a Buffer, whose slice is no copy).
  const bytes = new Uint8Array(recompressed(batch, topic).bytes)
  const baseOffset = BigInt(offsets.take(log, batch.count))
  setBatchBaseOffset(bytes, 0, baseOffset, leaderEpoch)
  if (appendTime) setMaxTimestamp(bytes, 0, 'LogAppendTime', appendedAtMs)
  else setMaxTimestamp(bytes, 0, 'CreateTime', maxTimestamp)
  records.push({ type: 'batch-appended', topicId: topic.topicId, partition, bytes })
  return { baseOffset, logAppendTimeMs: appendTime ? BigInt(appendedAtMs) : -1n, logStartOffset }
}
