import { describeAclsApi } from '@odradek/protocol/apis/describe-acls'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import { aclFilter, type AclFilter, aclLimits, knownAcl, type KnownAclBinding } from './acls.ts'

/** Asked of any broker. */
export function describeAcls(
  world: AdminWorld,
  filter: AclFilter,
  options: CallOptions,
): Promise<readonly KnownAclBinding[]> {
  return runCall(world, 'describeAcls', options, (call) =>
    driveOne(call, anyBroker, async (place) => {
      const request = (version: number) => aclFilter(filter, version)
      // Throws for a name that does not exist before anything is sent.
      request(1)
      const answer = await call.send(place, describeAclsApi, request, aclLimits([filter]))
      const context = { api: 'DescribeAcls', detail: answer.errorMessage }
      return outcomeOf(answer.errorCode, context, anyBrokerReactions, () =>
        answer.resources.flatMap((resource) => resource.acls.map((acl) => knownAcl(resource, acl))),
      )
    }),
  )
}
