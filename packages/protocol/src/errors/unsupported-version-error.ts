import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.UnsupportedVersionError')

/** What an UnsupportedVersionError is told. */
export interface UnsupportedVersionErrorOptions extends KafkaErrorOptions {
  /** The API's name, such as Produce. */
  readonly api?: string
}

/** The broker has no version of an API, or of one of its features, that this call needs: upgrade the broker or do without. */
export class UnsupportedVersionError extends KafkaError {
  override readonly name = 'UnsupportedVersionError'
  override readonly code = 'UNSUPPORTED_VERSION'
  /** The API's name, such as Produce, where it is known. */
  readonly api: string | undefined

  constructor(message: string, options: UnsupportedVersionErrorOptions = {}) {
    super(message, options)
    this.api = options.api
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an UnsupportedVersionError of any installed copy of this package. */
  static override is(value: unknown): value is UnsupportedVersionError {
    return hasBrand(value, brand)
  }
}
