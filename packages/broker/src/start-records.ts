import { UsageError } from '@odradek/protocol'
import type { AdminRecord } from './core/admin-state.ts'
import { emulatedRelease } from './core/emulation/emulated-release.ts'
import { featuresOf } from './core/features/release-features.ts'
import { AclOperation, CLUSTER_NAME, PatternType, PermissionType, ResourceType } from './core/security/acl.ts'
import { scramCredentialOfPassword, scramMechanisms } from '@odradek/network/internal'
import { storedCredential } from './core/security/scram-store.ts'
import type { ResolvedBrokerOptions } from './options.ts'
import type { StartQuota } from './quota-options.ts'
import type { StartAcl } from './security-options.ts'

const SALT_BYTES = 16

/** What a cluster knows from the start because its first broker's options say so: ACLs, quotas, feature levels. */
export function startRecords(options: ResolvedBrokerOptions): AdminRecord[] {
  const { acls, quotas, transactionVersion } = options
  const level = { type: 'feature-level-changed', name: 'transaction.version', level: transactionVersion } as const
  const isKnown = featuresOf(emulatedRelease(options.emulate).name).some(({ name }) => name === level.name)
  return [...(isKnown ? [level] : []), ...acls.map(startAcl), ...quotas.flatMap(startQuota), ...startUsers(options)]
}

/** Users are for SCRAM too, where it is spoken. */
function startUsers({ users, sasl, listeners = [], security }: ResolvedBrokerOptions): AdminRecord[] {
  const { cryptography } = security
  const spoken = [sasl, ...listeners.map((listener) => listener.sasl)].flatMap((options) => options?.mechanisms ?? [])
  const wanted = scramMechanisms.filter(({ name }) => spoken.includes(name))
  return Object.entries(users).flatMap(([user, password]) =>
    wanted.map((mechanism): AdminRecord => {
      const salt = cryptography.randomBytes(SALT_BYTES)
      const credential = storedCredential(scramCredentialOfPassword(cryptography, mechanism, password, salt))
      return { type: 'scram-credential-changed', user, mechanism: mechanism.type, credential }
    }),
  )
}

/** Throws UsageError where a quota is for nobody, or allows nothing. */
function startQuota({ user, clientId, ...limits }: StartQuota): AdminRecord[] {
  if (user === undefined && clientId === undefined)
    throw new UsageError('Broker option quotas: give a user, a clientId or both; null stands for all others')
  const entity = { ...(clientId !== undefined && { 'client-id': clientId }), ...(user !== undefined && { user }) }
  const keys = {
    producerByteRate: 'producer_byte_rate',
    consumerByteRate: 'consumer_byte_rate',
    requestPercentage: 'request_percentage',
  }
  return Object.entries(limits).map(([name, value]) => {
    const key = Object.hasOwn(keys, name) ? keys[name as keyof typeof keys] : undefined
    if (key === undefined)
      throw new UsageError(`Broker option quotas: there is no ${name}, but ${Object.keys(keys).join(', ')}`)
    if (!(typeof value === 'number' && value > 0))
      throw new UsageError(`Broker option quotas: ${name} is ${value}, where it must be greater than 0`)
    return { type: 'quota-changed', entity, key, value }
  })
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
