import { InvariantError } from '@odradek/protocol'

/**
 * The life of a producer batch.
 *
 * | state       | meaning                                                        | sent          | left by                                   |
 * |-------------|----------------------------------------------------------------|---------------|-------------------------------------------|
 * | `open`      | takes records, or waits behind others of its partition          | nothing       | being drained, expiry, close              |
 * | `in-flight` | its bytes are fixed and in a request                            | Produce       | the answer, a lost connection, expiry     |
 * | `retrying`  | its bytes are fixed, at the front of its queue, waiting out a back-off | nothing | being drained again, expiry, close        |
 * | `abandoned` | its records have failed, but a request that holds it is still out | nothing more | the answer, whatever it says              |
 * | `done`      | its records have settled and no request holds it                | nothing       | never                                     |
 */
export type BatchState = 'open' | 'in-flight' | 'retrying' | 'abandoned' | 'done'

/** Which states may follow which. */
export const batchTransitions: Readonly<Record<BatchState, readonly BatchState[]>> = {
  open: ['in-flight', 'done'],
  'in-flight': ['retrying', 'abandoned', 'done'],
  retrying: ['in-flight', 'done'],
  abandoned: ['done'],
  done: [],
}

/** The next state, where it may follow. Throws InvariantError where it may not. */
export function nextBatchState(from: BatchState, to: BatchState): BatchState {
  if (!batchTransitions[from].includes(to)) throw new InvariantError(`a producer batch cannot go from ${from} to ${to}`)
  return to
}
