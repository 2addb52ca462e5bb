// DescribeAcls 1-3 (KIP-140, KIP-290, KIP-373).
import { ErrorCode } from '@odradek/protocol'
import type { DescribeAclsRequest } from '@odradek/protocol/messages/describe-acls-request'
import type { DescribeAclsResponse } from '@odradek/protocol/messages/describe-acls-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import type { Acl } from '../../security/acl.ts'
import { aclFilter, hasUnknown } from './acl-requests.ts'

/** Handles DescribeAcls. */
export function handleDescribeAcls(
  state: BrokerState,
  { body }: BrokerRequest<DescribeAclsRequest>,
): Outcome<DescribeAclsResponse> {
  const filter = aclFilter(body)
  if (hasUnknown(filter)) return { reply: { kind: 'disconnect', reason: 'DescribeAcls with an unknown element' } }
  if (!state.authorizer.settings.enabled) {
    const errorMessage = 'No Authorizer is configured on the broker'
    return answer({ errorCode: ErrorCode.SECURITY_DISABLED, errorMessage })
  }
  const byPattern = new Map<string, Acl[]>()
  for (const acl of state.cluster.admin.acls.find(filter)) {
    const key = `${acl.resourceType} ${acl.patternType} ${acl.resourceName}`
    const others = byPattern.get(key)
    if (others === undefined) byPattern.set(key, [acl])
    else others.push(acl)
  }
  const resources = [...byPattern.values()].map((acls) => {
    const { resourceType, resourceName, patternType } = acls[0]!
    const described = acls.map(({ principal, host, operation, permissionType }) => {
      return { principal, host, operation, permissionType }
    })
    return { resourceType, resourceName, patternType, acls: described }
  })
  return answer({ errorMessage: '', resources })
}
