import { KafkaError } from '@odradek/protocol'

const brand = Symbol.for('odradek.AdminAbortedError')

/** The AbortSignal of a call was aborted; `cause` is its reason. What was asked for may happen all the same. */
export class AdminAbortedError extends KafkaError {
  override readonly name = 'AdminAbortedError'
  override readonly code = 'ADMIN_ABORTED'

  constructor(call: string, reason: unknown) {
    super(`${call} was aborted by its signal; what it asked for may happen all the same`, { cause: reason })
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an AdminAbortedError of any installed copy of this package. */
  static override is(value: unknown): value is AdminAbortedError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
