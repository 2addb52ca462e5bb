import { ErrorCode, isRetriableErrorCode } from '@odradek/protocol'

/**
 * What the producer does about an error code in a Produce response:
 *
 * - `retry` after a back-off
 * - `refresh-and-retry`: the same, and ask for new metadata, because the request went to the wrong place
 * - `split`: send the batch in halves where it has several records
 * - `done`: the broker has the batch already, though it no longer knows where
 * - `renumber`: a number is missing or forgotten: retry, under a new epoch where the gap cannot fill (KIP-360); in a transaction, fail
 * - `fail` its records; a transaction can only be aborted then
 * - `fatal`: fail its records, and with a producer id all that this producer has and gets
 */
export type ProduceErrorAction = 'retry' | 'refresh-and-retry' | 'split' | 'done' | 'renumber' | 'fail' | 'fatal'

/** The codes that brokers answer Produce with, from 0.8.2 to 4.4, and what follows from each. */
export const produceErrorTable: ReadonlyMap<number, ProduceErrorAction> = new Map<number, ProduceErrorAction>([
  // The partition is elsewhere, or between two leaders.
  [ErrorCode.NOT_LEADER_OR_FOLLOWER, 'refresh-and-retry'],
  [ErrorCode.LEADER_NOT_AVAILABLE, 'refresh-and-retry'],
  [ErrorCode.REPLICA_NOT_AVAILABLE, 'refresh-and-retry'],
  [ErrorCode.FENCED_LEADER_EPOCH, 'refresh-and-retry'],
  [ErrorCode.KAFKA_STORAGE_ERROR, 'refresh-and-retry'],
  [ErrorCode.NETWORK_EXCEPTION, 'refresh-and-retry'],
  // A topic just made is not on every broker yet; one that was deleted does not come back, and deliveryTimeoutMs ends the wait.
  [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'refresh-and-retry'],
  // The topic was made anew under the same name (KIP-516).
  [ErrorCode.UNKNOWN_TOPIC_ID, 'refresh-and-retry'],
  [ErrorCode.INCONSISTENT_TOPIC_ID, 'refresh-and-retry'],
  // The right broker, not ready at the moment.
  [ErrorCode.CORRUPT_MESSAGE, 'retry'],
  [ErrorCode.REQUEST_TIMED_OUT, 'retry'],
  [ErrorCode.NOT_ENOUGH_REPLICAS, 'retry'],
  [ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND, 'retry'],
  [ErrorCode.UNKNOWN_LEADER_EPOCH, 'retry'],
  [ErrorCode.THROTTLING_QUOTA_EXCEEDED, 'retry'],
  // A coordinator is checked with for transactions (KIP-890).
  [ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, 'retry'],
  [ErrorCode.COORDINATOR_NOT_AVAILABLE, 'retry'],
  [ErrorCode.NOT_COORDINATOR, 'retry'],
  [ErrorCode.CONCURRENT_TRANSACTIONS, 'retry'],
  [ErrorCode.MESSAGE_TOO_LARGE, 'split'],
  // Larger than a segment of the topic; Java's producer fails it, but its batches do not grow.
  [ErrorCode.RECORD_LIST_TOO_LARGE, 'split'],
  // Numbers (KIP-98).
  [ErrorCode.DUPLICATE_SEQUENCE_NUMBER, 'done'],
  [ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, 'renumber'],
  [ErrorCode.UNKNOWN_PRODUCER_ID, 'renumber'],
  [ErrorCode.INVALID_PRODUCER_EPOCH, 'fail'],
  [ErrorCode.INVALID_TXN_STATE, 'fail'],
  [ErrorCode.TRANSACTION_ABORTABLE, 'fail'],
  [ErrorCode.PRODUCER_FENCED, 'fatal'],
  [ErrorCode.INVALID_PRODUCER_ID_MAPPING, 'fatal'],
  [ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'fatal'],
  // Doing the same again would end the same.
  [ErrorCode.UNKNOWN_SERVER_ERROR, 'fail'],
  [ErrorCode.INVALID_TOPIC_EXCEPTION, 'fail'],
  [ErrorCode.INVALID_REQUIRED_ACKS, 'fail'],
  [ErrorCode.TOPIC_AUTHORIZATION_FAILED, 'fail'],
  [ErrorCode.CLUSTER_AUTHORIZATION_FAILED, 'fatal'],
  [ErrorCode.INVALID_TIMESTAMP, 'fail'],
  [ErrorCode.UNSUPPORTED_VERSION, 'fatal'],
  [ErrorCode.INVALID_REQUEST, 'fail'],
  [ErrorCode.UNSUPPORTED_FOR_MESSAGE_FORMAT, 'fail'],
  [ErrorCode.POLICY_VIOLATION, 'fail'],
  [ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, 'fail'],
  [ErrorCode.INVALID_RECORD, 'fail'],
])

/** What to do about a code; one that is not in the table is retried where Kafka calls it retriable. */
export function produceErrorAction(errorCode: number): ProduceErrorAction {
  return produceErrorTable.get(errorCode) ?? (isRetriableErrorCode(errorCode) ? 'refresh-and-retry' : 'fail')
}
