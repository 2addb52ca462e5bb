import { ErrorCode } from '@odradek/protocol'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import type { ListGroupsResponse } from '@odradek/protocol/messages/list-groups-response'

import { runCall } from '../admin-call.ts'
import { valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { outcomeOf, type Reactions } from '../drivers/answers.ts'
import { driveItems, oneByOne } from '../drivers/drive-items.ts'
import { allBrokers } from '../drivers/all-brokers.ts'
import { brokerOf } from '../drivers/places.ts'
import { type GroupState, groupStateOf, type GroupType, groupTypeOf } from '../group-names.ts'

/** A group, as its coordinator lists it. */
export interface GroupListing {
  readonly groupId: string
  /** undefined before Kafka 3.8. */
  readonly type: GroupType | undefined
  /** `consumer`, `share`, `connect` and so on; '' of a group that has only committed offsets. */
  readonly protocolType: string
  /** undefined before Kafka 2.6. */
  readonly state: GroupState | undefined
}

/** What `listGroups` may be told. */
export interface ListGroupsOptions extends CallOptions {
  /** Lists groups in these states alone (Kafka 2.6). @default all */
  readonly states?: readonly GroupState[]
  /** Lists groups of these types alone (Kafka 3.8). @default all */
  readonly types?: readonly GroupType[]
  /** Lists groups of these protocol types alone; '' are those with committed offsets alone. @default all */
  readonly protocolTypes?: readonly string[]
}

const reactions: Reactions = {
  retry: new Set([ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.COORDINATOR_NOT_AVAILABLE]),
  move: new Set(),
}

/** Asked of every broker: each lists the groups that it coordinates. Rejects where one broker cannot be asked. */
export function listGroups(world: AdminWorld, options: ListGroupsOptions): Promise<readonly GroupListing[]> {
  return runCall(world, 'listGroups', options, async (call) => {
    const { states = [], types = [], protocolTypes } = options
    const request = (version: number) => ({
      ...(version >= 4 ? { statesFilter: states } : {}),
      ...(version >= 5 ? { typesFilter: types } : {}),
    })
    const lists = await driveItems(
      call,
      await allBrokers(call),
      brokerOf((nodeId) => nodeId),
      oneByOne(async (nodeId, place) => {
        const answer = await call.send(place, listGroupsApi, request, versionLimits(options))
        const context = { api: 'ListGroups', resource: `broker ${nodeId}` }
        return outcomeOf(answer.errorCode, context, reactions, () => answer.groups)
      }),
    )
    // A group that moves from broker to broker may be named by both.
    const groups = new Map(valuesOf('listGroups', lists).flatMap((list) => list.map((group) => [group.groupId, group])))
    return [...groups.values()].map(groupListing).filter((group) => isWanted(group, protocolTypes))
  })
}

function versionLimits({ states = [], types = [] }: ListGroupsOptions) {
  if (types.length > 0) return { minVersion: 5, minVersionFor: 'listGroups by type needs Kafka 3.8 or newer' }
  return states.length > 0 ? { minVersion: 4, minVersionFor: 'listGroups by state needs Kafka 2.6 or newer' } : {}
}

function groupListing({
  groupId,
  groupType,
  protocolType,
  groupState,
}: ListGroupsResponse['groups'][number]): GroupListing {
  const state = groupState === '' ? undefined : groupStateOf(groupState)
  return { groupId, type: groupTypeOf(groupType), protocolType, state }
}

function isWanted({ protocolType }: GroupListing, protocolTypes: readonly string[] | undefined): boolean {
  return protocolTypes === undefined || protocolTypes.includes(protocolType)
}
