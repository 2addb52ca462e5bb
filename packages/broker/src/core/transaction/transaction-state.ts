/**
 * Where a transactional id stands (Kafka's TransactionState; KIP-98, KIP-890).
 *
 * - `Empty`: the producer is initialised and has no transaction. Left when a partition is added, or when the id expires.
 * - `Ongoing`: partitions have been added. Left by EndTxn, by its timeout, or by a new InitProducerId, which fences the producer.
 * - `PrepareEpochFence`: the producer of an ongoing transaction is being fenced; never stored. The abort follows at once.
 * - `PrepareCommit`, `PrepareAbort`: the outcome is decided and stored; markers are being written to the transaction's partitions.
 *   Whoever asks meanwhile hears CONCURRENT_TRANSACTIONS. Left when every partition has its marker.
 * - `CompleteCommit`, `CompleteAbort`: every marker is written; the next transaction may begin. With transactions of the second
 *   generation an empty transaction may be aborted from here too, which bumps the epoch.
 * - `Dead`: the id has expired; nothing follows.
 */
export type TransactionState =
  | 'Empty'
  | 'Ongoing'
  | 'PrepareCommit'
  | 'PrepareAbort'
  | 'CompleteCommit'
  | 'CompleteAbort'
  | 'Dead'
  | 'PrepareEpochFence'

/** The states that may follow each state. */
export const transactionTransitions: Readonly<Record<TransactionState, readonly TransactionState[]>> = {
  Empty: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  Ongoing: ['Ongoing', 'PrepareCommit', 'PrepareAbort', 'PrepareEpochFence'],
  PrepareCommit: ['CompleteCommit'],
  PrepareAbort: ['CompleteAbort'],
  CompleteCommit: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  CompleteAbort: ['Empty', 'Ongoing', 'PrepareAbort', 'Dead'],
  Dead: [],
  PrepareEpochFence: ['PrepareAbort'],
}

/** In the order of the numbers by which Kafka stores them. */
export const transactionStates = Object.keys(transactionTransitions) as readonly TransactionState[]
