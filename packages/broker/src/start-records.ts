import { UsageError } from '@odradek/protocol'
import type { AdminRecord } from './core/admin-state.ts'
import { AclOperation, CLUSTER_NAME, PatternType, PermissionType, ResourceType } from './core/security/acl.ts'
import type { ResolvedBrokerOptions } from './options.ts'
import type { StartAcl } from './security-options.ts'

/** What a cluster knows from the start because its first broker's options say so: ACLs, feature levels. */
export function startRecords({ acls, transactionVersion }: ResolvedBrokerOptions): AdminRecord[] {
  const level: AdminRecord = { type: 'feature-level-changed', name: 'transaction.version', level: transactionVersion }
  return [level, ...acls.map(startAcl)]
}

/** Throws UsageError where an ACL names something that there is not. */
function startAcl(acl: StartAcl): AdminRecord {
  const resourceType = constant(ResourceType, acl.resourceType, 'resourceType')
  const fallback = resourceType === ResourceType.CLUSTER ? CLUSTER_NAME : undefined
  const resourceName = acl.resourceName ?? fallback
  if (resourceName === undefined) throw new UsageError('Broker option acls: resourceName is missing')
  if (!/^[^:]+:./.test(acl.principal)) {
    throw new UsageError(`Broker option acls: principal is '${acl.principal}', where it must be like 'User:alice'`)
  }
  return {
    type: 'acl-created',
    resourceType,
    resourceName,
    patternType: constant(PatternType, acl.patternType ?? 'literal', 'patternType'),
    principal: acl.principal,
    host: acl.host ?? '*',
    operation: constant(AclOperation, acl.operation, 'operation'),
    permissionType: constant(PermissionType, acl.permission ?? 'allow', 'permission'),
  }
}

/** `transactional-id` is TRANSACTIONAL_ID. */
function constant(names: Readonly<Record<string, number>>, text: string, field: string): number {
  const name = String(text).toUpperCase().replaceAll('-', '_')
  const usable = Object.keys(names).filter((known) => known !== 'UNKNOWN' && known !== 'ANY' && known !== 'MATCH')
  if (usable.includes(name)) return names[name]!
  const choice = usable.map((known) => known.toLowerCase().replaceAll('_', '-')).join(', ')
  throw new UsageError(`Broker option acls: ${field} is '${text}', where it must be one of ${choice}`)
}
