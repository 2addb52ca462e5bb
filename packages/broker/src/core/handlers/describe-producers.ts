// DescribeProducers 0 (KIP-664): what a partition remembers of its producers.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeProducersRequest } from '@odradek/protocol/messages/describe-producers-request'
import type { DescribeProducersResponse } from '@odradek/protocol/messages/describe-producers-response'
import type { BrokerState } from '../broker-state.ts'
import type { ProducerEntry } from '../log/producer-state.ts'
import { findReplica } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { topicNameError } from '../topics/topic-name.ts'

type PartitionResponse = MessageInput<DescribeProducersResponse['topics'][number]['partitions'][number]>

/** Handles DescribeProducers. */
export function handleDescribeProducers(
  state: BrokerState,
  { body }: BrokerRequest<DescribeProducersRequest>,
): Outcome<DescribeProducersResponse> {
  const topics = body.topics.map(({ name, partitionIndexes }) => ({
    name,
    partitions: partitionIndexes.map((index) => describe(state, name, index)),
  }))
  return answer({ topics })
}

function describe(state: BrokerState, name: string, partitionIndex: number): PartitionResponse {
  const nameError = topicNameError(name)
  if (nameError !== undefined) {
    return { partitionIndex, errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: nameError }
  }
  const topic = state.topics.byName(name)
  if (topic === undefined) {
    const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    return { partitionIndex, errorCode, errorMessage: 'This server does not host this topic-partition.' }
  }
  const replica = findReplica(state, topic, partitionIndex)
  if (typeof replica === 'number') return { partitionIndex, errorCode: replica }
  return {
    partitionIndex,
    activeProducers: Array.from(replica.log.producers.entries, ([id, entry]) => producer(id, entry)),
  }
}

function producer(producerId: bigint, entry: ProducerEntry) {
  return {
    producerId,
    producerEpoch: entry.epoch,
    lastSequence: entry.batches.at(-1)?.lastSequence ?? -1,
    lastTimestamp: BigInt(entry.lastTimestamp),
    coordinatorEpoch: entry.coordinatorEpoch,
    currentTxnStartOffset: BigInt(entry.currentTxnFirstOffset ?? -1),
  }
}
