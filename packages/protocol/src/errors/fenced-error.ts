import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.FencedError')

/** A newer instance with the same transactional id, group instance id or member id has taken over: close this client and do not retry. */
export class FencedError extends KafkaError {
  override readonly name = 'FencedError'
  override readonly code = 'FENCED'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a FencedError of any installed copy of this package. */
  static override is(value: unknown): value is FencedError {
    return hasBrand(value, brand)
  }
}
