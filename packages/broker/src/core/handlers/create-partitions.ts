// CreatePartitions 0-3: more partitions for a topic, after those that it has (KIP-195).
import { ErrorCode, errorMessage, type MessageInput } from '@odradek/protocol'
import type { CreatePartitionsRequest } from '@odradek/protocol/messages/create-partitions-request'
import type { CreatePartitionsResponse } from '@odradek/protocol/messages/create-partitions-response'
import type { BrokerState } from '../broker-state.ts'
import type { PartitionsCreated } from '../cluster/cluster-record.ts'
import { newPartition } from '../cluster/partition-registration.ts'
import { assignmentFault, placeReplicas } from '../cluster/replica-placement.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'

type Result = MessageInput<CreatePartitionsResponse['results'][number]>
type Wanted = CreatePartitionsRequest['topics'][number]

interface Failure {
  readonly errorCode: number
  readonly errorMessage: string | null
}

/** Handles CreatePartitions. A topic that stands twice is refused. */
export function handleCreatePartitions(
  state: BrokerState,
  { body }: BrokerRequest<CreatePartitionsRequest>,
): Outcome<CreatePartitionsResponse> {
  const records: PartitionsCreated[] = []
  const names = body.topics.map(({ name }) => name)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  const results: Result[] = [...twice].map((name) => {
    return { name, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }
  })
  for (const wanted of body.topics) {
    if (twice.has(wanted.name)) continue
    const plan = planPartitions(state, wanted)
    if ('errorCode' in plan) results.push({ name: wanted.name, ...plan })
    else {
      results.push({ name: wanted.name, errorMessage: null })
      records.push(plan)
    }
  }
  return answer({ results }, body.validateOnly ? [] : records)
}

function planPartitions(state: BrokerState, { name, count, assignments }: Wanted): PartitionsCreated | Failure {
  const topic = state.topics.byName(name)
  if (topic === undefined) {
    const errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    return { errorCode, errorMessage: errorMessage(errorCode) }
  }
  const old = topic.partitions.length
  if (count <= old) {
    const less = `The topic ${name} currently has ${old} partition(s); ${count} would not be an increase.`
    const message = count === old ? `Topic already has ${old} partition(s).` : less
    return { errorCode: ErrorCode.INVALID_PARTITIONS, errorMessage: message }
  }
  const places =
    assignments === null ? placed(state, topic, count - old) : assigned(state, topic, count - old, assignments)
  if ('errorCode' in places) return places
  const isActive = (id: number) => state.cluster.brokers.isActive(id)
  const partitions = places.map((replicas) => newPartition(replicas, replicas.filter(isActive)))
  const offline = partitions.findIndex(({ isr }) => isr.length === 0)
  if (offline < 0) return { type: 'partitions-created', topicId: topic.topicId, partitions }
  const manual = 'All brokers specified in the manual partition assignment for partition'
  const message = `${manual} ${old + offline} are fenced or in controlled shutdown.`
  return { errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage: message }
}

const MAX_ADDITIONAL = 10_000

function placed({ cluster }: BrokerState, topic: Topic, additional: number): number[][] | Failure {
  if (additional > MAX_ADDITIONAL) {
    const message = 'Excessively large number of partitions per request.'
    return { errorCode: ErrorCode.POLICY_VIOLATION, errorMessage: message }
  }
  const places = placeReplicas(cluster, additional, topic.partitions[0]!.replicas.length)
  return typeof places === 'string' ? { errorCode: ErrorCode.INVALID_REPLICATION_FACTOR, errorMessage: places } : places
}

function assigned(
  { cluster }: BrokerState,
  topic: Topic,
  additional: number,
  assignments: NonNullable<Wanted['assignments']>,
): number[][] | Failure {
  const refused = (message: string) => ({ errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT, errorMessage: message })
  if (assignments.length !== additional) {
    const only = `but only ${assignments.length} assignment(s) were specified.`
    return refused(`Attempted to add ${additional} additional partition(s), ${only}`)
  }
  for (const { brokerIds } of assignments) {
    const fault = assignmentFault(cluster, brokerIds, topic.partitions[0]!.replicas.length)
    if (fault !== undefined) return refused(fault)
  }
  return assignments.map(({ brokerIds }) => brokerIds)
}
