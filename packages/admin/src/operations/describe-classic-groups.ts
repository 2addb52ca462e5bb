import type { Destination } from '@odradek/network/internal'
import { ErrorCode } from '@odradek/protocol'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import type { DescribeGroupsResponse } from '@odradek/protocol/messages/describe-groups-response'

import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import { type AdminCall, runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems, type Outcome } from '../drivers/drive-items.ts'
import { type GroupState, groupStateOf } from '../group-names.ts'

/** A group of the classic protocol: of consumers, of Connect workers, of a schema registry. */
export interface ClassicGroupDescription {
  readonly groupId: string
  readonly state: GroupState
  /** `consumer`, `connect` and so on; '' of a group without members. */
  readonly protocolType: string
  /** What the members agreed on, such as the assignor `range`. */
  readonly protocolName: string
  readonly members: readonly ClassicGroupMember[]
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
  /** What this client may do with the group; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A member, with what it told the others and what it was given, in bytes that only its protocol type explains. */
export interface ClassicGroupMember {
  readonly memberId: string
  readonly groupInstanceId: string | undefined
  readonly clientId: string
  readonly host: string
  readonly metadata: Uint8Array
  readonly assignment: Uint8Array
}

/** What describing groups may be told. */
export interface DescribeGroupsOptions extends CallOptions {
  /** Says what this client may do with each group (Kafka 2.3). @default false */
  readonly includeAuthorizedOperations?: boolean
}

/** Asked of each group's coordinator. */
export function describeClassicGroups(
  world: AdminWorld,
  groupIds: readonly string[],
  options: DescribeGroupsOptions,
): AdminResults<string, ClassicGroupDescription> {
  return runItemsCall(world, 'describeClassicGroups', groupIds, options, (call) =>
    driveItems(call, groupIds, coordinatorOf('group', String), (items, place) =>
      askForClassicGroups(items, place, call, options),
    ),
  )
}

/** One DescribeGroups request. A group that does not exist is GROUP_ID_NOT_FOUND, whatever the broker's version. */
export async function askForClassicGroups(
  groupIds: readonly string[],
  place: Destination,
  call: AdminCall,
  { includeAuthorizedOperations = false }: DescribeGroupsOptions,
): Promise<Map<string, Outcome<ClassicGroupDescription>>> {
  const request = (version: number) => ({
    groups: groupIds,
    ...(version >= 3 ? { includeAuthorizedOperations } : {}),
  })
  const { groups } = await call.send(place, describeGroupsApi, request)
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  return collectOutcomes(
    groupIds,
    'DescribeGroups',
    (groupId) => byId.get(groupId),
    (groupId, group) => {
      // Before Kafka 4.0 a group that does not exist is one that is dead.
      const isMissing = group.errorCode === ErrorCode.NONE && groupStateOf(group.groupState) === 'Dead'
      const errorCode = isMissing ? ErrorCode.GROUP_ID_NOT_FOUND : group.errorCode
      const context = { api: 'DescribeGroups', resource: `group ${groupId}`, detail: group.errorMessage }
      return outcomeOf(errorCode, context, coordinatorReactions, () => classicGroup(group, place))
    },
  )
}

function classicGroup(group: DescribeGroupsResponse['groups'][number], place: Destination): ClassicGroupDescription {
  return {
    groupId: group.groupId,
    state: groupStateOf(group.groupState),
    protocolType: group.protocolType,
    protocolName: group.protocolData,
    members: group.members.map(
      ({ memberId, groupInstanceId, clientId, clientHost, memberMetadata, memberAssignment }) => ({
        memberId,
        groupInstanceId: groupInstanceId ?? undefined,
        clientId,
        host: clientHost,
        // Copies: the answer's own bytes would keep all of it alive.
        metadata: memberMetadata.slice(),
        assignment: memberAssignment.slice(),
      }),
    ),
    coordinator: place === 'any' ? -1 : place.nodeId,
    authorizedOperations: authorizedOperations(group.authorizedOperations),
  }
}
