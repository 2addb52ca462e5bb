// Leads one connection through SASL, frame by frame. Until it is done nothing but ApiVersions, SaslHandshake and SaslAuthenticate
// is even decoded.
import { ByteReader } from '@odradek/bytes'
import {
  type Api,
  decodeRequestHeader,
  type DecodedRequestHeader,
  ErrorCode,
  type MessageInput,
} from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { saslAuthenticateApi } from '@odradek/protocol/apis/sasl-authenticate'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'
import type { SaslAuthenticateResponse } from '@odradek/protocol/messages/sasl-authenticate-response'
import type { SaslHandshakeResponse } from '@odradek/protocol/messages/sasl-handshake-response'
import { checkEnd } from '@odradek/protocol/internal'
import { type AuthenticationState, authenticationMoves } from './authentication-state.ts'
import type { SaslServer, SaslServerFactory, SaslStep } from './sasl-server.ts'

/** What an authentication takes from its broker. */
export interface AuthenticatorSettings {
  /** The mechanisms that are spoken, by name, in the order in which clients are told. */
  readonly mechanisms: ReadonlyMap<string, SaslServerFactory>
  /** After so many ms a client must authenticate again; 0: never (`connections.max.reauth.ms`). */
  readonly maxReauthMs: number
}

/** An answer to a frame. */
export interface SaslAnswer {
  readonly api: Api<unknown, unknown>
  readonly version: number
  readonly correlationId: number
  readonly response: object
}

/**
 * What to do about a frame. `pass`: it is a request like any other. `answer`, `token`: this goes back. `fail`: after a while, this
 * goes back and the connection is closed. `close`: at once.
 */
export type SaslAction =
  | { readonly kind: 'pass' }
  | { readonly kind: 'answer'; readonly answer: SaslAnswer }
  | { readonly kind: 'token'; readonly token: Uint8Array }
  | { readonly kind: 'fail'; readonly reason: string; readonly answer?: SaslAnswer }
  | { readonly kind: 'close'; readonly reason: string }

const PASS: SaslAction = { kind: 'pass' }
const LAST_API_VERSIONS = 4
const LAST_HANDSHAKE = 1
const LAST_AUTHENTICATE = 2
const FIRST_WITH_REQUESTS = 1
const FIRST_WITH_SESSIONS = 1
/** Nobody may authenticate again more often than that. */
const LEAST_BETWEEN_MS = 1000

/** One connection's authentication. */
export class Authenticator {
  readonly #settings: AuthenticatorSettings
  #state: AuthenticationState = 'versions'
  #mechanism = ''
  #server: SaslServer | undefined
  #user: string | undefined
  #expiresAtMs = Infinity
  #lastReauthMs = -Infinity
  /** Set where a client that authenticates again wants another mechanism. */
  #otherMechanism: string | undefined

  constructor(settings: AuthenticatorSettings) {
    this.#settings = settings
  }

  get state(): AuthenticationState {
    return this.#state
  }

  /** Who the client is; undefined until it is known. */
  get user(): string | undefined {
    return this.#user
  }

  /** Takes a frame. `nowMs` counts, `wallClockMs` is what tokens expire by. */
  onFrame(frame: Uint8Array, nowMs: number, wallClockMs: number): SaslAction {
    if (this.#state === 'tokens') return this.#onToken(frame, nowMs, wallClockMs)
    const reader = new ByteReader(frame)
    const header = decodeRequestHeader(reader)
    switch (this.#state) {
      case 'versions':
      case 'handshake':
        return this.#onFirst(header, reader)
      case 'requests':
        return this.#onRequest(header, reader, nowMs, wallClockMs)
      case 'done':
        return this.#onLater(header, reader, nowMs)
      default:
        return { kind: 'close', reason: 'the client has failed to authenticate' }
    }
  }

  #moveTo(next: AuthenticationState): void {
    if (!authenticationMoves[this.#state].includes(next)) {
      throw new RangeError(`an authentication cannot go from ${this.#state} to ${next}`)
    }
    this.#state = next
  }

  #onFirst(header: DecodedRequestHeader, reader: ByteReader): SaslAction {
    if (header.apiKey === apiVersionsApi.key && this.#state === 'versions') {
      // One of a version that is not spoken is answered too, and the client may ask again.
      if (header.apiVersion <= LAST_API_VERSIONS) this.#moveTo('handshake')
      return PASS
    }
    if (header.apiKey === saslHandshakeApi.key) return this.#onHandshake(header, reader)
    return this.#fail(`request of API ${header.apiKey} during SASL handshake`)
  }

  #onHandshake(header: DecodedRequestHeader, reader: ByteReader): SaslAction {
    const { apiVersion: version, correlationId } = header
    if (version > LAST_HANDSHAKE) return this.#fail(`SaslHandshake ${version} is not spoken here`)
    const { mechanism } = saslHandshakeApi.request.decode(reader, version)
    checkEnd(reader, saslHandshakeApi.request.name, version)
    const mechanisms = [...this.#settings.mechanisms.keys()]
    const factory = this.#settings.mechanisms.get(mechanism)
    const handshake = (errorCode: number): SaslAnswer => {
      const response: MessageInput<SaslHandshakeResponse> = { errorCode, mechanisms }
      return { api: saslHandshakeApi as Api<unknown, unknown>, version, correlationId, response }
    }
    if (factory === undefined) {
      const answer = handshake(ErrorCode.UNSUPPORTED_SASL_MECHANISM)
      return this.#fail(`Unsupported SASL mechanism ${mechanism}`, answer)
    }
    const isAgain = this.#state === 'done'
    this.#otherMechanism = isAgain && mechanism !== this.#mechanism ? mechanism : undefined
    if (this.#otherMechanism === undefined) this.#mechanism = mechanism
    this.#server = factory()
    this.#moveTo(version >= FIRST_WITH_REQUESTS || isAgain ? 'requests' : 'tokens')
    return { kind: 'answer', answer: handshake(ErrorCode.NONE) }
  }

  #onToken(token: Uint8Array, nowMs: number, wallClockMs: number): SaslAction {
    const step = this.#server!.step(token, wallClockMs)
    if (step.kind === 'failed') return this.#fail(step.reason)
    if (step.kind === 'done') this.#finish(step, nowMs, wallClockMs)
    return { kind: 'token', token: step.token }
  }

  #onRequest(header: DecodedRequestHeader, reader: ByteReader, nowMs: number, wallClockMs: number): SaslAction {
    const { apiKey, apiVersion: version, correlationId } = header
    if (apiKey !== saslAuthenticateApi.key) return this.#fail(`request of API ${apiKey} during SASL authentication`)
    if (version > LAST_AUTHENTICATE) return this.#fail(`SaslAuthenticate ${version} is not spoken here`)
    const { authBytes } = saslAuthenticateApi.request.decode(reader, version)
    checkEnd(reader, saslAuthenticateApi.request.name, version)
    const authenticate = (response: MessageInput<SaslAuthenticateResponse>): SaslAnswer => {
      return { api: saslAuthenticateApi as Api<unknown, unknown>, version, correlationId, response }
    }
    const refuse = (errorMessage: string, reason: string) =>
      this.#fail(reason, authenticate({ errorCode: ErrorCode.SASL_AUTHENTICATION_FAILED, errorMessage }))
    if (this.#otherMechanism !== undefined) {
      const text = `SASL mechanism '${this.#otherMechanism}' requested by client is not supported for re-authentication of mechanism '${this.#mechanism}'`
      return this.#fail(text)
    }
    const step = this.#server!.step(authBytes, wallClockMs)
    if (step.kind === 'failed') return refuse(step.text ?? this.#generic(), step.reason)
    if (step.kind === 'continue') return { kind: 'answer', answer: authenticate({ authBytes: step.token }) }
    if (this.#user !== undefined && this.#user !== step.user) {
      const text = `Cannot change principals during re-authentication from User.${this.#user}: User.${step.user}`
      return refuse(text, text)
    }
    const lifetime = this.#finish(step, nowMs, wallClockMs)
    const sessionLifetimeMs = version >= FIRST_WITH_SESSIONS ? BigInt(lifetime) : 0n
    return { kind: 'answer', answer: authenticate({ authBytes: step.token, sessionLifetimeMs }) }
  }

  /** Says nothing about what was wrong: whether there is such a user is nobody's business. */
  #generic(): string {
    const what = this.#user === undefined ? 'authentication' : 're-authentication'
    return `Authentication failed during ${what} due to invalid credentials with SASL mechanism ${this.#mechanism}`
  }

  #finish(step: SaslStep & { kind: 'done' }, nowMs: number, wallClockMs: number): number {
    const { maxReauthMs } = this.#settings
    const most = Math.min(maxReauthMs > 0 ? maxReauthMs : Infinity, Math.max(0, step.expiresAtMs - wallClockMs))
    this.#moveTo('done')
    this.#user = step.user
    this.#server = undefined
    this.#expiresAtMs = nowMs + most
    return most === Infinity ? 0 : Math.floor(most)
  }

  #onLater(header: DecodedRequestHeader, reader: ByteReader, nowMs: number): SaslAction {
    if (header.apiKey === saslHandshakeApi.key && nowMs - this.#lastReauthMs >= LEAST_BETWEEN_MS) {
      this.#lastReauthMs = nowMs
      return this.#onHandshake(header, reader)
    }
    if (nowMs > this.#expiresAtMs)
      return { kind: 'close', reason: 'the session has expired, and the client did not authenticate again' }
    return PASS
  }

  #fail(reason: string, answer?: SaslAnswer): SaslAction {
    this.#moveTo('failed')
    this.#server = undefined
    return answer === undefined ? { kind: 'fail', reason } : { kind: 'fail', reason, answer }
  }
}
