import { createAclsApi } from '@odradek/protocol/apis/create-acls'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import { type AclBinding, aclCreation, aclLimits } from './acls.ts'

/** Asked of any broker, all in one request; the answers come in the same order. */
export function createAcls(
  world: AdminWorld,
  acls: readonly AclBinding[],
  options: CallOptions,
): AdminResults<AclBinding, void> {
  return runItemsCall(world, 'createAcls', acls, options, (call) =>
    driveItems<AclBinding, void>(call, acls, anyBroker, async (items, place) => {
      // Before version 1 all patterns are literal, which is the field's default.
      const request = { creations: items.map(aclCreation) }
      const { results } = await call.send(place, createAclsApi, request, aclLimits(items))
      const indexes = new Map(items.map((item, index) => [item, index]))
      return collectOutcomes(
        items,
        'CreateAcls',
        (item) => results[indexes.get(item)!],
        ({ resourceType, resourceName }, { errorCode, errorMessage }) => {
          const resource = `the ACL of ${resourceType} ${resourceName}`
          return outcomeOf(
            errorCode,
            { api: 'CreateAcls', resource, detail: errorMessage },
            controllerReactions,
            () => undefined,
          )
        },
      )
    }),
  )
}
