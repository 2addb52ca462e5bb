const brand = Symbol.for('odradek.KafkaError')

/** What every error of the clients is told when it is made. */
export interface KafkaErrorOptions extends ErrorOptions {
  /** Whether doing the same again, after a pause, can succeed. Each class has its own default. */
  readonly retriable?: boolean
}

/**
 * The base of every error that the clients throw. The subclass says what the caller can do about it, `code` is stable and
 * `retriable` says whether the same call can succeed later.
 * Recognise it with `KafkaError.is`, which also holds when two copies of this package are installed.
 */
export class KafkaError extends Error {
  override readonly name: string = 'KafkaError'
  /** A stable identifier in capitals, one for each class. */
  readonly code: string = 'KAFKA_ERROR'
  /** Whether doing the same again, after a pause, can succeed. */
  readonly retriable: boolean

  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.retriable = options.retriable ?? false
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an error of this class, or of a subclass, of any installed copy of this package. */
  static is(value: unknown): value is KafkaError {
    return hasBrand(value, brand)
  }
}

/** Whether a value is an object that carries a class's brand. */
export function hasBrand(value: unknown, classBrand: symbol): boolean {
  return typeof value === 'object' && value !== null && classBrand in value
}
