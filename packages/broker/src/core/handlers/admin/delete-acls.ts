// DeleteAcls 1-3 (KIP-140, KIP-290, KIP-373): all ACLs that a filter takes in.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DeleteAclsRequest } from '@odradek/protocol/messages/delete-acls-request'
import type { DeleteAclsResponse } from '@odradek/protocol/messages/delete-acls-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import type { AclDeleted } from '../../security/acl.ts'
import { aclFilter } from './acl-requests.ts'

type Result = MessageInput<DeleteAclsResponse['filterResults'][number]>

/** Handles DeleteAcls. */
export function handleDeleteAcls(
  state: BrokerState,
  { body }: BrokerRequest<DeleteAclsRequest>,
): Outcome<DeleteAclsResponse> {
  const { acls } = state.cluster.admin
  const records: AclDeleted[] = []
  const filterResults = body.filters.map((wanted): Result => {
    if (!state.authorizer.settings.enabled) {
      return { errorCode: ErrorCode.SECURITY_DISABLED, errorMessage: 'No Authorizer is configured.' }
    }
    const filter = aclFilter(wanted)
    const invalid =
      filter.operation === 0 || filter.permissionType === 0
        ? 'Unknown entryFilter.'
        : filter.resourceType === 0 || filter.patternType === 0
          ? 'Unknown patternFilter.'
          : undefined
    if (invalid !== undefined) return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: invalid }
    const matching = acls.find(filter)
    records.push(...matching.map((acl) => ({ type: 'acl-deleted' as const, ...acl })))
    return { errorMessage: null, matchingAcls: matching.map((acl) => ({ errorMessage: null, ...acl })) }
  })
  return answer({ filterResults }, records)
}
