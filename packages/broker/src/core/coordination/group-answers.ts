// When answers about groups are given: once `__consumer_offsets` has what they say (Kafka's GroupCoordinatorService).
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import { OFFSETS_TOPIC } from '../cluster/coordinator-topics.ts'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import type { Replica } from '../replication/replica.ts'
import type { BrokerRequest } from '../request.ts'
import type { CoordinatorLog } from './once-replicated.ts'

const STORED: ReadonlySet<BrokerRecord['type']> = new Set([
  'offset-committed',
  'offset-deleted',
  'group-stored',
  'group-deleted',
  'group-records-written',
  'transaction-offset-committed',
])

/** The partitions of `__consumer_offsets` of groups, those that this broker leads. */
function placesOf({ topics, replicas }: BrokerState, groupIds: Iterable<string>): Replica[] {
  const topic = topics.byName(OFFSETS_TOPIC)
  if (topic === undefined) return []
  const partitions = new Set([...groupIds].map((groupId) => coordinatorPartition(groupId, topic.partitions.length)))
  return [...partitions].flatMap((partition) => {
    const replica = replicas.find(topic.topicId, partition)
    return replica?.isLeader === true ? [replica] : []
  })
}

function logOf<Request>(
  groupIdsOf: (request: Request) => readonly string[],
  more: Partial<CoordinatorLog<Request>> = {},
): CoordinatorLog<Request> {
  return {
    placesOf: (state, { body }) => placesOf(state, groupIdsOf(body)),
    isStored: ({ type }) => STORED.has(type),
    timeoutMs: ({ config }) => config.offsetsCommitTimeoutMs,
    onFailed: (state, { body }, isAppended, nowMs) => {
      if (isAppended) return undefined
      const completions = groupIdsOf(body).flatMap(
        (groupId) => state.groupPersistence.reload(groupId, nowMs).completions,
      )
      return { completions }
    },
    ...more,
  }
}

interface OfGroup {
  readonly groupId: string
}

const groupIdOf = ({ groupId }: OfGroup) => [groupId]

/** Offsets that are committed or deleted: nothing has been done before they are stored. */
export const offsetsLog: CoordinatorLog<OfGroup> = logOf(groupIdOf, { onFailed: () => undefined })

/** Groups that are deleted. */
export const deletedGroupsLog: CoordinatorLog<{ readonly groupsNames: readonly string[] }> = logOf(
  ({ groupsNames }) => groupsNames,
  { onFailed: () => undefined },
)

/** What changes groups. */
export const groupLog: CoordinatorLog<OfGroup> = logOf(groupIdOf)

/** What members say: what they are told is stored, also what was stored before they asked. */
export const memberLog: CoordinatorLog<OfGroup> = logOf(groupIdOf, { isOrdered: true })

/** Offsets that are to be stable wait for what is being stored. */
export const stableOffsetsLog: CoordinatorLog<{
  readonly requireStable: boolean
  readonly groupId: string
  readonly groups: readonly OfGroup[]
}> = logOf(
  ({ requireStable, groupId, groups }) => {
    if (!requireStable) return []
    return groups.length > 0 ? groups.map((group) => group.groupId) : [groupId]
  },
  { isOrdered: true },
)

/** The leader's assignment goes to the members once it is stored; where it cannot be, they join anew. */
export const assignmentLog: CoordinatorLog<SyncGroupRequest> = {
  ...logOf<SyncGroupRequest>(groupIdOf),
  isOrdered: true,
  holdsCompletions: true,
  onFailed: ({ groups }: BrokerState, { body }: BrokerRequest<SyncGroupRequest>, _isAppended: boolean, nowMs: number) =>
    groups.onAssignmentLost(body.groupId, body.generationId, nowMs),
}
