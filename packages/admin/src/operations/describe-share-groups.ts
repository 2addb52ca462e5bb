import type { Destination } from '@odradek/network/internal'
import { shareGroupDescribeApi } from '@odradek/protocol/apis/share-group-describe'
import type { ShareGroupDescribeResponse } from '@odradek/protocol/messages/share-group-describe-response'

import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { type GroupState, groupStateOf } from '../group-names.ts'
import type { DescribeGroupsOptions } from './describe-classic-groups.ts'
import { partitionsOf } from './describe-consumer-groups.ts'

/** A share group (KIP-932). */
export interface ShareGroupDescription {
  readonly groupId: string
  readonly state: GroupState
  readonly groupEpoch: number
  readonly targetAssignmentEpoch: number
  readonly partitionAssignor: string
  readonly members: readonly ShareGroupMember[]
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
  /** What this client may do with the group; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A member of a share group. */
export interface ShareGroupMember {
  readonly memberId: string
  readonly rackId: string | undefined
  readonly memberEpoch: number
  readonly clientId: string
  readonly host: string
  readonly subscribedTopicNames: readonly string[]
  /** What it reads, with others. */
  readonly assignment: readonly TopicPartition[]
}

/** Asked of each group's coordinator. */
export function describeShareGroups(
  world: AdminWorld,
  groupIds: readonly string[],
  options: DescribeGroupsOptions,
): AdminResults<string, ShareGroupDescription> {
  const { includeAuthorizedOperations = false } = options
  return runItemsCall(world, 'describeShareGroups', groupIds, options, (call) =>
    driveItems(call, groupIds, coordinatorOf('group', String), async (items, place) => {
      const request = { groupIds: items, includeAuthorizedOperations }
      const { groups } = await call.send(place, shareGroupDescribeApi, request)
      const byId = new Map(groups.map((group) => [group.groupId, group]))
      return collectOutcomes(
        items,
        'ShareGroupDescribe',
        (groupId) => byId.get(groupId),
        (groupId, group) => {
          const context = { api: 'ShareGroupDescribe', resource: `group ${groupId}`, detail: group.errorMessage }
          return outcomeOf(group.errorCode, context, coordinatorReactions, () => describe(group, place))
        },
      )
    }),
  )
}

function describe(group: ShareGroupDescribeResponse['groups'][number], place: Destination): ShareGroupDescription {
  return {
    groupId: group.groupId,
    state: groupStateOf(group.groupState),
    groupEpoch: group.groupEpoch,
    targetAssignmentEpoch: group.assignmentEpoch,
    partitionAssignor: group.assignorName,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      rackId: member.rackId ?? undefined,
      memberEpoch: member.memberEpoch,
      clientId: member.clientId,
      host: member.clientHost,
      subscribedTopicNames: member.subscribedTopicNames,
      assignment: partitionsOf(member.assignment),
    })),
    coordinator: place === 'any' ? -1 : place.nodeId,
    authorizedOperations: authorizedOperations(group.authorizedOperations),
  }
}
