import { topicsOf } from '@odradek/broker/internal'
import { type ProxyFault } from './proxy-fault.ts'

/** What a fault needs to know of a request. */
export interface ProxiedRequest {
  readonly api: string
  readonly clientId: string
  /** Where it goes, as `host:port`. */
  readonly broker: string
  /** Undefined where it could not be decoded. */
  readonly body: object | undefined
}

interface Entry {
  readonly fault: ProxyFault
  hits: number
}

/** The faults of a proxy, which may change while it runs. Of those that end a request, the first goes; delays add up. */
export class FaultSet {
  readonly #random: () => number
  readonly #topicNames = new Map<string, string>()
  #entries: Entry[]

  constructor(faults: readonly ProxyFault[], random: () => number) {
    this.#random = random
    this.#entries = faults.map((fault) => ({ fault, hits: 0 }))
  }

  /** The faults in their order, with how many requests each has met. */
  list(): (ProxyFault & { readonly hits: number })[] {
    return this.#entries.map(({ fault, hits }) => ({ ...fault, hits }))
  }

  /** Puts these in place of all others. */
  replace(faults: readonly ProxyFault[]): void {
    this.#entries = faults.map((fault) => ({ fault, hits: 0 }))
  }

  add(fault: ProxyFault): void {
    this.#entries.push({ fault, hits: 0 })
  }

  /** Learns the name that goes with a topic id. */
  learnTopic(topicId: string, name: string): void {
    this.#topicNames.set(topicId, name)
  }

  /** Whether any fault asks which topics a request is about. */
  get needsTopics(): boolean {
    return this.#entries.some(({ fault }) => fault.topic !== undefined)
  }

  /** The faults that a request meets; each is counted. */
  meet(request: ProxiedRequest): ProxyFault[] {
    const met: ProxyFault[] = []
    for (const entry of this.#entries) {
      if (!this.#isMeant(entry, request)) continue
      entry.hits += 1
      met.push(entry.fault)
    }
    return met
  }

  #isMeant({ fault, hits }: Entry, request: ProxiedRequest): boolean {
    const { api, clientId, topic, broker, times, probability } = fault
    if (times !== undefined && hits >= times) return false
    if (api !== undefined && api !== request.api) return false
    if (clientId !== undefined && clientId !== request.clientId) return false
    if (broker !== undefined && broker !== request.broker) return false
    if (topic !== undefined && !this.#topics(request).includes(topic)) return false
    return probability === undefined || this.#random() < probability
  }

  #topics({ body }: ProxiedRequest): string[] {
    return body === undefined ? [] : topicsOf(body, (topicId) => this.#topicNames.get(topicId))
  }
}
