import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'

import { type AdminCall, runItemsCall } from '../admin-call.ts'
import { type AdminResults, valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, collectOutcomes, coordinatorReactions, outcomeForAll } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { driveConsumerGroups } from './describe-consumer-groups.ts'

/** A member to take out of its group: a static one by its group instance id, any by its member id. */
export interface MemberToRemove {
  readonly memberId?: string
  readonly groupInstanceId?: string
}

/** What `removeMembersFromConsumerGroup` may be told. */
export interface RemoveMembersOptions extends CallOptions {
  /** @default all that there are */
  readonly members?: readonly MemberToRemove[]
  /** For the broker's log (Kafka 3.2). */
  readonly reason?: string
}

/** Asked of the group's coordinator, all in one request (KIP-345, KIP-571). */
export function removeMembersFromConsumerGroup(
  world: AdminWorld,
  groupId: string,
  options: RemoveMembersOptions,
): AdminResults<MemberToRemove, void> {
  const { members: given, reason } = options
  return runItemsCall(world, 'removeMembersFromConsumerGroup', given ?? [], options, async (call) => {
    const members = given ?? (await membersOf(call, groupId))
    return driveItems<MemberToRemove, void>(
      call,
      members,
      coordinatorOf('group', () => groupId),
      async (items, place) => {
        const request = (version: number) => ({
          groupId,
          members: items.map(({ memberId = '', groupInstanceId = null }) => ({
            memberId,
            groupInstanceId,
            ...(version >= 5 ? { reason: reason ?? 'member was removed by an admin client' } : {}),
          })),
        })
        const limits = { minVersion: 3, minVersionFor: 'removeMembersFromConsumerGroup needs Kafka 2.4 or newer' }
        const answer = await call.send(place, leaveGroupApi, request, limits)
        const context = { api: 'LeaveGroup', resource: `group ${groupId}` }
        const refused = outcomeForAll(items, answer.errorCode, context, coordinatorReactions)
        if (refused !== undefined) return refused
        return collectOutcomes(
          items,
          'LeaveGroup',
          ({ memberId, groupInstanceId }) =>
            answer.members.find((member) =>
              groupInstanceId === undefined ? member.memberId === memberId : member.groupInstanceId === groupInstanceId,
            ),
          ({ memberId, groupInstanceId }, { errorCode }) => {
            const resource = `group ${groupId}, member ${groupInstanceId ?? memberId ?? ''}`
            return errorCode === 0 ? { value: undefined } : { error: answerError(errorCode, { ...context, resource }) }
          },
        )
      },
    )
  })
}

async function membersOf(call: AdminCall, groupId: string): Promise<readonly MemberToRemove[]> {
  const [group] = valuesOf(call.name, await driveConsumerGroups(call, [groupId], {}))
  return group!.members.map(({ memberId, groupInstanceId }) =>
    groupInstanceId === undefined ? { memberId } : { memberId, groupInstanceId },
  )
}
