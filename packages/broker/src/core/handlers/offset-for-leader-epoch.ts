// OffsetForLeaderEpoch 2-4: where a leader epoch ended, by which followers and consumers find where their logs part (KIP-101, KIP-320).
import { ErrorCode } from '@odradek/protocol'
import type { OffsetForLeaderEpochRequest } from '@odradek/protocol/messages/offset-for-leader-epoch-request'
import type { OffsetForLeaderEpochResponse } from '@odradek/protocol/messages/offset-for-leader-epoch-response'
import type { BrokerState } from '../broker-state.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles OffsetForLeaderEpoch. */
export function handleOffsetForLeaderEpoch(
  state: BrokerState,
  { body }: BrokerRequest<OffsetForLeaderEpochRequest>,
): Outcome<OffsetForLeaderEpochResponse> {
  const topics = body.topics.map(({ topic: name, partitions }) => {
    const topic = state.topics.byName(name)
    return {
      topic: name,
      partitions: partitions.map(({ partition, currentLeaderEpoch, leaderEpoch }) => {
        const unknown = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
        const replica = topic === undefined ? unknown : findLeader(state, topic, partition, currentLeaderEpoch)
        if (typeof replica === 'number') return { partition, errorCode: replica }
        const { epoch, endOffset } = replica.log.epochs.endOffsetOf(leaderEpoch, replica.log.endOffset)
        return { partition, leaderEpoch: epoch, endOffset: BigInt(endOffset) }
      }),
    }
  })
  return answer({ topics })
}
