// The words of ACLs with Kafka's numbers (KIP-11, KIP-290, KIP-373), and one ACL.

/** What an ACL is about. */
export const ResourceType = {
  UNKNOWN: 0,
  ANY: 1,
  TOPIC: 2,
  GROUP: 3,
  CLUSTER: 4,
  TRANSACTIONAL_ID: 5,
  DELEGATION_TOKEN: 6,
  USER: 7,
} as const

/** How the name in an ACL is compared with a resource's. */
export const PatternType = { UNKNOWN: 0, ANY: 1, MATCH: 2, LITERAL: 3, PREFIXED: 4 } as const

/** What somebody may do. */
export const AclOperation = {
  UNKNOWN: 0,
  ANY: 1,
  ALL: 2,
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12,
  CREATE_TOKENS: 13,
  DESCRIBE_TOKENS: 14,
  TWO_PHASE_COMMIT: 15,
} as const

/** Whether an ACL gives or takes. */
export const PermissionType = { UNKNOWN: 0, ANY: 1, DENY: 2, ALLOW: 3 } as const

/** The one resource of type CLUSTER. */
export const CLUSTER_NAME = 'kafka-cluster'

/** A name, a host, or the name of a principal that stands for all of them. */
export const WILDCARD = '*'

/** Who may, or may not, do what with what, and from where. */
export interface Acl {
  readonly resourceType: number
  readonly resourceName: string
  readonly patternType: number
  readonly principal: string
  readonly host: string
  readonly operation: number
  readonly permissionType: number
}

/** An ACL was made. */
export interface AclCreated extends Acl {
  readonly type: 'acl-created'
}

/** An ACL was taken away. */
export interface AclDeleted extends Acl {
  readonly type: 'acl-deleted'
}

/** What ACLs must be like; null and ANY: whatever. */
export interface AclFilter {
  readonly resourceType: number
  readonly resourceName: string | null
  readonly patternType: number
  readonly principal: string | null
  readonly host: string | null
  readonly operation: number
  readonly permissionType: number
}

/** Whether an ACL speaks of a resource of this name. */
export function concerns(acl: Acl, resourceName: string): boolean {
  if (acl.patternType === PatternType.PREFIXED) return resourceName.startsWith(acl.resourceName)
  return acl.resourceName === resourceName || acl.resourceName === WILDCARD
}

/** Whether a filter takes in an ACL. With MATCH it takes every ACL that concerns the named resource. */
export function matchesFilter(acl: Acl, filter: AclFilter): boolean {
  const any = (wanted: number, found: number) => wanted === ResourceType.ANY || wanted === found
  return (
    any(filter.resourceType, acl.resourceType) &&
    matchesPattern(acl, filter) &&
    (filter.principal === null || filter.principal === acl.principal) &&
    (filter.host === null || filter.host === acl.host) &&
    any(filter.operation, acl.operation) &&
    any(filter.permissionType, acl.permissionType)
  )
}

function matchesPattern(acl: Acl, { patternType, resourceName }: AclFilter): boolean {
  const isOfType =
    patternType === PatternType.ANY || patternType === PatternType.MATCH || patternType === acl.patternType
  if (!isOfType || resourceName === null) return isOfType
  return patternType === PatternType.MATCH ? concerns(acl, resourceName) : acl.resourceName === resourceName
}
