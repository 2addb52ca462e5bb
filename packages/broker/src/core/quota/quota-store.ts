/** Whom a quota is for: user, client id or ip; null stands for all that have none of their own. */
export type QuotaEntity = Readonly<Record<string, string | null>>

/** A quota was set, or taken away (null). */
export interface QuotaChanged {
  readonly type: 'quota-changed'
  readonly entity: QuotaEntity
  /** `producer_byte_rate` and the like. */
  readonly key: string
  readonly value: number | null
}

/** The quotas for one entity. */
export interface QuotaEntry {
  readonly entity: QuotaEntity
  readonly values: ReadonlyMap<string, number>
}

/** The quotas of a cluster (KIP-546). */
export class QuotaStore {
  readonly #entries = new Map<string, { readonly entity: QuotaEntity; readonly values: Map<string, number> }>()

  get size(): number {
    return this.#entries.size
  }

  all(): Iterable<QuotaEntry> {
    return this.#entries.values()
  }

  find(entity: QuotaEntity, key: string): number | undefined {
    return this.#entries.get(keyOf(entity))?.values.get(key)
  }

  apply({ entity, key, value }: QuotaChanged): void {
    const name = keyOf(entity)
    const entry = this.#entries.get(name) ?? { entity, values: new Map<string, number>() }
    if (value === null) entry.values.delete(key)
    else entry.values.set(key, value)
    if (entry.values.size === 0) this.#entries.delete(name)
    else this.#entries.set(name, entry)
  }

  /**
   * The quota that holds for a user's client, and for whom it is: the most special one that there is, in Kafka's order
   * (user and client id, user, client id; each by name before the default).
   */
  quotaOf(
    user: string,
    clientId: string,
    key: string,
  ): { readonly entity: QuotaEntity; readonly limit: number } | undefined {
    if (this.size === 0) return undefined
    for (const entity of candidates(user, clientId)) {
      const limit = this.find(entity, key)
      if (limit !== undefined) return { entity, limit }
    }
    return undefined
  }
}

function candidates(user: string, clientId: string): QuotaEntity[] {
  return [
    { user, 'client-id': clientId },
    { user, 'client-id': null },
    { user },
    { user: null, 'client-id': clientId },
    { user: null, 'client-id': null },
    { user: null },
    { 'client-id': clientId },
    { 'client-id': null },
  ]
}

function keyOf(entity: QuotaEntity): string {
  return JSON.stringify(Object.entries(entity).sort(([left], [right]) => (left < right ? -1 : 1)))
}
