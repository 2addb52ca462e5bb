import { Deadlines } from './deadlines.ts'
import type { Wait } from './request.ts'

/** A request that waits. */
export interface DelayedRequest {
  readonly requestId: number
  readonly wait: Wait<object>
}

/** The requests that wait for partitions to change, by those partitions (Kafka's purgatories). */
export class DelayedRequests {
  readonly #waiting = new Map<number, DelayedRequest>()
  readonly #byPartition = new Map<string, Set<number>>()
  readonly #deadlines = new Deadlines<number>()

  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  add(requestId: number, wait: Wait<object>): void {
    this.#waiting.set(requestId, { requestId, wait })
    this.#deadlines.set(String(requestId), wait.untilMs, requestId)
    for (const key of wait.partitions) {
      const requests = this.#byPartition.get(key)
      if (requests === undefined) this.#byPartition.set(key, new Set([requestId]))
      else requests.add(requestId)
    }
  }

  /** The client of a request is gone: it is taken away, unless others are answered with it. */
  abandon(requestId: number): void {
    if (this.#waiting.get(requestId)?.wait.isForOthers !== true) this.remove(requestId)
  }

  has(requestId: number): boolean {
    return this.#waiting.has(requestId)
  }

  /** Takes a request away, and gives it back where it was there. */
  remove(requestId: number): DelayedRequest | undefined {
    const delayed = this.#waiting.get(requestId)
    if (delayed === undefined) return undefined
    this.#waiting.delete(requestId)
    this.#deadlines.cancel(String(requestId))
    for (const key of delayed.wait.partitions) {
      const requests = this.#byPartition.get(key)
      requests?.delete(requestId)
      if (requests?.size === 0) this.#byPartition.delete(key)
    }
    return delayed
  }

  /** The requests that wait for any of these partitions, each once. */
  waitingFor(partitions: Iterable<string>): DelayedRequest[] {
    if (this.#waiting.size === 0) return []
    const found = new Set<number>()
    for (const key of partitions) for (const requestId of this.#byPartition.get(key) ?? []) found.add(requestId)
    return [...found].map((requestId) => this.#waiting.get(requestId)!)
  }

  /** Takes out the next request whose time is up. */
  takeDue(nowMs: number): DelayedRequest | undefined {
    const requestId = this.#deadlines.takeDue(nowMs)
    return requestId === undefined ? undefined : this.remove(requestId)
  }
}
