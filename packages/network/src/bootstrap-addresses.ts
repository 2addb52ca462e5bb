// The addresses that a client begins with: those that the user gave, or, with clientDnsLookup 'resolve_canonical_bootstrap_servers_only', the canonical
// names of all hosts behind them, which Kerberos and certificates may want.
import { UsageError } from '@odradek/protocol'

import { parseBootstrapServers } from './bootstrap-servers.ts'
import { exponentialBackoff } from './core/exponential-backoff.ts'
import type { Environment } from './environment.ts'
import type { NetworkConfig } from './network-options.ts'
import type { Address, Transport } from './transport/transport.ts'

/** One address that was given, and the names behind it: undefined until they are known. */
interface GivenAddress {
  readonly address: Address
  found: readonly Address[] | undefined
}

/** See the head of the file. */
export class BootstrapAddresses {
  readonly #config: NetworkConfig
  readonly #environment: Environment
  readonly #given: readonly GivenAddress[]
  readonly #resolve: NonNullable<Transport['canonicalAddresses']> | undefined
  readonly #onResolved: () => void
  #current: readonly Address[] = []
  #isResolving = false
  /** Look-ups in a row after which a name was still not known. */
  #failures = 0
  #retryAtMs = -Infinity

  /** Throws UsageError where the addresses are wrong, or the transport knows no names. */
  constructor(config: NetworkConfig, environment: Environment, onResolved: () => void) {
    this.#config = config
    this.#environment = environment
    this.#given = parseBootstrapServers(config.bootstrapServers).map((address) => ({ address, found: undefined }))
    this.#onResolved = onResolved
    if (config.clientDnsLookup === 'use_all_dns_ips') {
      this.#current = this.given
      return
    }
    const { transport } = environment
    const { canonicalAddresses } = transport
    if (canonicalAddresses === undefined)
      throw new UsageError(`the transport of this environment has no clientDnsLookup '${config.clientDnsLookup}'`)
    this.#resolve = (address) => canonicalAddresses.call(transport, address)
  }

  /** What the user gave. */
  get given(): readonly Address[] {
    return this.#given.map(({ address }) => address)
  }

  /**
   * Where to connect; none until the names have been looked up: asking for them begins that. Names that were not found are looked up again when
   * this is asked for after a pause, as long as reconnectBackoffMs says.
   */
  get current(): readonly Address[] {
    const isDue = this.#environment.clock.nowMs() >= this.#retryAtMs
    if (this.#resolve !== undefined && !this.#isResolving && isDue) void this.#resolveMissing(this.#resolve)
    return this.#current
  }

  async #resolveMissing(resolve: NonNullable<Transport['canonicalAddresses']>): Promise<void> {
    this.#isResolving = true
    const missing = this.#given.filter(({ found }) => found === undefined)
    await Promise.all(missing.map(async (given) => (given.found = await resolve(given.address).catch(() => undefined))))
    // A name that cannot be looked up is connected to as it is: the error of that says what is wrong with it.
    const found = this.#given.flatMap((given) => given.found ?? [given.address])
    const byText = new Map(found.map((address) => [`${address.host} ${address.port}`, address]))
    this.#current = [...byText.values()]
    this.#retryAtMs = this.#given.every((given) => given.found !== undefined) ? Infinity : this.#nextTryMs()
    this.#isResolving = false
    this.#onResolved()
  }

  #nextTryMs(): number {
    const { clock, random } = this.#environment
    const { reconnectBackoffMs, reconnectBackoffMaxMs } = this.#config
    return clock.nowMs() + exponentialBackoff(this.#failures++, reconnectBackoffMs, reconnectBackoffMaxMs, random)
  }
}
