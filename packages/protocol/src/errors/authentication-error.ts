import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.AuthenticationError')

/** The broker refused who we say we are, or could not prove who it is: check the SASL and TLS options. A retry with the same credentials does not help. */
export class AuthenticationError extends KafkaError {
  override readonly name = 'AuthenticationError'
  override readonly code = 'AUTHENTICATION_FAILED'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an AuthenticationError of any installed copy of this package. */
  static override is(value: unknown): value is AuthenticationError {
    return hasBrand(value, brand)
  }
}
