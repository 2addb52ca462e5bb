// The addresses that a client begins with: those that the user gave, or, with clientDnsLookup 'resolve_canonical_bootstrap_servers_only', the canonical
// names of all hosts behind them, which Kerberos and certificates may want.
import { UsageError } from '@odradek/protocol'

import { parseBootstrapServers } from './bootstrap-servers.ts'
import type { NetworkConfig } from './network-options.ts'
import type { Address, Transport } from './transport/transport.ts'

/** See the head of the file. */
export class BootstrapAddresses {
  readonly #given: readonly Address[]
  readonly #resolve: NonNullable<Transport['canonicalAddresses']> | undefined
  readonly #onResolved: () => void
  #resolved: readonly Address[] | undefined
  #isResolving = false

  /** Throws UsageError where the addresses are wrong, or the transport knows no names. */
  constructor(config: NetworkConfig, transport: Transport, onResolved: () => void) {
    this.#given = parseBootstrapServers(config.bootstrapServers)
    this.#onResolved = onResolved
    if (config.clientDnsLookup === 'use_all_dns_ips') return
    const { canonicalAddresses } = transport
    if (canonicalAddresses === undefined)
      throw new UsageError(`the transport of this environment has no clientDnsLookup '${config.clientDnsLookup}'`)
    this.#resolve = (address) => canonicalAddresses.call(transport, address)
  }

  /** What the user gave. */
  get given(): readonly Address[] {
    return this.#given
  }

  /** Where to connect; none until the names are known: asking for them begins to look them up. */
  get current(): readonly Address[] {
    if (this.#resolve === undefined) return this.#given
    if (this.#resolved !== undefined) return this.#resolved
    if (!this.#isResolving) void this.#resolveAll(this.#resolve)
    return []
  }

  async #resolveAll(resolve: NonNullable<Transport['canonicalAddresses']>): Promise<void> {
    this.#isResolving = true
    // A name that cannot be looked up is connected to as it is: the error of that says what is wrong with it.
    const found = await Promise.all(this.#given.map((address) => resolve(address).catch(() => [address])))
    const byText = new Map(found.flat().map((address) => [`${address.host} ${address.port}`, address]))
    this.#resolved = [...byText.values()]
    this.#onResolved()
  }
}
