import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.TimeoutError')

/** The time that an option allows has passed. What was asked for may or may not have happened on the broker. Retriable unless said otherwise. */
export class TimeoutError extends KafkaError {
  override readonly name = 'TimeoutError'
  override readonly code = 'TIMED_OUT'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { retriable: true, ...options })
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a TimeoutError of any installed copy of this package. */
  static override is(value: unknown): value is TimeoutError {
    return hasBrand(value, brand)
  }
}
