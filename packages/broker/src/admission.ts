// What is known of a client before its requests are heard: where it comes from, through which listener, and who it says it is.
import type { Clock } from '@odradek/network'
import { ANONYMOUS, type ClientSession } from './core/security/client-session.ts'
import type { SecurityProtocol } from './core/security/client-session.ts'
import { Authenticator, type AuthenticatorSettings, type SaslAction } from './core/security/sasl/authenticator.ts'

/** What a connection's admission is made of. */
export interface AdmissionSettings {
  readonly clock: Clock
  readonly listener: string
  readonly securityProtocol: SecurityProtocol
  readonly remoteHost: string
  /** Who the client is by its certificate: `User:...`. */
  readonly peerPrincipal?: string | undefined
  /** Undefined: nobody has to say who they are. */
  readonly sasl?: AuthenticatorSettings | undefined
  /** How long a client that has failed to authenticate waits to hear of it. */
  readonly failedAuthenticationDelayMs: number
}

/** The admission of one connection. */
export class Admission {
  readonly remoteHost: string
  readonly #settings: AdmissionSettings
  readonly #authenticator: Authenticator | undefined

  constructor(settings: AdmissionSettings) {
    this.#settings = settings
    this.remoteHost = settings.remoteHost
    this.#authenticator = settings.sasl && new Authenticator(settings.sasl)
  }

  /** Whether the client has said who it is, where it must. */
  get isAdmitted(): boolean {
    return this.#authenticator === undefined || this.#authenticator.user !== undefined
  }

  /** Who the client is, as far as it is known. */
  get session(): ClientSession {
    const { listener, securityProtocol, peerPrincipal } = this.#settings
    const user = this.#authenticator?.user
    const principal = user === undefined ? (peerPrincipal ?? ANONYMOUS) : `User:${user}`
    return { principal, listener, securityProtocol }
  }

  /** Looks at a frame before it is taken for a request. */
  onFrame(frame: Uint8Array): SaslAction {
    const { clock } = this.#settings
    return this.#authenticator?.onFrame(frame, clock.nowMs(), clock.wallClockMs()) ?? { kind: 'pass' }
  }

  /** Tells a client that it has failed, after a while. */
  delayFailure(tell: () => void): void {
    this.#settings.clock.setTimer(this.#settings.failedAuthenticationDelayMs, tell)
  }
}
