// DescribeLogDirs 1-5: how much the logs take, and how much room is left (KIP-113, KIP-827).
import type { MessageInput } from '@odradek/protocol'
import type { DescribeLogDirsRequest } from '@odradek/protocol/messages/describe-log-dirs-request'
import type { DescribeLogDirsResponse } from '@odradek/protocol/messages/describe-log-dirs-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type PartitionResult = MessageInput<DescribeLogDirsResponse['results'][number]['topics'][number]['partitions'][number]>

/** Handles DescribeLogDirs. A broker has one log directory. */
export function handleDescribeLogDirs(
  state: BrokerState,
  { body }: BrokerRequest<DescribeLogDirsRequest>,
): Outcome<DescribeLogDirsResponse> {
  const wanted = body.topics && new Map(body.topics.map(({ topic, partitions }) => [topic, new Set(partitions)]))
  const byTopic = new Map<string, PartitionResult[]>()
  for (const { topic, partition, log } of state.logs.all()) {
    if (wanted !== null && wanted.get(topic.name)?.has(partition) !== true) continue
    const partitions = byTopic.get(topic.name) ?? []
    byTopic.set(topic.name, partitions)
    const offsetLag = BigInt(Math.max(log.highWatermark - log.endOffset, 0))
    const partitionSize = BigInt(log.sizeInBytes)
    partitions.push({ partitionIndex: partition, partitionSize, offsetLag, isFutureKey: false })
  }
  const topics = Array.from(byTopic, ([name, partitions]) => ({ name, partitions }))
  return answer({ results: [{ ...state.logs.place(), topics }] })
}
