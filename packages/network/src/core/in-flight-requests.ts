/** What is kept of a request that has been written and not answered. */
export interface InFlightRequest {
  readonly correlationId: number
  /** When the answer is late, in the clock's milliseconds. */
  readonly deadlineMs: number
}

/** The requests that wait for their answers on one connection, in the order they were written: Kafka answers in that order. */
export class InFlightRequests<R extends InFlightRequest> {
  readonly #requests: R[] = []

  get count(): number {
    return this.#requests.length
  }

  /** The one that is answered next. */
  get oldest(): R | undefined {
    return this.#requests[0]
  }

  /** The earliest time at which an answer is late; Infinity when none is awaited. */
  get nextDeadlineMs(): number {
    let earliest = Infinity
    for (const { deadlineMs } of this.#requests) if (deadlineMs < earliest) earliest = deadlineMs
    return earliest
  }

  add(request: R): void {
    this.#requests.push(request)
  }

  /** Takes the request that an answer with this correlation id belongs to; undefined where the answer does not come in turn. */
  complete(correlationId: number): R | undefined {
    return this.#requests[0]?.correlationId === correlationId ? this.#requests.shift() : undefined
  }

  /** Takes all, oldest first: the connection is gone. */
  drain(): R[] {
    return this.#requests.splice(0)
  }
}
