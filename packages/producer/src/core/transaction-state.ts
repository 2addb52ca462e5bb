/**
 * The life of a producer with a transactional id.
 *
 * | state              | meaning                                                   | sent                                                     | left by                                             |
 * |--------------------|-----------------------------------------------------------|----------------------------------------------------------|-----------------------------------------------------|
 * | `uninitialized`    | no producer id yet, or it was refused                      | nothing                                                  | initTransactions, or the first beginTransaction     |
 * | `initializing`     | the coordinator is asked for a producer id and a new epoch | InitProducerId                                           | its answer                                          |
 * | `ready`            | no transaction is open                                     | nothing                                                  | beginTransaction                                    |
 * | `in-transaction`   | records and offsets are taken                              | Produce, AddPartitionsToTxn, AddOffsetsToTxn, TxnOffsetCommit | commit, abort, a record or an offset that fails |
 * | `committing`       | everything taken is being sent, then the transaction ends  | the same, then EndTxn                                    | EndTxn's answer, a record that fails                |
 * | `abortable-error`  | something failed: the transaction cannot be committed      | nothing; what waits fails                                | abortTransaction                                    |
 * | `aborting`         | what is on the wire is waited for, then the transaction ends | EndTxn                                                 | EndTxn's answer                                     |
 * | `fatal-error`      | fenced, or refused for good: close the producer            | nothing; everything fails                                | never                                               |
 */
export type TransactionState =
  | 'uninitialized'
  | 'initializing'
  | 'ready'
  | 'in-transaction'
  | 'committing'
  | 'abortable-error'
  | 'aborting'
  | 'fatal-error'

/** Which state may follow which. */
export const transactionStateMoves: Readonly<Record<TransactionState, readonly TransactionState[]>> = {
  uninitialized: ['initializing', 'fatal-error'],
  initializing: ['ready', 'uninitialized', 'fatal-error'],
  ready: ['in-transaction', 'fatal-error'],
  'in-transaction': ['committing', 'abortable-error', 'aborting', 'fatal-error'],
  // When the cluster has gone over to the second protocol, the next transaction needs a new epoch (KIP-890).
  committing: ['ready', 'initializing', 'abortable-error', 'fatal-error'],
  'abortable-error': ['aborting', 'fatal-error'],
  // With the first protocol a gap in the numbers calls for a new epoch, which InitProducerId brings (KIP-360).
  aborting: ['ready', 'initializing', 'fatal-error'],
  'fatal-error': [],
}

/** The state in words, for the messages of errors. */
export function sayTransactionState(state: TransactionState): string {
  const texts: Readonly<Record<TransactionState, string>> = {
    uninitialized: 'the producer has no producer id yet',
    initializing: 'the producer is being initialized',
    ready: 'no transaction is open',
    'in-transaction': 'a transaction is open',
    committing: 'the transaction is being committed',
    'abortable-error': 'the transaction has failed and can only be aborted',
    aborting: 'the transaction is being aborted',
    'fatal-error': 'the producer cannot go on',
  }
  return texts[state]
}
