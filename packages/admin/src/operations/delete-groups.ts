import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'

/** Asked of each group's coordinator. Groups of any type go, with their offsets; one with members does not. */
export function deleteGroups(
  world: AdminWorld,
  groupIds: readonly string[],
  options: CallOptions,
): AdminResults<string, void> {
  return runItemsCall(world, 'deleteGroups', groupIds, options, (call) =>
    driveItems<string, void>(call, groupIds, coordinatorOf('group', String), async (items, place) => {
      const { results } = await call.send(place, deleteGroupsApi, { groupsNames: items })
      const byId = new Map(results.map((result) => [result.groupId, result]))
      return collectOutcomes(
        items,
        'DeleteGroups',
        (groupId) => byId.get(groupId),
        (groupId, { errorCode }) =>
          outcomeOf(
            errorCode,
            { api: 'DeleteGroups', resource: `group ${groupId}` },
            coordinatorReactions,
            () => undefined,
          ),
      )
    }),
  )
}
