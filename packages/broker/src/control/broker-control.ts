// What tests do to a broker from outside its protocol: faults in the way of requests, the record of requests, and waiting.
import type { Clock } from '@odradek/network'
import type { ServerControl } from '../server.ts'
import type { Fault } from './fault.ts'
import { InsideClient, type InsideNode } from './inside-client.ts'
import { Interceptors } from './interceptors.ts'
import { RequestLog } from './request-log.ts'
import { type RequestFacts, SeenRequest } from './seen-request.ts'
import { Waiters } from './waiters.ts'

/** What a BrokerControl is made with. */
export interface BrokerControlSettings {
  readonly clock: Clock
  readonly nameOfTopicId: (topicId: string) => string | undefined
}

const LOG_LIMITS = { maxRequests: 1000, maxBytes: 16 * 1024 * 1024 }

/** The controls of a cluster, shared by its brokers. */
export class BrokerControl implements ServerControl {
  readonly requests = new RequestLog(LOG_LIMITS)
  readonly interceptors = new Interceptors()
  readonly waiters: Waiters
  readonly client = new InsideClient()
  readonly clock: Clock
  readonly #nameOfTopicId: (topicId: string) => string | undefined

  constructor({ clock, nameOfTopicId }: BrokerControlSettings) {
    this.clock = clock
    this.waiters = new Waiters(clock)
    this.#nameOfTopicId = nameOfTopicId
  }

  onRequest(facts: RequestFacts): Fault | undefined | Promise<Fault | undefined> {
    const request = new SeenRequest(facts, this.#nameOfTopicId)
    this.requests.add(request)
    this.waiters.onChange()
    return this.interceptors.faultFor(request)
  }

  onStarted(node: InsideNode): void {
    this.client.add(node)
  }

  onStopped(node: InsideNode): void {
    this.client.remove(node)
  }

  onChange(): void {
    this.waiters.onChange()
  }
}
