import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.AuthenticationError')

/**
 * What went wrong between a client and a broker that do not trust each other yet.
 *
 * - `credentials`: the broker refuses the user, the password or the token; `token-expired`: the token is past its time;
 *   `token`: no token could be had.
 * - `mechanism`: the broker does not take the SASL mechanism; `server-signature`: the broker could not prove that it knows the password.
 * - `untrusted-certificate`, `expired-certificate`, `wrong-host`: of the broker's certificate; `client-certificate`: the broker wants one, or
 *   refuses ours; `tls`: any other failure of a TLS handshake.
 * - `expects-tls`, `expects-plaintext`, `expects-sasl`, `expects-no-sasl`: `securityProtocol` does not fit the broker's port.
 * - `configuration`: a key, certificate or credential could not be read.
 */
export type AuthenticationReason =
  | 'credentials'
  | 'token-expired'
  | 'token'
  | 'mechanism'
  | 'server-signature'
  | 'untrusted-certificate'
  | 'expired-certificate'
  | 'wrong-host'
  | 'client-certificate'
  | 'tls'
  | 'expects-tls'
  | 'expects-plaintext'
  | 'expects-sasl'
  | 'expects-no-sasl'
  | 'configuration'

/** What an AuthenticationError is told. */
export interface AuthenticationErrorOptions extends KafkaErrorOptions {
  /** @default 'credentials' */
  readonly reason?: AuthenticationReason
}

/** The broker refused who we say we are, or could not prove who it is: check the SASL and TLS options. A retry with the same credentials does not help. */
export class AuthenticationError extends KafkaError {
  override readonly name = 'AuthenticationError'
  override readonly code = 'AUTHENTICATION_FAILED'
  /** What was wrong, for programs. */
  readonly reason: AuthenticationReason

  constructor(message: string, options: AuthenticationErrorOptions = {}) {
    super(message, options)
    this.reason = options.reason ?? 'credentials'
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an AuthenticationError of any installed copy of this package. */
  static override is(value: unknown): value is AuthenticationError {
    return hasBrand(value, brand)
  }
}
