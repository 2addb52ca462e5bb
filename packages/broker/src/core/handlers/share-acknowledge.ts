// ShareAcknowledge 1-2 (KIP-932): what members say of the records that they have.
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { ShareAcknowledgeRequest } from '@odradek/protocol/messages/share-acknowledge-request'
import type { ShareAcknowledgeResponse } from '@odradek/protocol/messages/share-acknowledge-response'
import type { BrokerState } from '../broker-state.ts'
import { type Refusal, refuse } from '../group/refusal.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { AcknowledgeType, type AcknowledgementBatch } from '../share/share-partition.ts'
import { FINAL_EPOCH, type ShareSession } from '../share/share-partitions.ts'

/** Handles ShareAcknowledge. */
export function handleShareAcknowledge(
  state: BrokerState,
  { body, connectionId }: BrokerRequest<ShareAcknowledgeRequest>,
  nowMs: number,
): Outcome<ShareAcknowledgeResponse> {
  const { groupId, memberId, shareSessionEpoch: epoch } = body
  if (groupId === null || memberId === null || groupId === '') return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  // A session begins with a fetch.
  if (epoch === 0) return answer({ errorCode: ErrorCode.INVALID_SHARE_SESSION_EPOCH })
  const session = state.shares.session({ groupId, memberId, connectionId }, epoch, nowMs)
  if (typeof session === 'number') return answer({ errorCode: session })
  const responses = body.topics.map(({ topicId, partitions }) => ({
    topicId,
    partitions: partitions.map(({ partitionIndex, acknowledgementBatches }) => {
      const fault = acknowledge(state, session, topicId, partitionIndex, acknowledgementBatches, nowMs)
      return { partitionIndex, ...fault }
    }),
  }))
  if (epoch === FINAL_EPOCH) state.shares.onSessionEnded(session, nowMs)
  return answer({ responses, acquisitionLockTimeoutMs: state.shares.limitsOf(groupId).lockDurationMs })
}

/** Carries out acknowledgements for a partition; undefined where all is well. */
export function acknowledge(
  state: BrokerState,
  { groupId, memberId }: ShareSession,
  topicId: string,
  partition: number,
  batches: readonly AcknowledgementBatch[],
  nowMs: number,
): Refusal | undefined {
  const topic = state.topics.byId(topicId)
  const replica = topic === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : findLeader(state, topic, partition)
  if (typeof replica === 'number') return refuse(replica, 'This partition is not led here.')
  if (!batches.every(isSound)) return refuse(ErrorCode.INVALID_REQUEST, 'The acknowledgement batches make no sense.')
  const sharePartition = state.shares.open(groupId, replica, nowMs)
  if (typeof sharePartition === 'number') return refuse(sharePartition, errorMessage(sharePartition))
  const change = sharePartition.acknowledge(memberId, batches, state.shares.limitsOf(groupId))
  if (typeof change === 'string') return refuse(ErrorCode.INVALID_RECORD_STATE, change)
  const error = state.shares.store({ groupId, topicId, partition }, change, nowMs)
  return error === ErrorCode.NONE ? undefined : refuse(error, errorMessage(error))
}

function isSound({ firstOffset, lastOffset, acknowledgeTypes }: AcknowledgementBatch): boolean {
  const count = lastOffset - firstOffset + 1n
  const fits = acknowledgeTypes.length === 1 || BigInt(acknowledgeTypes.length) === count
  return (
    count > 0n && fits && acknowledgeTypes.every((type) => type >= AcknowledgeType.GAP && type <= AcknowledgeType.RENEW)
  )
}
