// How ACLs are written on the wire, for the three operations on them.
import {
  type AclOperation,
  aclOperations,
  type AclPatternType,
  aclPatternTypes,
  type AclPermissionType,
  aclPermissionTypes,
  type AclResourceType,
  aclResourceTypes,
  givenCode,
} from '../acl-names.ts'

/** Who may, or may not, do what to which resource. */
export interface AclBinding {
  readonly resourceType: AclResourceType
  /** The cluster's is `kafka-cluster`; `*` with LITERAL is every resource of the type. */
  readonly resourceName: string
  /** @default 'LITERAL' */
  readonly patternType?: AclPatternType
  /** With its type: `User:alice`; `User:*` is everybody. */
  readonly principal: string
  /** Where from, as an IP address. @default '*' */
  readonly host?: string
  readonly operation: AclOperation
  /** @default 'ALLOW' */
  readonly permissionType?: AclPermissionType
}

/** An ACL as brokers name it: complete. */
export type KnownAclBinding = Required<AclBinding>

/** Which ACLs; what is left out matches anything. `patternType: 'MATCH'` takes all patterns that hold for `resourceName`. */
export type AclFilter = Partial<AclBinding>

/** An ACL in CreateAcls. */
export function aclCreation(acl: AclBinding) {
  const { resourceType, resourceName, patternType = 'LITERAL', principal, host = '*', permissionType = 'ALLOW' } = acl
  return {
    resourceType: givenCode('resourceType', aclResourceTypes, resourceType),
    resourceName,
    resourcePatternType: givenCode('patternType', aclPatternTypes, patternType),
    principal,
    host,
    operation: givenCode('operation', aclOperations, acl.operation),
    permissionType: givenCode('permissionType', aclPermissionTypes, permissionType),
  }
}

/** A filter in DescribeAcls and DeleteAcls. Version 0 knows literal names alone. */
export function aclFilter(filter: AclFilter, version: number) {
  const { resourceType = 'ANY', patternType = 'ANY', operation = 'ANY', permissionType = 'ANY' } = filter
  const pattern = version === 0 && patternType !== 'PREFIXED' ? 'LITERAL' : patternType
  return {
    resourceTypeFilter: givenCode('resourceType', aclResourceTypes, resourceType),
    resourceNameFilter: filter.resourceName ?? null,
    patternTypeFilter: givenCode('patternType', aclPatternTypes, pattern),
    principalFilter: filter.principal ?? null,
    hostFilter: filter.host ?? null,
    operation: givenCode('operation', aclOperations, operation),
    permissionType: givenCode('permissionType', aclPermissionTypes, permissionType),
  }
}

/** The versions that can carry these patterns. */
export function aclLimits(acls: readonly AclFilter[]) {
  const hasPrefixes = acls.some(({ patternType }) => patternType === 'PREFIXED')
  return hasPrefixes ? { minVersion: 1, minVersionFor: 'ACLs with the pattern PREFIXED need Kafka 2.0 or newer' } : {}
}

/** An ACL as the answers name it. */
export function knownAcl(
  resource: { readonly resourceType: number; readonly resourceName: string; readonly patternType: number },
  acl: {
    readonly principal: string
    readonly host: string
    readonly operation: number
    readonly permissionType: number
  },
): KnownAclBinding {
  return {
    resourceType: aclResourceTypes.nameOf(resource.resourceType),
    resourceName: resource.resourceName,
    patternType: aclPatternTypes.nameOf(resource.patternType),
    principal: acl.principal,
    host: acl.host,
    operation: aclOperations.nameOf(acl.operation),
    permissionType: aclPermissionTypes.nameOf(acl.permissionType),
  }
}
