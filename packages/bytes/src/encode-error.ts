const brand = Symbol.for('odradek.EncodeError')

/**
 * The only error that encoders throw: the value does not fit the format, such as a string over 32,767 bytes, or a field that the
 * chosen message version cannot carry. Recognise it with `EncodeError.is`.
 */
export class EncodeError extends Error {
  override readonly name = 'EncodeError'
  readonly code = 'ENCODE_ERROR'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an EncodeError of any installed copy of this package. */
  static is(value: unknown): value is EncodeError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
