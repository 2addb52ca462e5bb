import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.UsageError')

/** The call or the options are wrong, such as a missing setting or a send after close: the message says what to change. */
export class UsageError extends KafkaError {
  override readonly name = 'UsageError'
  override readonly code = 'USAGE'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a UsageError of any installed copy of this package. */
  static override is(value: unknown): value is UsageError {
    return hasBrand(value, brand)
  }
}
