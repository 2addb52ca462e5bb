import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.InvariantError')

/** The library contradicts itself, such as an illegal move in a state machine: a defect to be reported, not a condition to handle. */
export class InvariantError extends KafkaError {
  override readonly name = 'InvariantError'
  override readonly code = 'INVARIANT'

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an InvariantError of any installed copy of this package. */
  static override is(value: unknown): value is InvariantError {
    return hasBrand(value, brand)
  }
}
