// DescribeQuorum 0-2: who keeps the metadata log (KIP-595, KIP-836). Here each broker is a controller as well, and all have the whole log.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { DescribeQuorumRequest } from '@odradek/protocol/messages/describe-quorum-request'
import type { DescribeQuorumResponse } from '@odradek/protocol/messages/describe-quorum-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const METADATA_TOPIC = '__cluster_metadata'
const NODES_SINCE = 2
const NOTHING = { leaderId: 0, leaderEpoch: 0, highWatermark: 0n, currentVoters: [], observers: [] }

/** Handles DescribeQuorum. */
export function handleDescribeQuorum(
  { cluster }: BrokerState,
  { body, version, receivedAtMs }: BrokerRequest<DescribeQuorumRequest>,
): Outcome<DescribeQuorumResponse> {
  const brokers = cluster.brokers.all()
  const [topic] = body.topics
  if (body.topics.length !== 1 || topic!.topicName !== METADATA_TOPIC || topic!.partitions.length !== 1) {
    const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    const unknown = body.topics.map(({ topicName, partitions }) => ({
      topicName,
      partitions: partitions.map(({ partitionIndex }) => {
        return { partitionIndex, errorCode, errorMessage: errorMessage(errorCode), ...NOTHING }
      }),
    }))
    return answer({ errorMessage: null, topics: unknown })
  }
  const highWatermark = BigInt(cluster.recordCount)
  const now = BigInt(Math.floor(receivedAtMs))
  const currentVoters = brokers.map(({ brokerId: replicaId }) => {
    const times = { lastFetchTimestamp: now, lastCaughtUpTimestamp: now }
    return {
      replicaId,
      ...(version >= NODES_SINCE && { replicaDirectoryId: ZERO_UUID }),
      logEndOffset: highWatermark,
      ...times,
    }
  })
  const quorum = { leaderId: cluster.controllerId, leaderEpoch: 1, highWatermark, currentVoters, observers: [] }
  const partitions = [{ partitionIndex: 0, errorMessage: null, ...quorum }]
  const nodes = brokers.map(({ brokerId: nodeId, host, port }) => {
    return { nodeId, listeners: [{ name: 'CONTROLLER', host, port }] }
  })
  const topics = [{ topicName: METADATA_TOPIC, partitions }]
  return answer({ errorMessage: null, topics, ...(version >= NODES_SINCE && { nodes }) })
}
