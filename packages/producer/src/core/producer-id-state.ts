/**
 * The producer id of a producer without transactional id.
 *
 * | state      | meaning                                                              | sent           | left by                                        |
 * |------------|----------------------------------------------------------------------|----------------|------------------------------------------------|
 * | `unknown`  | there is none, and no record wants one                                | nothing        | the first record                               |
 * | `asking`   | a broker is being asked for one, or a back-off passes before the next try | InitProducerId | the answer                                 |
 * | `known`    | batches are numbered under it                                         | batches        | the last epoch being used up, a final refusal  |
 * | `disabled` | no broker gives any (older than Kafka 0.11), and they were not asked for | batches without numbers | never                              |
 * | `failed`   | refused for good: every record fails                                  | nothing        | never                                          |
 */
export type ProducerIdState = 'unknown' | 'asking' | 'known' | 'disabled' | 'failed'

/** Which state may follow which. */
export const producerIdStateMoves: Readonly<Record<ProducerIdState, readonly ProducerIdState[]>> = {
  unknown: ['asking', 'failed'],
  asking: ['known', 'disabled', 'failed'],
  known: ['asking', 'failed'],
  disabled: ['failed'],
  failed: [],
}
