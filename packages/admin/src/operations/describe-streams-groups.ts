import type { Destination } from '@odradek/network/internal'
import { streamsGroupDescribeApi } from '@odradek/protocol/apis/streams-group-describe'
import type { StreamsGroupDescribeResponse } from '@odradek/protocol/messages/streams-group-describe-response'

import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { type GroupState, groupStateOf } from '../group-names.ts'
import type { DescribeGroupsOptions } from './describe-classic-groups.ts'

/** A group of Kafka Streams (KIP-1071). */
export interface StreamsGroupDescription {
  readonly groupId: string
  readonly state: GroupState
  readonly groupEpoch: number
  readonly targetAssignmentEpoch: number
  /** undefined until a member has told it. */
  readonly topologyEpoch: number | undefined
  readonly subtopologies: readonly StreamsSubtopology[]
  readonly members: readonly StreamsGroupMember[]
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
  /** What this client may do with the group; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A part of a topology that shares no topics with the others. */
export interface StreamsSubtopology {
  readonly subtopologyId: string
  readonly sourceTopics: readonly string[]
  readonly repartitionSinkTopics: readonly string[]
  readonly stateChangelogTopics: readonly string[]
  readonly repartitionSourceTopics: readonly string[]
}

/** A member of such a group. */
export interface StreamsGroupMember {
  readonly memberId: string
  readonly memberEpoch: number
  readonly groupInstanceId: string | undefined
  readonly rackId: string | undefined
  readonly clientId: string
  readonly host: string
  readonly processId: string
  readonly topologyEpoch: number
  readonly assignment: StreamsTasks
  readonly targetAssignment: StreamsTasks
  readonly isClassic: boolean
}

/** Tasks by what they are for. */
export interface StreamsTasks {
  readonly activeTasks: readonly StreamsTask[]
  readonly standbyTasks: readonly StreamsTask[]
  readonly warmupTasks: readonly StreamsTask[]
}

/** Tasks of one subtopology. */
export interface StreamsTask {
  readonly subtopologyId: string
  readonly partitions: readonly number[]
}

type WireGroup = StreamsGroupDescribeResponse['groups'][number]

/** Asked of each group's coordinator (Kafka 4.2). */
export function describeStreamsGroups(
  world: AdminWorld,
  groupIds: readonly string[],
  options: DescribeGroupsOptions,
): AdminResults<string, StreamsGroupDescription> {
  const { includeAuthorizedOperations = false } = options
  return runItemsCall(world, 'describeStreamsGroups', groupIds, options, (call) =>
    driveItems(call, groupIds, coordinatorOf('group', String), async (items, place) => {
      const request = { groupIds: items, includeAuthorizedOperations }
      const { groups } = await call.send(place, streamsGroupDescribeApi, request)
      const byId = new Map(groups.map((group) => [group.groupId, group]))
      return collectOutcomes(
        items,
        'StreamsGroupDescribe',
        (groupId) => byId.get(groupId),
        (groupId, group) => {
          const context = { api: 'StreamsGroupDescribe', resource: `group ${groupId}`, detail: group.errorMessage }
          return outcomeOf(group.errorCode, context, coordinatorReactions, () => describe(group, place))
        },
      )
    }),
  )
}

function describe(group: WireGroup, place: Destination): StreamsGroupDescription {
  return {
    groupId: group.groupId,
    state: groupStateOf(group.groupState),
    groupEpoch: group.groupEpoch,
    targetAssignmentEpoch: group.assignmentEpoch,
    topologyEpoch: group.topology?.epoch,
    subtopologies: (group.topology?.subtopologies ?? []).map((each) => ({
      subtopologyId: each.subtopologyId,
      sourceTopics: each.sourceTopics,
      repartitionSinkTopics: each.repartitionSinkTopics,
      stateChangelogTopics: each.stateChangelogTopics.map(({ name }) => name),
      repartitionSourceTopics: each.repartitionSourceTopics.map(({ name }) => name),
    })),
    members: group.members.map((member) => ({
      memberId: member.memberId,
      memberEpoch: member.memberEpoch,
      groupInstanceId: member.instanceId ?? undefined,
      rackId: member.rackId ?? undefined,
      clientId: member.clientId,
      host: member.clientHost,
      processId: member.processId,
      topologyEpoch: member.topologyEpoch,
      assignment: streamsTasks(member.assignment),
      targetAssignment: streamsTasks(member.targetAssignment),
      isClassic: member.isClassic,
    })),
    coordinator: place === 'any' ? -1 : place.nodeId,
    authorizedOperations: authorizedOperations(group.authorizedOperations),
  }
}

function streamsTasks({
  activeTasks,
  standbyTasks,
  warmupTasks,
}: WireGroup['members'][number]['assignment']): StreamsTasks {
  const tasks = (of: typeof activeTasks) => of.map(({ subtopologyId, partitions }) => ({ subtopologyId, partitions }))
  return { activeTasks: tasks(activeTasks), standbyTasks: tasks(standbyTasks), warmupTasks: tasks(warmupTasks) }
}
