// How many connections there may be, and how much memory their requests may take: Kafka's max.connections,
// max.connections.per.ip(.overrides) and queued.max.request.bytes.
import type { BrokerConfigs } from './core/config/broker-configs.ts'

/** What limits look at. */
export interface LimitedConnection {
  readonly remoteHost: string
}

const UNLIMITED = 2_147_483_647

/** Keeps count of the connections of a broker. */
export class ConnectionLimits<C extends LimitedConnection = LimitedConnection> {
  readonly #configs: BrokerConfigs
  readonly #open = new Set<C>()
  readonly #perHost = new Map<string, number>()
  /** Connections beyond `max.connections`, and those whose requests find no memory: they wait for others to end. */
  readonly #waiting = new Set<C>()
  readonly #refused = new Set<C>()
  readonly #queuedBytes = new Map<C, number>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(configs: BrokerConfigs) {
    this.#configs = configs
    this.#mostBytes = Number(configs.value('queued.max.request.bytes') ?? -1)
  }

  /** A connection was opened. Says why it is to be closed at once; undefined where it is not. */
  onOpened(connection: C): string | undefined {
    const { remoteHost } = connection
    const ofHost = (this.#perHost.get(remoteHost) ?? 0) + 1
    this.#perHost.set(remoteHost, ofHost)
    if (ofHost > this.#mostOfHost(remoteHost)) {
      this.#refused.add(connection)
      return `there are ${ofHost - 1} connections from ${remoteHost}, as many as there may be`
    }
    if (this.#open.size >= this.#number('max.connections')) this.#waiting.add(connection)
    else this.#open.add(connection)
    return undefined
  }

  /** Whether a connection may bring a request now. One that may not is told when it may. */
  hasRoom(connection: C): boolean {
    if (!this.#open.has(connection)) return false
    if (this.#mostBytes <= 0 || this.#bytes < this.#mostBytes) return true
    this.#waiting.add(connection)
    return false
  }

  onRequest(connection: C, bytes: number): void {
    this.#queuedBytes.set(connection, bytes)
    this.#bytes += bytes
  }

  /** A connection's request has ended. Gives back the connections that may go on. */
  onAnswered(connection: C): C[] {
    const bytes = this.#queuedBytes.get(connection)
    if (bytes === undefined) return []
    this.#queuedBytes.delete(connection)
    this.#bytes -= bytes
    return this.#wake()
  }

  /** A connection is gone. Gives back the connections that may go on. */
  onClosed(connection: C): C[] {
    const ofHost = (this.#perHost.get(connection.remoteHost) ?? 1) - 1
    if (ofHost === 0) this.#perHost.delete(connection.remoteHost)
    else this.#perHost.set(connection.remoteHost, ofHost)
    this.#waiting.delete(connection)
    if (this.#refused.delete(connection)) return []
    const isOpen = this.#open.delete(connection)
    const woken = this.onAnswered(connection)
    return isOpen ? [...woken, ...this.#wake()] : woken
  }

  #wake(): C[] {
    if (this.#waiting.size === 0) return []
    const most = this.#number('max.connections')
    const woken: C[] = []
    for (const connection of this.#waiting) {
      if (!this.#open.has(connection)) {
        if (this.#open.size >= most) continue
        this.#open.add(connection)
      }
      this.#waiting.delete(connection)
      woken.push(connection)
    }
    return woken
  }

  #number(name: string): number {
    return Number(this.#configs.value(name) ?? UNLIMITED)
  }

  #mostOfHost(host: string): number {
    for (const entry of (this.#configs.value('max.connections.per.ip.overrides') ?? '').split(',')) {
      const split = entry.lastIndexOf(':')
      if (split > 0 && entry.slice(0, split).trim() === host) return Number(entry.slice(split + 1))
    }
    return this.#number('max.connections.per.ip')
  }
}
