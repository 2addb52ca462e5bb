/** What a SASL mechanism learns of the connection that it speaks on. */
export interface SaslContext {
  /** The broker, as it was connected to. */
  readonly host: string
  readonly port: number
  /** Aborted when the connection is gone: whatever is awaited is in vain then. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  wallClockMs(): number
  /** Keeps a text out of errors, should a broker send it back. */
  keepSecret(secret: string): void
}

/** The client's side of one exchange: yields what to send, is given what the broker answers, returns when it is content. */
export type SaslExchange = AsyncGenerator<Uint8Array, void, Uint8Array>

/**
 * A SASL mechanism, such as Kerberos or one of your own: the option `saslMechanism` takes it. `authenticate` is called for each connection and
 * each re-authentication. What it throws ends the connection: an AuthenticationError is told as it is, anything else becomes one. Where the
 * broker refuses, its error is thrown at the `yield`.
 */
export interface SaslMechanism {
  /** As brokers know it, such as `GSSAPI`. */
  readonly name: string
  authenticate(context: SaslContext): SaslExchange
}
