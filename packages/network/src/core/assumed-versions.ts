// Which brokers are not asked for their versions, because Kafka before 0.10 has no ApiVersions: 0.8 closes the connection that asks and 0.9 never
// answers, so that each question costs a connection or a second.
import { type BrokerVersions, versionsOfKafka082, versionsOfKafka09 } from './version-negotiation.ts'

/** How long a broker counts as Kafka 0.9 once it showed that it has no ApiVersions; it may be upgraded while the client runs. */
const NO_API_VERSIONS_MS = 20 * 60_000

/** The releases that `brokerVersionFallback` may name. */
export const releasesWithoutApiVersions = ['0.8.2', '0.9.0'] as const

/** One of them. */
export type ReleaseWithoutApiVersions = (typeof releasesWithoutApiVersions)[number]

const versionsOfRelease: Readonly<Record<ReleaseWithoutApiVersions, BrokerVersions>> = {
  '0.8.2': versionsOfKafka082,
  '0.9.0': versionsOfKafka09,
}

/** What a client knows of it: one for all its connections. Brokers go by their address as text. */
export class AssumedVersions {
  readonly #fallback: BrokerVersions | undefined
  readonly #silentUntilMs = new Map<string, number>()

  /** `fallback`: what every broker is taken for. */
  constructor(fallback?: ReleaseWithoutApiVersions) {
    this.#fallback = fallback === undefined ? undefined : versionsOfRelease[fallback]
  }

  /** What the broker speaks, where it is not to be asked. */
  of(address: string, nowMs: number): BrokerVersions | undefined {
    if (this.#fallback !== undefined) return this.#fallback
    return nowMs < (this.#silentUntilMs.get(address) ?? -Infinity) ? versionsOfKafka09 : undefined
  }

  /** The broker passed over ApiVersions and answered what came after it. */
  onNoApiVersions(address: string, nowMs: number): void {
    this.#silentUntilMs.set(address, nowMs + NO_API_VERSIONS_MS)
  }
}
