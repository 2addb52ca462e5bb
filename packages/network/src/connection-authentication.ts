// The authentication of one connection, over and over where sessions end (KIP-368): starts an exchange, carries its frames, says when the next is due.
import { type Api, ConnectionError, type KafkaError, type MessageInput } from '@odradek/protocol'

import { formatAddress } from './bootstrap-servers.ts'
import type { Clock } from './clock.ts'
import type { AnyUnsentRequest } from './core/request-manager.ts'
import type { BrokerVersions } from './core/version-negotiation.ts'
import { PendingRequest } from './pending-request.ts'
import { authenticate, type SaslChannel, type SaslOutcome } from './sasl/sasl-authentication.ts'
import type { SaslMechanism } from './sasl/sasl-mechanism.ts'
import type { Address } from './transport/transport.ts'

/** The part of a session after which credentials are shown again, and how much chance adds to it, as Java's client has them. */
const SESSION_PART = 0.85
const SESSION_JITTER = 0.1
const SIZE_BYTES = 4

/** What it takes from its connection. */
export interface ConnectionAuthenticationOptions {
  readonly mechanism: SaslMechanism
  readonly clock: Clock
  readonly random: () => number
  readonly address: Address
  /** Time limit of each request, in milliseconds. */
  readonly timeoutMs: number
  versions(): BrokerVersions
  /** Whether the connection is still in one of the states of authentication. */
  isUnderWay(): boolean
  send(request: PendingRequest): void
  write(frame: Uint8Array): void
  onDefect(error: unknown): void
  onDone(): void
  onRefused(error: KafkaError): void
}

interface BareToken {
  readonly resolve: (token: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** See the head of the file. */
export class ConnectionAuthentication {
  /** When to begin again, in the clock's milliseconds. */
  againAtMs = Infinity
  readonly #options: ConnectionAuthenticationOptions
  readonly #abort = new AbortController()
  /** Set while the next frame is a token without a header. */
  #bareToken: BareToken | undefined

  constructor(options: ConnectionAuthenticationOptions) {
    this.#options = options
  }

  /** Whether a broker before Kafka 1.0 is looking at a token. */
  get awaitsBareToken(): boolean {
    return this.#bareToken !== undefined
  }

  /** Begins an exchange; `onDone` or `onRefused` follows, unless the connection has left the states of authentication by then. */
  begin(): void {
    const { mechanism, address, clock } = this.#options
    this.againAtMs = Infinity
    const context = {
      ...address,
      signal: this.#abort.signal,
      wallClockMs: () => clock.wallClockMs(),
    }
    authenticate(mechanism, this.#channel(), context).then(
      (outcome) => this.#onDone(outcome),
      (error: KafkaError) => {
        if (this.#options.isUnderWay()) this.#options.onRefused(error)
      },
    )
  }

  /** Takes a frame that is a token without a header; false where none is awaited. */
  takeBareToken(frame: Uint8Array): boolean {
    const waiting = this.#bareToken
    this.#bareToken = undefined
    waiting?.resolve(frame)
    return waiting !== undefined
  }

  /** The connection is gone. */
  stop(error: KafkaError): void {
    this.#bareToken?.reject(error)
    this.#bareToken = undefined
    this.#abort.abort()
  }

  #onDone({ sessionLifetimeMs }: SaslOutcome): void {
    const { clock, random, isUnderWay, onDone, onDefect } = this.#options
    if (!isUnderWay()) return
    const part = SESSION_PART + SESSION_JITTER * random()
    if (sessionLifetimeMs > 0) this.againAtMs = clock.nowMs() + sessionLifetimeMs * part
    try {
      onDone()
    } catch (error) {
      onDefect(error)
    }
  }

  #channel(): SaslChannel {
    return {
      versions: this.#options.versions(),
      address: formatAddress(this.#options.address),
      ask: (api, version, request) => this.#ask(api, version, request),
      askBare: (token) => this.#askBare(token),
    }
  }

  #ask<Req, Res>(api: Api<Req, Res>, version: number, request: MessageInput<Req>): Promise<Res> {
    const { isUnderWay, send, timeoutMs, clock, onDefect } = this.#options
    if (!isUnderWay()) return Promise.reject(this.#gone())
    return new Promise<Res>((resolve, reject) => {
      const limits = { minVersion: version, maxVersion: version, timeoutMs }
      const callbacks = { onResponse: resolve, onFailure: reject }
      const unsent = { destination: 'any', api, request, ...limits, ...callbacks } as unknown as AnyUnsentRequest
      send(new PendingRequest(unsent, clock.nowMs(), onDefect))
    })
  }

  #askBare(token: Uint8Array): Promise<Uint8Array> {
    if (!this.#options.isUnderWay()) return Promise.reject(this.#gone())
    return new Promise((resolve, reject) => {
      this.#bareToken = { resolve, reject }
      const frame = new Uint8Array(SIZE_BYTES + token.length)
      new DataView(frame.buffer).setInt32(0, token.length)
      frame.set(token, SIZE_BYTES)
      this.#options.write(frame)
    })
  }

  #gone(): ConnectionError {
    const address = formatAddress(this.#options.address)
    return new ConnectionError(`the connection to ${address} was closed while it authenticated`, { address })
  }
}
