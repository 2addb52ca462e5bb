/** What is wrong with the bytes: `truncated` (more were promised than there are), `malformed`, `checksum`, `too-large` (past a stated limit) or `unsupported` (a version, magic or codec that is not known here). */
export type DecodeErrorReason = 'truncated' | 'malformed' | 'checksum' | 'too-large' | 'unsupported'

const brand = Symbol.for('odradek.DecodeError')

/**
 * The only error that decoders throw: the bytes are not what their format says.
 * Recognise it with `DecodeError.is`, which also holds when two copies of this package are installed.
 */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly code = 'DECODE_ERROR'
  /** What kind of fault it is. */
  readonly reason: DecodeErrorReason
  /** Position of the fault, in bytes from the start of what was given to the decoder. */
  readonly offset: number

  constructor(reason: DecodeErrorReason, message: string, offset: number, options?: ErrorOptions) {
    super(`${message} (at byte ${offset})`, options)
    this.reason = reason
    this.offset = offset
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a DecodeError of any installed copy of this package. */
  static is(value: unknown): value is DecodeError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
