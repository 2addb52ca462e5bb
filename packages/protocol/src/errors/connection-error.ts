import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.ConnectionError')

/** What a ConnectionError is told. */
export interface ConnectionErrorOptions extends KafkaErrorOptions {
  /** `host:port` of the broker. */
  readonly address?: string
}

/** A broker could not be reached, or the connection to it was lost. Retriable unless said otherwise. */
export class ConnectionError extends KafkaError {
  override readonly name = 'ConnectionError'
  override readonly code = 'CONNECTION_FAILED'
  /** `host:port` of the broker, where it is known. */
  readonly address: string | undefined

  constructor(message: string, options: ConnectionErrorOptions = {}) {
    super(message, { retriable: true, ...options })
    this.address = options.address
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a ConnectionError of any installed copy of this package. */
  static override is(value: unknown): value is ConnectionError {
    return hasBrand(value, brand)
  }
}
