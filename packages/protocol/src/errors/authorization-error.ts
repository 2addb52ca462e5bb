import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.AuthorizationError')

/** What an AuthorizationError is told. */
export interface AuthorizationErrorOptions extends KafkaErrorOptions {
  /** The broker's error code, such as 29. */
  readonly errorCode?: number
  /** Its name, such as TOPIC_AUTHORIZATION_FAILED. */
  readonly errorName?: string
  /** The topic, group or transactional id that was refused. */
  readonly resource?: string
}

/** The broker knows who we are and does not let us do this: an ACL has to be added. */
export class AuthorizationError extends KafkaError {
  override readonly name = 'AuthorizationError'
  override readonly code = 'NOT_AUTHORIZED'
  /** The broker's error code, where an answer held one. */
  readonly errorCode: number | undefined
  /** The name of that code, such as TOPIC_AUTHORIZATION_FAILED. */
  readonly errorName: string | undefined
  /** The topic, group or transactional id that was refused, where it is known. */
  readonly resource: string | undefined

  constructor(message: string, options: AuthorizationErrorOptions = {}) {
    super(message, options)
    this.errorCode = options.errorCode
    this.errorName = options.errorName
    this.resource = options.resource
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an AuthorizationError of any installed copy of this package. */
  static override is(value: unknown): value is AuthorizationError {
    return hasBrand(value, brand)
  }
}
