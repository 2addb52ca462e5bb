import { deleteAclsApi } from '@odradek/protocol/apis/delete-acls'
import type { DeleteAclsResponse } from '@odradek/protocol/messages/delete-acls-response'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems, type Outcome } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import { aclFilter, type AclFilter, aclLimits, knownAcl, type KnownAclBinding } from './acls.ts'

/** What a filter of `deleteAcls` came to. */
export interface DeletedAcls {
  /** The ACLs that are gone. */
  readonly acls: readonly KnownAclBinding[]
}

/** Asked of any broker, all filters in one request; the answers come in the same order. */
export function deleteAcls(
  world: AdminWorld,
  filters: readonly AclFilter[],
  options: CallOptions,
): AdminResults<AclFilter, DeletedAcls> {
  return runItemsCall(world, 'deleteAcls', filters, options, (call) =>
    driveItems(call, filters, anyBroker, async (items, place) => {
      const request = (version: number) => ({ filters: items.map((filter) => aclFilter(filter, version)) })
      // Throws for a name that does not exist before anything is sent.
      request(1)
      const { filterResults } = await call.send(place, deleteAclsApi, request, aclLimits(items))
      const indexes = new Map(items.map((item, index) => [item, index]))
      return collectOutcomes(
        items,
        'DeleteAcls',
        (item) => filterResults[indexes.get(item)!],
        (_item, result) => deleted(result),
      )
    }),
  )
}

function deleted({
  errorCode,
  errorMessage,
  matchingAcls,
}: DeleteAclsResponse['filterResults'][number]): Outcome<DeletedAcls> {
  const failed = matchingAcls.find((acl) => acl.errorCode !== 0)
  if (errorCode === 0 && failed !== undefined) {
    const resource = `the ACL of ${failed.resourceName} for ${failed.principal}`
    return { error: answerError(failed.errorCode, { api: 'DeleteAcls', resource, detail: failed.errorMessage }) }
  }
  const context = { api: 'DeleteAcls', detail: errorMessage }
  return outcomeOf(errorCode, context, controllerReactions, () => ({
    acls: matchingAcls.map((acl) => knownAcl(acl, acl)),
  }))
}
