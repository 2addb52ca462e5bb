import { errorMessage, errorName, isRetriableErrorCode } from '../generated/error-codes.ts'
import { hasBrand, KafkaError, type KafkaErrorOptions } from './kafka-error.ts'

const brand = Symbol.for('odradek.BrokerError')

/** What a BrokerError is told. */
export interface BrokerErrorOptions extends KafkaErrorOptions {
  /** The API that was asked, such as Produce. */
  readonly api: string
  /** The error code of the answer. */
  readonly errorCode: number
  readonly topic?: string
  readonly partition?: number
  /** The broker's own words (the `errorMessage` of many answers). */
  readonly detail?: string | null
}

/**
 * A broker answered with an error code. `errorName` is Kafka's name for it; `retriable` is what Kafka says of the code
 * unless the options say otherwise. The message names the API, the topic partition and what the code means.
 */
export class BrokerError extends KafkaError {
  override readonly name = 'BrokerError'
  override readonly code = 'BROKER_ERROR'
  /** The API that was asked, such as Produce. */
  readonly api: string
  /** Kafka's error code, such as 6. */
  readonly errorCode: number
  /** Its name, such as NOT_LEADER_OR_FOLLOWER. */
  readonly errorName: string
  readonly topic: string | undefined
  readonly partition: number | undefined

  constructor(options: BrokerErrorOptions) {
    super(describe(options), { retriable: isRetriableErrorCode(options.errorCode), ...options })
    this.api = options.api
    this.errorCode = options.errorCode
    this.errorName = errorName(options.errorCode)
    this.topic = options.topic
    this.partition = options.partition
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a BrokerError of any installed copy of this package. */
  static override is(value: unknown): value is BrokerError {
    return hasBrand(value, brand)
  }
}

function describe({ api, errorCode, topic, partition, detail }: BrokerErrorOptions): string {
  let where = ''
  if (topic !== undefined) where = partition === undefined ? ` for topic ${topic}` : ` for ${topic}-${partition}`
  else if (partition !== undefined) where = ` for partition ${partition}`
  const said = detail ? ` The broker says: ${detail}` : ''
  return `${api} failed${where} with ${errorName(errorCode)}: ${errorMessage(errorCode)}${said}`
}
