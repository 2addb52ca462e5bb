import type { Acl, AclFilter } from './acl.ts'
import { matchesFilter } from './acl.ts'

/** The ACLs of a cluster, in the order in which they were made. */
export class AclStore {
  readonly #acls = new Map<string, Acl>()
  readonly #byType = new Map<number, Set<Acl>>()

  /** Those about a type of resource. */
  ofType(resourceType: number): Iterable<Acl> {
    return this.#byType.get(resourceType) ?? []
  }

  has(acl: Acl): boolean {
    return this.#acls.has(keyOf(acl))
  }

  find(filter: AclFilter): Acl[] {
    return [...this.#acls.values()].filter((acl) => matchesFilter(acl, filter))
  }

  add(acl: Acl): void {
    if (this.has(acl)) return
    const { resourceType, resourceName, patternType, principal, host, operation, permissionType } = acl
    const own = { resourceType, resourceName, patternType, principal, host, operation, permissionType }
    this.#acls.set(keyOf(own), own)
    const ofType = this.#byType.get(resourceType) ?? new Set()
    this.#byType.set(resourceType, ofType.add(own))
  }

  remove(acl: Acl): void {
    const own = this.#acls.get(keyOf(acl))
    if (own === undefined) return
    this.#acls.delete(keyOf(own))
    this.#byType.get(own.resourceType)?.delete(own)
  }
}

function keyOf({ resourceType, resourceName, patternType, principal, host, operation, permissionType }: Acl): string {
  return JSON.stringify([resourceType, resourceName, patternType, principal, host, operation, permissionType])
}
