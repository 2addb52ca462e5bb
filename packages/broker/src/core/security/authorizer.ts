// Who may do what: Kafka's StandardAuthorizer (KIP-801). Without an authorizer everybody may do everything.
import { type Acl, AclOperation, concerns, PatternType, PermissionType, ResourceType, WILDCARD } from './acl.ts'
import type { AclStore } from './acl-store.ts'

/** Who asks, and from where. */
export interface Actor {
  /** `User:alice`. */
  readonly principal: string
  /** As Kafka shows it: `/127.0.0.1`. */
  readonly clientHost: string
}

/** How an authorizer is set up. */
export interface AuthorizerSettings {
  /** Whether ACLs are kept and looked at at all. */
  readonly enabled: boolean
  /** Principals who may do everything. */
  readonly superUsers: readonly string[]
  /** What holds for resources that no ACL concerns. */
  readonly allowIfNoAclFound: boolean
}

const { READ, WRITE, DELETE, ALTER, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS, ALL } = AclOperation
const IMPLIES_DESCRIBE: readonly number[] = [DESCRIBE, READ, WRITE, DELETE, ALTER]
const IMPLIES_DESCRIBE_CONFIGS: readonly number[] = [DESCRIBE_CONFIGS, ALTER_CONFIGS]

/** Answers whether somebody may do something. A denial goes before every permission. */
export class Authorizer {
  readonly settings: AuthorizerSettings
  readonly #acls: AclStore
  readonly #superUsers: ReadonlySet<string>

  constructor(settings: AuthorizerSettings, acls: AclStore) {
    this.settings = settings
    this.#acls = acls
    this.#superUsers = new Set(settings.superUsers)
  }

  /** Whether an actor may do an operation on a resource. */
  allows(actor: Actor, operation: number, resourceType: number, resourceName: string): boolean {
    if (!this.settings.enabled || this.#superUsers.has(actor.principal)) return true
    let hasAcls = false
    let isAllowed = false
    for (const acl of this.#acls.ofType(resourceType)) {
      if (!concerns(acl, resourceName)) continue
      hasAcls = true
      if (!speaksOf(acl, actor) || !covers(acl, operation)) continue
      if (acl.permissionType === PermissionType.DENY) return false
      isAllowed = true
    }
    return isAllowed || (!hasAcls && this.settings.allowIfNoAclFound)
  }

  /** Whether there is any resource of a type with which an actor may do an operation, as far as ACLs can tell. */
  allowsSome(actor: Actor, operation: number, resourceType: number): boolean {
    if (!this.settings.enabled || this.#superUsers.has(actor.principal)) return true
    const acls = [...this.#acls.ofType(resourceType)].filter((acl) => speaksOf(acl, actor) && covers(acl, operation))
    const denials = acls.filter(({ permissionType }) => permissionType === PermissionType.DENY)
    if (denials.some(isAboutAll)) return false
    const allowed = acls.filter(({ permissionType }) => permissionType === PermissionType.ALLOW)
    if (allowed.some((acl) => isAboutAll(acl) || !denials.some((denial) => dominates(denial, acl)))) return true
    return this.settings.allowIfNoAclFound
  }

  /** Those of some operations that an actor may do on a resource, as a bit field (KIP-430). */
  operations(actor: Actor, operations: readonly number[], resourceType: number, resourceName: string): number {
    const allowed = operations.filter((operation) => this.allows(actor, operation, resourceType, resourceName))
    return allowed.reduce((field, operation) => field | (1 << operation), 0)
  }
}

function speaksOf({ principal, host }: Acl, actor: Actor): boolean {
  if (principal !== actor.principal && principal !== `User:${WILDCARD}`) return false
  return host === WILDCARD || `/${host}` === actor.clientHost
}

/** To allow reading, writing, deleting or altering allows describing; to deny it does not. */
function covers({ operation: given, permissionType }: Acl, operation: number): boolean {
  if (given === ALL || given === operation) return true
  if (permissionType !== PermissionType.ALLOW) return false
  if (operation === DESCRIBE) return IMPLIES_DESCRIBE.includes(given)
  return operation === DESCRIBE_CONFIGS && IMPLIES_DESCRIBE_CONFIGS.includes(given)
}

function isAboutAll({ patternType, resourceName }: Acl): boolean {
  return patternType === PatternType.LITERAL ? resourceName === WILDCARD : resourceName === ''
}

/** Whether a denial takes all that a permission gives. */
function dominates(denial: Acl, acl: Acl): boolean {
  if (denial.patternType === PatternType.PREFIXED) return acl.resourceName.startsWith(denial.resourceName)
  return acl.patternType === PatternType.LITERAL && acl.resourceName === denial.resourceName
}

const { CREATE, CLUSTER_ACTION, IDEMPOTENT_WRITE } = AclOperation

/** The operations that there are on each type of resource, for those fields that list them. */
export const supportedOperations: Readonly<Record<number, readonly number[]>> = {
  [ResourceType.TOPIC]: [READ, WRITE, CREATE, DELETE, ALTER, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS],
  [ResourceType.GROUP]: [READ, DELETE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS],
  [ResourceType.CLUSTER]: [CREATE, ALTER, DESCRIBE, CLUSTER_ACTION, DESCRIBE_CONFIGS, ALTER_CONFIGS, IDEMPOTENT_WRITE],
}
