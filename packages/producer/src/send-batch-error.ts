import { KafkaError } from '@odradek/protocol'

import type { SendBatchResult } from './send-batch-result.ts'

const brand = Symbol.for('odradek.SendBatchError')

/** Some records of a `sendBatch` were not acknowledged, or none: `failures` says which and why, `results` where the others were written. */
export class SendBatchError extends KafkaError {
  override readonly name = 'SendBatchError'
  override readonly code = 'SEND_BATCH_FAILED'
  /** The error of each record that failed, by its index in the call, ascending. */
  readonly failures: ReadonlyMap<number, KafkaError>
  /** Where the other records were written. */
  readonly results: SendBatchResult

  /** Retriable where every failure is. */
  constructor(failures: ReadonlyMap<number, KafkaError>, results: SendBatchResult) {
    const [first] = failures
    super(
      `${failures.size} of ${results.length} records${results.topic === undefined ? '' : ` for topic ${results.topic}`} were not acknowledged; record ${first?.[0]}: ${first?.[1].message}`,
      { cause: first?.[1], retriable: [...failures.values()].every((error) => error.retriable) },
    )
    this.failures = failures
    this.results = results
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a SendBatchError of any installed copy of this package. */
  static override is(value: unknown): value is SendBatchError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
