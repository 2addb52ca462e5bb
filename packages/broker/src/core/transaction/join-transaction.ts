// Whether records may be appended to a partition within a transaction (KIP-890): the coordinator is asked before the first ones are.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerState } from '../broker-state.ts'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import type { BrokerRecord } from '../broker-record.ts'
import { isReplicated } from '../replication/awaited-append.ts'
import { byTopic } from './transaction-log.ts'
import { coordinatorOf, transactionPartition } from './transaction-topic.ts'
import {
  addPartitionsToTransaction,
  type PartitionsOfTransaction,
  verifyPartitionsOfTransaction,
} from './add-partitions.ts'

const PEER_VERSION = 5

/**
 * What the producer's request stands for. `verify`: the partitions must have been added; `abortable`: the same, and the producer knows
 * TRANSACTION_ABORTABLE; `add`: they are added with it (transactions of the second generation).
 */
export type TransactionSupport = 'verify' | 'abortable' | 'add'

/** The error code of each partition, in the order of the request; and what changes. */
export interface JoinResult {
  readonly errorCodes: readonly number[]
  readonly records: readonly BrokerRecord[]
}

/** Asks the coordinator; the error codes are those that the producer's request stands for. */
export function joinTransaction(
  state: BrokerState,
  wanted: PartitionsOfTransaction,
  support: TransactionSupport,
  wallClockMs: number,
): JoinResult {
  const place = transactionPartition(state, wanted.transactionalId)
  // Where others are to have what is stored, this broker asks itself as it would ask another one.
  const isAsked = place === undefined || (support === 'add' && (isReplicated(place) || place.isUnderMinIsr))
  if (isAsked) {
    const errorCodes = askCoordinator(state, wanted, support !== 'add', wallClockMs)
    return { errorCodes: errorCodes.map((errorCode) => joinErrorOf(errorCode, support)), records: [] }
  }
  if (support !== 'add') {
    const errorCodes = verifyPartitionsOfTransaction(state, wanted).map((errorCode) => joinErrorOf(errorCode, support))
    return { errorCodes, records: [] }
  }
  const { errorCode, records } = addPartitionsToTransaction(state, wanted, 2, wallClockMs)
  return { errorCodes: wanted.partitions.map(() => joinErrorOf(errorCode, support)), records }
}

/** Asks the coordinator as Kafka's brokers do; what it stores is on the replicas in sync when it answers. */
function askCoordinator(
  state: BrokerState,
  { partitions, ...producer }: PartitionsOfTransaction,
  verifyOnly: boolean,
  wallClockMs: number,
): number[] {
  const coordinator = coordinatorOf(state, producer.transactionalId)
  const topics = byTopic(partitions).map(({ topic: name, partitionIds }) => ({ name, partitions: partitionIds }))
  const body = { transactions: [{ ...producer, verifyOnly, topics }] }
  const nowMs = wallClockMs - state.wallClockOffsetMs
  const response =
    coordinator === undefined
      ? undefined
      : state.peers.ask(coordinator, addPartitionsToTxnApi, PEER_VERSION, body, nowMs, wallClockMs)
  const results = response?.resultsByTransaction[0]?.topicResults ?? []
  return partitions.map(({ topic, partition }) => {
    const result = results
      .find(({ name }) => name === topic)
      ?.resultsByPartition.find(({ partitionIndex }) => partitionIndex === partition)
    return result === undefined ? ErrorCode.COORDINATOR_NOT_AVAILABLE : (result.partitionErrorCode ?? ErrorCode.NONE)
  })
}

function joinErrorOf(errorCode: number, support: TransactionSupport): number {
  // A fenced producer may still abort its transaction and go on with another epoch.
  if (errorCode === ErrorCode.PRODUCER_FENCED) return ErrorCode.INVALID_PRODUCER_EPOCH
  if (errorCode === ErrorCode.TRANSACTION_ABORTABLE && support === 'verify') return ErrorCode.INVALID_TXN_STATE
  return errorCode
}
