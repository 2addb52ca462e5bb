// CreateAcls 1-3 (KIP-140, KIP-290, KIP-373). Those that are there already are created once more, to no effect.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { CreateAclsRequest } from '@odradek/protocol/messages/create-acls-request'
import type { CreateAclsResponse } from '@odradek/protocol/messages/create-acls-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import {
  type Acl,
  type AclCreated,
  AclOperation,
  CLUSTER_NAME,
  PatternType,
  PermissionType,
  ResourceType,
} from '../../security/acl.ts'
import { hasUnknown, known } from './acl-requests.ts'

type Result = MessageInput<CreateAclsResponse['results'][number]>
type Creation = CreateAclsRequest['creations'][number]

/** Handles CreateAcls. */
export function handleCreateAcls(
  state: BrokerState,
  { body }: BrokerRequest<CreateAclsRequest>,
): Outcome<CreateAclsResponse> {
  const acls = body.creations.map(asAcl)
  // Kafka's reader of the request throws.
  if (acls.some(hasUnknown)) return { reply: { kind: 'disconnect', reason: 'CreateAcls with an unknown element' } }
  if (!state.authorizer.settings.enabled) {
    const refused = { errorCode: ErrorCode.SECURITY_DISABLED, errorMessage: 'No Authorizer is configured.' }
    return answer({ results: acls.map(() => refused) })
  }
  const records: AclCreated[] = []
  const results = acls.map((acl): Result => {
    const errorMessage = aclError(acl)
    if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
    if (!state.cluster.admin.acls.has(acl)) records.push({ type: 'acl-created', ...acl })
    return { errorMessage: '' }
  })
  return answer({ results }, records)
}

function asAcl({ resourcePatternType, ...creation }: Creation): Acl {
  return {
    resourceType: known(creation.resourceType, ResourceType),
    resourceName: creation.resourceName,
    patternType: known(resourcePatternType, PatternType),
    principal: creation.principal,
    host: creation.host,
    operation: known(creation.operation, AclOperation),
    permissionType: known(creation.permissionType, PermissionType),
  }
}

/** In Kafka's words and order. */
function aclError({ resourceType, resourceName, patternType, operation, permissionType, principal }: Acl) {
  if (resourceType === ResourceType.CLUSTER && resourceName !== CLUSTER_NAME) {
    return `The only valid name for the CLUSTER resource is ${CLUSTER_NAME}`
  }
  if (resourceName === '') return 'Invalid empty resource name'
  if (resourceType === ResourceType.ANY) return 'Invalid resourceType ANY'
  if (patternType === PatternType.ANY) return 'Invalid patternType ANY'
  if (patternType === PatternType.MATCH) return 'Invalid patternType MATCH'
  if (operation === AclOperation.ANY) return 'Invalid operation ANY'
  if (permissionType === PermissionType.ANY) return 'Invalid permissionType ANY'
  if (principal.includes(':')) return undefined
  return `Could not parse principal from \`${principal}\` (no colon is present separating the principal type from the principal name)`
}
