import { ErrorCode, isRetriableErrorCode } from '@odradek/protocol'

import type { TransactionState } from './transaction-state.ts'

/**
 * What the producer does about an error code of InitProducerId, AddPartitionsToTxn, AddOffsetsToTxn, TxnOffsetCommit and EndTxn:
 *
 * - `retry` after a back-off
 * - `find-coordinator` and retry
 * - `abort`: the transaction can only be aborted
 * - `abort-and-bump`: the same, and the producer needs a new epoch
 * - `fenced`: a newer producer has the transactional id
 * - `fatal`: the producer cannot go on
 */
export type TransactionErrorAction = 'retry' | 'find-coordinator' | 'abort' | 'abort-and-bump' | 'fenced' | 'fatal'

/** The codes that are not simply retried where Kafka calls them retriable, as Java's TransactionManager sorts them. */
export const transactionErrorTable: ReadonlyMap<number, TransactionErrorAction> = new Map<
  number,
  TransactionErrorAction
>([
  [ErrorCode.NOT_COORDINATOR, 'find-coordinator'],
  [ErrorCode.COORDINATOR_NOT_AVAILABLE, 'find-coordinator'],
  [ErrorCode.REQUEST_TIMED_OUT, 'find-coordinator'],
  [ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, 'retry'],
  [ErrorCode.CONCURRENT_TRANSACTIONS, 'retry'],
  [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'retry'],
  [ErrorCode.TOPIC_AUTHORIZATION_FAILED, 'abort'],
  [ErrorCode.GROUP_AUTHORIZATION_FAILED, 'abort'],
  [ErrorCode.OPERATION_NOT_ATTEMPTED, 'abort'],
  [ErrorCode.TRANSACTION_ABORTABLE, 'abort'],
  [ErrorCode.FENCED_INSTANCE_ID, 'abort'],
  [ErrorCode.UNKNOWN_MEMBER_ID, 'abort'],
  [ErrorCode.ILLEGAL_GENERATION, 'abort'],
  [ErrorCode.STALE_MEMBER_EPOCH, 'abort'],
  [ErrorCode.OFFSET_METADATA_TOO_LARGE, 'abort'],
  [ErrorCode.INVALID_GROUP_ID, 'abort'],
  [ErrorCode.UNKNOWN_PRODUCER_ID, 'abort-and-bump'],
  [ErrorCode.INVALID_PRODUCER_ID_MAPPING, 'abort-and-bump'],
  [ErrorCode.PRODUCER_FENCED, 'fenced'],
  // Coordinators before Kafka 2.7 say it so.
  [ErrorCode.INVALID_PRODUCER_EPOCH, 'fenced'],
  [ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'fatal'],
  [ErrorCode.CLUSTER_AUTHORIZATION_FAILED, 'fatal'],
  [ErrorCode.INVALID_TXN_STATE, 'fatal'],
  [ErrorCode.INVALID_TRANSACTION_TIMEOUT, 'fatal'],
  [ErrorCode.UNSUPPORTED_FOR_MESSAGE_FORMAT, 'fatal'],
  [ErrorCode.UNSUPPORTED_VERSION, 'fatal'],
])

/**
 * What to do about a code; one that is not in the table is retried where Kafka calls it retriable. What AddPartitionsToTxn says of single partitions
 * never ends the producer, unless it is in the table.
 */
export function transactionErrorAction(errorCode: number, api: string): TransactionErrorAction {
  const otherwise = api === 'AddPartitionsToTxn' ? 'abort' : 'fatal'
  return transactionErrorTable.get(errorCode) ?? (isRetriableErrorCode(errorCode) ? 'retry' : otherwise)
}

/**
 * Whether brokers say so of a transaction of the second protocol that its coordinator has aborted in its producer's place (it was open longer than
 * `transactionTimeoutMs`): the producer can abort it too, and go on. It is not known to be committed: a commit that is repeated is answered with NONE.
 */
export function isAbortedByCoordinator(errorCode: number, api: string, state: TransactionState): boolean {
  if (api === 'EndTxn') return errorCode === ErrorCode.INVALID_TXN_STATE && state === 'committing'
  return api === 'TxnOffsetCommit' && errorCode === ErrorCode.INVALID_PRODUCER_EPOCH
}

/** Whether InitProducerId may succeed when the user asks again: an ACL may be added, what was open may have ended. */
export function mayInitializeAgain(errorCode: number): boolean {
  return errorCode === ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED || errorCode === ErrorCode.TRANSACTION_ABORTABLE
}

/** Whether an answer with this code ends the transaction or the producer. */
export function isFinal(errorCode: number, api: string): boolean {
  const action = transactionErrorAction(errorCode, api)
  return action !== 'retry' && action !== 'find-coordinator'
}
