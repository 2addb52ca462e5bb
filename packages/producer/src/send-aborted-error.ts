import { KafkaError } from '@odradek/protocol'

const brand = Symbol.for('odradek.SendAbortedError')

/** The AbortSignal of a `send` was aborted; `cause` is its reason. A record that was in a batch already may be written all the same. */
export class SendAbortedError extends KafkaError {
  override readonly name = 'SendAbortedError'
  override readonly code = 'SEND_ABORTED'

  constructor(topic: string, reason: unknown) {
    super(`sending a record to topic ${topic} was aborted by its signal; it may be written all the same`, {
      cause: reason,
    })
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a SendAbortedError of any installed copy of this package. */
  static override is(value: unknown): value is SendAbortedError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
