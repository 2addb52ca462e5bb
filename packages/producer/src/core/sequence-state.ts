/**
 * How far the numbers of one partition's batches (KIP-98: sequences) can be relied on.
 *
 * | state        | meaning                                                             | sent                                      | left by                                                        |
 * |--------------|---------------------------------------------------------------------|-------------------------------------------|----------------------------------------------------------------|
 * | `unnumbered` | no batch has a number yet                                            | nothing                                   | the first batch that is numbered                               |
 * | `unproven`   | the broker has acknowledged nothing under this producer id: it takes any number | one batch at a time            | an acknowledgement, a batch that is given up                   |
 * | `flowing`    | broker and producer agree on the last number                         | up to five batches; retries one at a time | a batch that is given up, a gap, another producer id           |
 * | `unresolved` | a batch was given up, and it may be written, or older ones are open    | the numbered ones, one at a time; none new | all numbered ones have ended, or one is refused as out of order |
 * | `restarting` | there is a gap: what follows it would be refused for ever             | nothing                                   | a newer epoch, once no batch is on the wire: numbered again from 0 |
 */
export type SequenceState = 'unnumbered' | 'unproven' | 'flowing' | 'unresolved' | 'restarting'

/** Which state may follow which. */
export const sequenceStateMoves: Readonly<Record<SequenceState, readonly SequenceState[]>> = {
  unnumbered: ['unproven'],
  unproven: ['flowing', 'unresolved', 'restarting'],
  flowing: ['unproven', 'unresolved', 'restarting'],
  unresolved: ['flowing', 'restarting'],
  restarting: ['unproven', 'flowing'],
}
