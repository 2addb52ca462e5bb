import { BrokerError, ErrorCode, FencedError, type KafkaError } from '@odradek/protocol'

/** How brokers speak of a producer whose epoch is old, or whose transaction is over. */
const TOLD_OF_THE_END: ReadonlySet<number> = new Set([
  ErrorCode.INVALID_PRODUCER_EPOCH,
  ErrorCode.INVALID_TXN_STATE,
  ErrorCode.PRODUCER_FENCED,
])

/**
 * How long a transaction has been open. A coordinator aborts one that is open longer than `transactionTimeoutMs`, and nobody is told why: what brokers
 * answer then is also what a producer hears that was fenced by a newer one.
 */
export class TransactionAge {
  readonly #timeoutMs: number
  /** Undefined until the transaction is looked at: before that nothing is sent. */
  #beganAtMs: number | undefined
  #nowMs = 0

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
  }

  /** A transaction begins. */
  begin(): void {
    this.#beganAtMs = undefined
  }

  /** Time has passed. */
  onTime(nowMs: number): void {
    this.#beganAtMs ??= nowMs
    this.#nowMs = nowMs
  }

  /** What happened to the transaction and what to do about it, as a sentence for the end of a message; nothing where its time cannot be the reason. */
  remedyFor(error: KafkaError): string {
    const openMs = this.#nowMs - (this.#beganAtMs ?? this.#nowMs)
    if (openMs < this.#timeoutMs || !BrokerError.is(error) || !TOLD_OF_THE_END.has(error.errorCode)) return ''
    return (
      ` The transaction was open for ${Math.round(openMs)} ms: its coordinator aborts what is open longer than transactionTimeoutMs ` +
      `(${this.#timeoutMs}); raise transactionTimeoutMs, or do less in one transaction.`
    )
  }

  /** The producer has an old epoch, and there is no way to the next one. */
  fenced(error: KafkaError): FencedError {
    const remedy = this.remedyFor(error)
    const text =
      remedy === ''
        ? error.message
        : `${error.message}${remedy} Close this producer, and begin again with a new producer`
    return new FencedError(text, { cause: error })
  }
}
