import { KafkaError } from '@odradek/protocol'

const brand = Symbol.for('odradek.RecordsPurgedError')

/** `purge()` gave the record up before it was acknowledged. */
export class RecordsPurgedError extends KafkaError {
  override readonly name = 'RecordsPurgedError'
  override readonly code = 'RECORDS_PURGED'
  /** Whether the record was in a request: then it may have been written, or may be yet. */
  readonly mayBeWritten: boolean

  constructor(mayBeWritten: boolean) {
    const outcome = mayBeWritten ? 'it had been sent, and may be written all the same' : 'it was not written'
    super(`the record was given up by purge(): ${outcome}`)
    this.mayBeWritten = mayBeWritten
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a RecordsPurgedError of any installed copy of this package. */
  static override is(value: unknown): value is RecordsPurgedError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
