import { type ApiOrFilter, filterOf, matches } from './request-filter.ts'
import type { SeenRequest } from './seen-request.ts'

/** How much a RequestLog keeps. */
export interface RequestLogLimits {
  readonly maxRequests: number
  readonly maxBytes: number
}

/** The latest requests that came, oldest first. Older ones are forgotten when there are too many, or they are too long in sum. */
export class RequestLog implements Iterable<SeenRequest> {
  readonly #limits: RequestLogLimits
  #requests: SeenRequest[] = []
  /** Where the oldest one stands: forgotten ones are cut off in one go. */
  #first = 0
  #bytes = 0
  #seen = 0

  constructor(limits: RequestLogLimits) {
    this.#limits = limits
  }

  /** How many are kept. */
  get length(): number {
    return this.#requests.length - this.#first
  }

  /** How many have come in all, the forgotten ones included. */
  get seen(): number {
    return this.#seen
  }

  /** Those that are kept, oldest first; with an API or a filter, those that are meant. */
  all(): SeenRequest[]
  all<Request, Response>(which: ApiOrFilter<Request, Response>): SeenRequest<Request>[]
  all<Request, Response>(which?: ApiOrFilter<Request, Response>): SeenRequest[] | SeenRequest<Request>[] {
    const kept = this.#requests.slice(this.#first)
    if (which === undefined) return kept
    const filter = filterOf(which)
    return kept.filter((request) => matches(filter, request))
  }

  /** The latest one that is meant. */
  last<Request, Response>(which: ApiOrFilter<Request, Response>): SeenRequest<Request> | undefined {
    const filter = filterOf(which)
    for (let at = this.#requests.length - 1; at >= this.#first; at -= 1) {
      const request = this.#requests[at]!
      if (matches(filter, request)) return request
    }
    return undefined
  }

  /** Forgets all that came so far, so that what is asked next is about later ones. */
  clear(): void {
    this.#requests = []
    this.#first = 0
    this.#bytes = 0
  }

  [Symbol.iterator](): Iterator<SeenRequest> {
    return this.all()[Symbol.iterator]()
  }

  /** Takes up a request. The broker's own part. */
  add(request: SeenRequest): void {
    this.#seen += 1
    this.#requests.push(request)
    this.#bytes += request.size
    const { maxRequests, maxBytes } = this.#limits
    while (this.length > 0 && (this.length > maxRequests || this.#bytes > maxBytes)) this.#forgetOldest()
  }

  #forgetOldest(): void {
    this.#bytes -= this.#requests[this.#first]!.size
    // The place is emptied at once, so that its bytes are free.
    this.#requests[this.#first++] = undefined as unknown as SeenRequest
    if (this.#first < 64 || this.#first * 2 < this.#requests.length) return
    this.#requests = this.#requests.slice(this.#first)
    this.#first = 0
  }
}
