import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.AbortableTransactionError')

/** The current transaction cannot be committed: abort it, then begin it again. The producer itself stays usable. */
export class AbortableTransactionError extends KafkaError {
  override readonly name = 'AbortableTransactionError'
  override readonly code = 'TRANSACTION_ABORTABLE'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an AbortableTransactionError of any installed copy of this package. */
  static override is(value: unknown): value is AbortableTransactionError {
    return hasBrand(value, brand)
  }
}
