import { InvariantError } from '@odradek/protocol'
import type { BrokerChanged, BrokerRegistered, ListenerEndpoint } from './cluster-record.ts'

/** A broker as the cluster knows it. */
export interface BrokerRegistration {
  readonly brokerId: number
  readonly brokerEpoch: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
  /** All its listeners, where it has said them. */
  readonly listeners: readonly ListenerEndpoint[]
  /** It does not serve: killed, stopped, or silent for too long. */
  readonly fenced: boolean
  readonly inControlledShutdown: boolean
}

/** The brokers of a cluster, those that do not serve included. */
export class BrokerRegistrations {
  readonly #byId = new Map<number, BrokerRegistration>()
  /** The greatest epoch that a broker has had. */
  lastEpoch = 0

  /** In the order of their ids. */
  all(): BrokerRegistration[] {
    return [...this.#byId.values()].sort((one, other) => one.brokerId - other.brokerId)
  }

  /** Those that serve, in the order of their ids. */
  alive(): BrokerRegistration[] {
    return this.all().filter((broker) => !broker.fenced)
  }

  get(brokerId: number): BrokerRegistration | undefined {
    return this.#byId.get(brokerId)
  }

  has(brokerId: number): boolean {
    return this.#byId.has(brokerId)
  }

  /** Whether the broker serves, and may become a leader or a member of an ISR. */
  isActive(brokerId: number): boolean {
    const broker = this.#byId.get(brokerId)
    return broker !== undefined && !broker.fenced && !broker.inControlledShutdown
  }

  isAlive(brokerId: number): boolean {
    return this.#byId.get(brokerId)?.fenced === false
  }

  register({ brokerId, brokerEpoch, host, port, rack, listeners = [] }: BrokerRegistered): void {
    const up = { fenced: false, inControlledShutdown: false }
    this.#byId.set(brokerId, { brokerId, brokerEpoch, host, port, rack, listeners, ...up })
    this.lastEpoch = Math.max(this.lastEpoch, brokerEpoch)
  }

  change({ brokerId, fenced, inControlledShutdown }: BrokerChanged): void {
    const old = this.#byId.get(brokerId)
    if (old === undefined) throw new InvariantError(`there is no broker ${brokerId}`)
    const now = { fenced: fenced ?? old.fenced, inControlledShutdown: inControlledShutdown ?? old.inControlledShutdown }
    this.#byId.set(brokerId, { ...old, ...now })
  }

  unregister(brokerId: number): void {
    if (!this.#byId.delete(brokerId)) throw new InvariantError(`there is no broker ${brokerId}`)
  }
}
