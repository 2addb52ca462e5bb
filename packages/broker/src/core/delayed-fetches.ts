import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import type { BrokerState } from './broker-state.ts'
import { Deadlines } from './deadlines.ts'
import { handleFetch } from './handlers/fetch.ts'
import type { BrokerRequest, DataWait, Outcome } from './request.ts'

type Fetch = BrokerRequest<FetchRequest>

/** The fetches that wait for data, by the partitions that they wait for (Kafka's fetch purgatory). */
export class DelayedFetches {
  readonly #waiting = new Map<number, { readonly request: Fetch; readonly wait: DataWait }>()
  readonly #byPartition = new Map<string, Set<Fetch>>()
  readonly #deadlines = new Deadlines<number>()

  get nextDeadlineMs(): number {
    return this.#deadlines.nextAtMs
  }

  add(request: Fetch, wait: DataWait): void {
    this.#waiting.set(request.id, { request, wait })
    this.#deadlines.set(String(request.id), wait.untilMs, request.id)
    for (const key of wait.partitions) {
      const requests = this.#byPartition.get(key)
      if (requests === undefined) this.#byPartition.set(key, new Set([request]))
      else requests.add(request)
    }
  }

  /** Takes a fetch away, and gives it back where it was there. */
  remove(requestId: number): Fetch | undefined {
    const waiting = this.#waiting.get(requestId)
    if (waiting === undefined) return undefined
    this.#waiting.delete(requestId)
    this.#deadlines.cancel(String(requestId))
    for (const key of waiting.wait.partitions) {
      const requests = this.#byPartition.get(key)
      requests?.delete(waiting.request)
      if (requests?.size === 0) this.#byPartition.delete(key)
    }
    return waiting.request
  }

  waitingFor(partition: string): Iterable<Fetch> {
    return this.#byPartition.get(partition) ?? []
  }

  *waitingForTopic(topicId: string): Iterable<Fetch> {
    for (const [key, requests] of this.#byPartition) if (key.startsWith(`${topicId}/`)) yield* requests
  }

  /** Handles a fetch again after its partitions have changed. Undefined: it goes on waiting. */
  handleAgain(state: BrokerState, request: Fetch, nowMs: number): Outcome<FetchResponse> | undefined {
    const outcome = handleFetch(state, request, nowMs)
    if (outcome.reply.kind === 'wait') return undefined
    this.remove(request.id)
    return outcome
  }

  /** Takes out the next fetch whose time is up. */
  takeDue(nowMs: number): Fetch | undefined {
    const requestId = this.#deadlines.takeDue(nowMs)
    return requestId === undefined ? undefined : this.remove(requestId)
  }
}
