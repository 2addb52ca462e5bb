// AddPartitionsToTxn and what is like it: takes partitions into a transaction, or only looks whether they are (KIP-890).
import { ErrorCode } from '@odradek/protocol'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { emulatedRelease } from '../emulation/emulated-release.ts'
import type { AppendOffsets } from '../log/append-offsets.ts'
import { storeTransaction } from './store-transaction.ts'
import {
  addPartitions,
  includesPartition,
  type ProducerIdAndEpoch,
  type TransactionMetadata,
  type TransactionPartition,
  type TransactionVersion,
} from './transaction-metadata.ts'
import { transactionPartition } from './transaction-topic.ts'

/** A producer's transaction and partitions of it. */
export interface PartitionsOfTransaction extends ProducerIdAndEpoch {
  readonly transactionalId: string
  readonly partitions: readonly TransactionPartition[]
}

/** The error code, and what changes. */
export interface AddResult {
  readonly errorCode: number
  readonly records: readonly BrokerRecord[]
}

/** Takes the partitions into the transaction, which begins with its first ones. */
export function addPartitionsToTransaction(
  state: BrokerState,
  wanted: PartitionsOfTransaction,
  version: TransactionVersion,
  wallClockMs: number,
  offsets?: AppendOffsets,
): AddResult {
  const found = findTransaction(state, wanted)
  if (typeof found === 'number') return { errorCode: found, records: [] }
  if (state.transactions.isPending(found.transactionalId)) {
    return { errorCode: ErrorCode.CONCURRENT_TRANSACTIONS, records: [] }
  }
  const known = wanted.partitions.every((partition) => includesPartition(found, partition))
  if (found.state === 'Ongoing' && known) return { errorCode: ErrorCode.NONE, records: [] }
  const next = addPartitions(found, wanted.partitions, wallClockMs, version)
  return { errorCode: ErrorCode.NONE, records: storeTransaction(state, next, wallClockMs, offsets) }
}

/** The error code of each partition: whether it takes part in the transaction. */
export function verifyPartitionsOfTransaction(state: BrokerState, wanted: PartitionsOfTransaction): number[] {
  const found = findTransaction(state, wanted)
  if (typeof found === 'number') return wanted.partitions.map(() => found)
  const { knowsAbortable } = emulatedRelease(state.config.emulate)
  const missing = knowsAbortable ? ErrorCode.TRANSACTION_ABORTABLE : ErrorCode.INVALID_TXN_STATE
  return wanted.partitions.map((partition) => (includesPartition(found, partition) ? ErrorCode.NONE : missing))
}

function findTransaction(state: BrokerState, wanted: PartitionsOfTransaction): TransactionMetadata | number {
  const { transactionalId, producerId, producerEpoch } = wanted
  if (transactionalId === '') return ErrorCode.INVALID_REQUEST
  if (transactionPartition(state, transactionalId) === undefined) return ErrorCode.NOT_COORDINATOR
  const found = state.transactions.find(transactionalId)
  if (found === undefined || found.producerId !== producerId) return ErrorCode.INVALID_PRODUCER_ID_MAPPING
  if (found.producerEpoch !== producerEpoch) return ErrorCode.PRODUCER_FENCED
  if (found.state === 'PrepareCommit' || found.state === 'PrepareAbort') return ErrorCode.CONCURRENT_TRANSACTIONS
  return found
}
