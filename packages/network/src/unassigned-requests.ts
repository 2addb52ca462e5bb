// Requests that any broker may answer, until there is one that would write them at once.
import { AuthenticationError, ConnectionError, type KafkaError, TimeoutError } from '@odradek/protocol'

import { formatAddress } from './bootstrap-servers.ts'
import { leastLoadedNode } from './core/least-loaded-node.ts'
import { markNotSent } from './core/not-sent.ts'
import { type NodeConnection, SLOW_CONNECTION_MS } from './node-connection.ts'
import { type PendingRequest, splitLate } from './pending-request.ts'
import { refusalOf } from './refusal-of.ts'
import type { Address } from './transport/transport.ts'

/** What UnassignedRequests is told. */
export interface UnassignedRequestsOptions {
  readonly random: () => number
  /** The brokers that may be asked anything now. */
  readonly candidates: (nowMs: number) => NodeConnection[]
  /** Why no broker can be reached; undefined once one has answered. */
  readonly lastError: () => KafkaError | undefined
  /** The bootstrap addresses as the user gave them. */
  readonly given: readonly Address[]
}

/** See the head of the file. */
export class UnassignedRequests {
  readonly #options: UnassignedRequestsOptions
  #requests: PendingRequest[] = []

  constructor(options: UnassignedRequestsOptions) {
    this.#options = options
  }

  push(request: PendingRequest): void {
    this.#requests.push(request)
  }

  /** Gives requests to brokers that would write them at once; asks for a connection where there is none. Returns when to come again. */
  assign(nowMs: number): number {
    this.#expire(nowMs)
    let nextAtMs = Infinity
    while (this.#requests.length > 0) {
      const candidates = this.#options.candidates(nowMs)
      const loads = candidates.map((node) => node.load(nowMs))
      const best = leastLoadedNode(loads, this.#options.random)
      const node = candidates[loads.findIndex(({ nodeId }) => nodeId === best)]
      const refusal = node === undefined ? refusalOf(candidates, nowMs) : undefined
      if (refusal !== undefined) {
        const { message, reason, cause } = refusal
        this.failAll(() => markNotSent(new AuthenticationError(message, { reason, cause })), nowMs)
        break
      }
      if (node === undefined) {
        // All are at their limit, and say so when that ends, or wait to connect again.
        for (const each of candidates) nextAtMs = Math.min(nextAtMs, each.retryAtMs)
        break
      }
      if (!node.canSend()) {
        node.ask()
        // Where it was asked for only now, it is opened in this very run.
        nextAtMs = Math.min(node.slowAtMs, nowMs + SLOW_CONNECTION_MS)
        break
      }
      node.enqueue(this.#requests.shift()!)
      node.service(nowMs)
    }
    for (const { deadlineMs } of this.#requests) nextAtMs = Math.min(nextAtMs, deadlineMs)
    return nextAtMs
  }

  /** Fails all that wait, each with an error of its own. */
  failAll(makeError: () => KafkaError, nowMs: number): void {
    const requests = this.#requests
    this.#requests = []
    for (const request of requests) request.fail(makeError(), nowMs)
  }

  #expire(nowMs: number): void {
    if (!this.#requests.some(({ deadlineMs }) => deadlineMs <= nowMs)) return
    const [late, others] = splitLate(this.#requests, nowMs)
    this.#requests = others
    for (const request of late) request.fail(markNotSent(this.#expiredError(request)), nowMs)
  }

  #expiredError({ unsent }: PendingRequest): KafkaError {
    const cause = this.#options.lastError()
    if (ConnectionError.is(cause)) {
      return new ConnectionError(cause.message, {
        cause,
        ...(cause.address === undefined ? {} : { address: cause.address }),
      })
    }
    if (cause !== undefined) return new TimeoutError(cause.message, { cause })
    const tried = this.#options.given.map(formatAddress).join(', ')
    const advice = `is Kafka running at ${tried}, and does a firewall let the connection pass?`
    return new TimeoutError(
      `${unsent.api.name} could not be sent in ${unsent.timeoutMs} ms: no broker is connected: ${advice}`,
    )
  }
}
