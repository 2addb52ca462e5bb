// What clients use of their quotas, and how long they are to wait (KIP-13, KIP-55, KIP-124).
import type { QuotaEntity, QuotaStore } from './quota-store.ts'
import { type QuotaWindows, UsageRate } from './usage-rate.ts'

/** The quotas that slow clients down. */
export type ClientQuotaKey = 'producer_byte_rate' | 'consumer_byte_rate' | 'request_percentage'

/** Whose quota is used. */
export interface QuotaClient {
  /** Without `User:`. */
  readonly user: string
  readonly clientId: string
}

/** The longest wait that an answer can carry, in ms. */
const LONGEST_WAIT_MS = 0x7fff_ffff

/** Usage that nobody has added to for so long is forgotten, as in Kafka. */
const FORGOTTEN_AFTER_MS = 3_600_000

/** Keeps count for one broker: like Kafka's, a quota holds for each broker by itself. */
export class ClientQuotas {
  readonly windows: QuotaWindows
  readonly #store: QuotaStore
  readonly #usage = new Map<string, UsageRate>()
  #sweptAtMs = 0

  constructor(store: QuotaStore, windows: QuotaWindows) {
    this.#store = store
    this.windows = windows
  }

  /** What holds for a client, per second; undefined: no limit. */
  limitOf({ user, clientId }: QuotaClient, key: ClientQuotaKey): number | undefined {
    return this.#store.quotaOf(user, clientId, key)?.limit
  }

  /** The most that can be used at once without being too much by itself. */
  mostAtOnce(client: QuotaClient, key: ClientQuotaKey): number {
    const limit = this.limitOf(client, key)
    if (limit === undefined) return Infinity
    return (limit * (this.windows.count - 1) * this.windows.windowMs) / 1000
  }

  /** A client has used so much. Gives how long it is to wait until it is within its quota again, in ms; 0 where it is. */
  use(client: QuotaClient, key: ClientQuotaKey, value: number, nowMs: number): number {
    const quota = this.#store.quotaOf(client.user, client.clientId, key)
    if (quota === undefined) return 0
    const atMs = Math.floor(nowMs)
    const rate = this.#rateOf(nameOf(quota.entity, client, key), atMs)
    rate.record(value, atMs)
    const { perSecond, spanMs } = rate.measure(atMs)
    if (perSecond <= quota.limit) return 0
    return Math.min(Math.round(((perSecond - quota.limit) / quota.limit) * spanMs), LONGEST_WAIT_MS)
  }

  #rateOf(name: string, nowMs: number): UsageRate {
    const known = this.#usage.get(name)
    if (known !== undefined) return known
    if (nowMs - this.#sweptAtMs > FORGOTTEN_AFTER_MS) this.#sweep(nowMs)
    const rate = new UsageRate(this.windows)
    this.#usage.set(name, rate)
    return rate
  }

  #sweep(nowMs: number): void {
    this.#sweptAtMs = nowMs
    for (const [name, { lastMs }] of this.#usage) {
      if (nowMs - lastMs > FORGOTTEN_AFTER_MS) this.#usage.delete(name)
    }
  }
}

/** Who shares a quota: that of a user is one for all its clients; a default one is one for each that it stands for. */
function nameOf(entity: QuotaEntity, { user, clientId }: QuotaClient, key: string): string {
  return JSON.stringify([key, 'user' in entity ? user : null, 'client-id' in entity ? clientId : null])
}
