// What the requests about ACLs have in common.
import { AclOperation, type AclFilter, PatternType, PermissionType, ResourceType } from '../../security/acl.ts'

interface RequestedFilter {
  readonly resourceTypeFilter: number
  readonly resourceNameFilter: string | null
  readonly patternTypeFilter: number
  readonly principalFilter: string | null
  readonly hostFilter: string | null
  readonly operation: number
  readonly permissionType: number
}

/** A filter as ACLs are looked up with it. Kafka takes a number that it does not know for UNKNOWN. */
export function aclFilter(wanted: RequestedFilter): AclFilter {
  return {
    resourceType: known(wanted.resourceTypeFilter, ResourceType),
    resourceName: wanted.resourceNameFilter,
    patternType: known(wanted.patternTypeFilter, PatternType),
    principal: wanted.principalFilter,
    host: wanted.hostFilter,
    operation: known(wanted.operation, AclOperation),
    permissionType: known(wanted.permissionType, PermissionType),
  }
}

/** Whether an ACL, or a filter, has an element that Kafka does not know. */
export function hasUnknown(acl: Pick<AclFilter, 'resourceType' | 'patternType' | 'operation' | 'permissionType'>) {
  return [acl.resourceType, acl.patternType, acl.operation, acl.permissionType].includes(0)
}

/** A number if `names` has it, else UNKNOWN. */
export function known(value: number, names: Readonly<Record<string, number>>): number {
  return Object.values(names).includes(value) ? value : 0
}
