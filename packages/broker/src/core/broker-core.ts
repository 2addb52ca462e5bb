// The broker without its sockets: requests go in, answers come out, now or later.
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { AnyBrokerApi } from './api-table.ts'
import type { BrokerRecord } from './broker-record.ts'
import type { BrokerState } from './broker-state.ts'
import { DelayedFetches } from './delayed-fetches.ts'
import { answerFetch } from './handlers/fetch.ts'
import { type BrokerRequest, type Outcome, partitionKey } from './request.ts'

/** How a request ended. `failed`: a fault of the broker; its connection is of no more use. */
export type Ending =
  | { readonly kind: 'answer'; readonly response: object }
  | { readonly kind: 'silence' }
  | { readonly kind: 'disconnect'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown }

/** A request that has come to its end. */
export interface EndedRequest {
  readonly requestId: number
  readonly ending: Ending
}

/** What there is to do after an event. */
export interface CorePollResult {
  readonly ended: readonly EndedRequest[]
  /** When to poll again; Infinity where only a request can change anything. */
  readonly nextPollAtMs: number
}

/** Runs handlers, applies their records, and keeps requests that wait. */
export class BrokerCore {
  readonly state: BrokerState
  readonly #fetches = new DelayedFetches()
  #ended: EndedRequest[] = []

  constructor(state: BrokerState) {
    this.state = state
  }

  /** Handles a request; its end comes out of `poll`, of this one or a later one. */
  onRequest({ api, handle }: AnyBrokerApi, request: BrokerRequest<object>, nowMs: number): void {
    this.#guard(request.id, () => {
      const outcome = handle(this.state, request, nowMs)
      if (outcome.reply.kind === 'wait') this.#delay(api.key, request, outcome.reply.wait)
      this.#carryOut(request.id, outcome, nowMs)
    })
  }

  /** The client is gone: what its fetch waits for matters no more. Groups keep its members until their sessions time out. */
  onAbandoned(requestId: number): void {
    this.#fetches.remove(requestId)
  }

  /** Does what is due, and gives out what has ended since the last time. */
  poll(nowMs: number): CorePollResult {
    while (this.#nextDeadlineMs <= nowMs) this.#onTime(nowMs)
    const ended = this.#ended
    this.#ended = []
    return { ended, nextPollAtMs: this.#nextDeadlineMs }
  }

  get #nextDeadlineMs(): number {
    return Math.min(this.state.groups.nextDeadlineMs, this.#fetches.nextDeadlineMs)
  }

  #onTime(nowMs: number): void {
    const { records, completions } = this.state.groups.onTime(nowMs)
    for (const { requestId, response } of completions) this.#end(requestId, { kind: 'answer', response })
    this.#apply(records, nowMs)
    for (let late = this.#fetches.takeDue(nowMs); late !== undefined; late = this.#fetches.takeDue(nowMs)) {
      const request = late
      this.#guard(request.id, () => this.#carryOut(request.id, answerFetch(this.state, request), nowMs))
    }
  }

  #delay(
    apiKey: number,
    request: BrokerRequest<object>,
    wait: { partitions: readonly string[]; untilMs: number },
  ): void {
    if (apiKey !== fetchApi.key) throw new TypeError(`only Fetch waits for data, not API ${apiKey}`)
    this.#fetches.add(request as BrokerRequest<FetchRequest>, wait)
  }

  #carryOut(requestId: number, { reply, records = [], completions = [] }: Outcome<object>, nowMs: number): void {
    // First the state, then the answers: nobody hears of what has not happened.
    this.#apply(records, nowMs)
    for (const completion of completions) {
      this.#end(completion.requestId, { kind: 'answer', response: completion.response })
    }
    if (reply.kind !== 'later' && reply.kind !== 'wait') this.#end(requestId, reply)
  }

  #apply(records: readonly BrokerRecord[], nowMs: number): void {
    const touched = new Set<BrokerRequest<FetchRequest>>()
    for (const record of records) {
      this.state.apply(record)
      for (const request of this.#waitingFor(record)) touched.add(request)
    }
    for (const request of touched) this.#tryAgain(request, nowMs)
  }

  #waitingFor(record: BrokerRecord): Iterable<BrokerRequest<FetchRequest>> {
    if (record.type === 'batch-appended')
      return this.#fetches.waitingFor(partitionKey(record.topicId, record.partition))
    if (record.type === 'topic-deleted') return this.#fetches.waitingForTopic(record.topicId)
    return []
  }

  #tryAgain(request: BrokerRequest<FetchRequest>, nowMs: number): void {
    this.#guard(request.id, () => {
      const outcome = this.#fetches.handleAgain(this.state, request, nowMs)
      if (outcome !== undefined) this.#carryOut(request.id, outcome, nowMs)
    })
  }

  #guard(requestId: number, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fetches.remove(requestId)
      this.#end(requestId, { kind: 'failed', error })
    }
  }

  #end(requestId: number, ending: Ending): void {
    this.#ended.push({ requestId, ending })
  }
}
