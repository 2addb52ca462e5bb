// Whether records may be appended to a partition within a transaction (KIP-890): the coordinator is asked before the first ones are.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerState } from '../broker-state.ts'
import type { BrokerRecord } from '../broker-record.ts'
import {
  addPartitionsToTransaction,
  type PartitionsOfTransaction,
  verifyPartitionsOfTransaction,
} from './add-partitions.ts'

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
  if (support !== 'add') {
    const errorCodes = verifyPartitionsOfTransaction(state, wanted).map((errorCode) => joinErrorOf(errorCode, support))
    return { errorCodes, records: [] }
  }
  const { errorCode, records } = addPartitionsToTransaction(state, wanted, 2, wallClockMs)
  return { errorCodes: wanted.partitions.map(() => joinErrorOf(errorCode, support)), records }
}

function joinErrorOf(errorCode: number, support: TransactionSupport): number {
  // A fenced producer may still abort its transaction and go on with another epoch.
  if (errorCode === ErrorCode.PRODUCER_FENCED) return ErrorCode.INVALID_PRODUCER_EPOCH
  if (errorCode === ErrorCode.TRANSACTION_ABORTABLE && support === 'verify') return ErrorCode.INVALID_TXN_STATE
  return errorCode
}
