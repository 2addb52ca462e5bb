// FindCoordinator 0-6. Who leads the id's partition of the coordinators' topic coordinates it; the topic is created where nobody has
// needed it so far. From version 4 on many keys are asked for at once (KIP-699).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { FindCoordinatorRequest } from '@odradek/protocol/messages/find-coordinator-request'
import type { FindCoordinatorResponse } from '@odradek/protocol/messages/find-coordinator-response'
import type { BrokerState } from '../broker-state.ts'
import type { TopicCreated } from '../cluster/cluster-record.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import { coordinatorTopic, type CoordinatorTopic } from '../cluster/internal-topics.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type Coordinator = MessageInput<FindCoordinatorResponse['coordinators'][number]>

const KEYS_SINCE = 4
const SHARE_SINCE = 6
const TOPIC_OF_KEY_TYPE: readonly (CoordinatorTopic | undefined)[] = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
]
/** Group, topic id and partition. */
const SHARE_KEY = /^[^:]+:[\w-]{22}:\d+$/

/** Handles FindCoordinator for groups (key type 0), transactions (1) and share-partitions (2). */
export function handleFindCoordinator(
  state: BrokerState,
  { body, version }: BrokerRequest<FindCoordinatorRequest>,
): Outcome<FindCoordinatorResponse> {
  const records: TopicCreated[] = []
  const wanted = TOPIC_OF_KEY_TYPE[body.keyType]
  const isShare = wanted === '__share_group_state'
  const name = isShare && version < SHARE_SINCE ? undefined : wanted
  const isKey = (key: string) => !isShare || SHARE_KEY.test(key)
  const keys = version < KEYS_SINCE ? [body.key] : body.coordinatorKeys
  const topic = name === undefined || !keys.some(isKey) ? undefined : coordinatorTopic(state, name)
  if (topic !== undefined && 'type' in topic) records.push(topic)
  const find = (key: string): Coordinator => {
    if (name === undefined || !isKey(key)) return refused(ErrorCode.INVALID_REQUEST)
    const leader = topic?.partitions[coordinatorPartition(key, topic.partitions.length)]?.leader
    const broker = leader === undefined ? undefined : state.cluster.brokers.get(leader)
    if (broker === undefined || broker.fenced) return refused(ErrorCode.COORDINATOR_NOT_AVAILABLE)
    const { brokerId: nodeId, host, port } = broker
    return { nodeId, host, port, errorMessage: version < KEYS_SINCE ? 'NONE' : '' }
  }
  if (version < KEYS_SINCE) return answer(find(body.key), records)
  return answer({ coordinators: keys.map((key) => ({ key, ...find(key) })) }, records)
}

function refused(errorCode: number): Coordinator {
  return { nodeId: -1, host: '', port: -1, errorCode, errorMessage: errorMessage(errorCode) }
}
