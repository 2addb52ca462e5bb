// ElectLeaders 0-2: the preferred replica, or where there is no leader any replica, leads (KIP-183, KIP-460).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { ElectLeadersRequest } from '@odradek/protocol/messages/elect-leaders-request'
import type { ElectLeadersResponse } from '@odradek/protocol/messages/elect-leaders-response'
import type { BrokerState } from '../broker-state.ts'
import type { PartitionChanged } from '../cluster/cluster-record.ts'
import { planPartitionChange } from '../cluster/partition-change.ts'
import { NO_LEADER } from '../cluster/partition-registration.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type PartitionResult = MessageInput<ElectLeadersResponse['replicaElectionResults'][number]['partitionResult'][number]>

const PREFERRED = 0
const UNCLEAN = 1
const TYPES_SINCE = 1

/** Handles ElectLeaders. Asked for all partitions, it does not name those that have the leader they should. */
export function handleElectLeaders(
  state: BrokerState,
  { body, version }: BrokerRequest<ElectLeadersRequest>,
): Outcome<ElectLeadersResponse> {
  const electionType = version >= TYPES_SINCE ? body.electionType : PREFERRED
  if (electionType !== PREFERRED && electionType !== UNCLEAN) {
    return answer({ errorCode: ErrorCode.INVALID_REQUEST, replicaElectionResults: [] })
  }
  const records: PartitionChanged[] = []
  const wanted =
    body.topicPartitions ??
    Array.from(state.topics.all(), ({ name, partitions }) => ({ topic: name, partitions: [...partitions.keys()] }))
  const replicaElectionResults = wanted.map(({ topic, partitions }) => {
    const results = partitions.map((partition) => elect(state, topic, partition, electionType, records))
    const isNews = ({ errorCode }: PartitionResult) => errorCode !== ErrorCode.ELECTION_NOT_NEEDED
    return { topic, partitionResult: body.topicPartitions === null ? results.filter(isNews) : results }
  })
  return answer({ replicaElectionResults }, records)
}

function elect(
  { cluster, topics }: BrokerState,
  name: string,
  partitionId: number,
  electionType: number,
  records: PartitionChanged[],
): PartitionResult {
  const failed = (errorCode: number, message: string | null = errorMessage(errorCode)) => {
    return { partitionId, errorCode, errorMessage: message }
  }
  const topic = topics.byName(name)
  if (topic === undefined) return failed(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `No such topic as ${name}`)
  const partition = topic.partitions[partitionId]
  if (partition === undefined) {
    return failed(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `No such partition as ${name}-${partitionId}`)
  }
  const isPreferred = electionType === PREFERRED
  const isNeeded = isPreferred ? partition.leader !== partition.replicas[0] : partition.leader === NO_LEADER
  if (!isNeeded) return failed(ErrorCode.ELECTION_NOT_NEEDED)
  const election = isPreferred ? 'preferred' : 'unclean'
  const change = planPartitionChange(cluster, topic.topicId, partitionId, { election })
  if (change.length === 0) {
    return failed(isPreferred ? ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE : ErrorCode.ELIGIBLE_LEADERS_NOT_AVAILABLE)
  }
  records.push(...change)
  return { partitionId, errorMessage: null }
}
