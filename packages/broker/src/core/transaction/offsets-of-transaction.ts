import { ErrorCode } from '@odradek/protocol'
import { OFFSETS_TOPIC } from '../cluster/coordinator-topics.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import type { BrokerState } from '../broker-state.ts'
import { emulatedRelease } from '../emulation/emulated-release.ts'
import type { AddResult } from './add-partitions.ts'
import { joinTransaction } from './join-transaction.ts'
import type { ProducerIdAndEpoch, TransactionPartition } from './transaction-metadata.ts'

/** The partition of `__consumer_offsets` that holds a group. */
export function offsetsPartitionOf(state: BrokerState, groupId: string): TransactionPartition {
  const count = state.topics.byName(OFFSETS_TOPIC)?.partitions.length ?? state.config.offsetsTopicNumPartitions
  return { topic: OFFSETS_TOPIC, partition: coordinatorPartition(groupId, count) }
}

/** The producer, its transaction and the group that a TxnOffsetCommit names. */
export interface OffsetsOfTransaction extends ProducerIdAndEpoch {
  readonly transactionalId: string
  readonly groupId: string
}

const ADDS_PARTITION_SINCE = 5
const ABORTABLE_SINCE = 4

/** Makes sure that the group's partition of `__consumer_offsets` takes part in the transaction, as Produce does for those of records. */
export function joinForOffsets(
  state: BrokerState,
  { groupId, ...producer }: OffsetsOfTransaction,
  version: number,
  wallClockMs: number,
): AddResult {
  const partition = offsetsPartitionOf(state, groupId)
  const support = version >= ADDS_PARTITION_SINCE ? 'add' : version >= ABORTABLE_SINCE ? 'abortable' : 'verify'
  const isVerifying = emulatedRelease(state.config.emulate).verifies === 'records-and-offsets'
  if (support !== 'add' && !isVerifying) return { errorCode: ErrorCode.NONE, records: [] }
  const joined = joinTransaction(state, { ...producer, partitions: [partition] }, support, wallClockMs)
  const errorCode = joined.errorCodes[0]!
  // What the coordinator of transactions says of itself would be taken for the group's.
  const isPassing = errorCode === ErrorCode.CONCURRENT_TRANSACTIONS && support !== 'add'
  return { records: joined.records, errorCode: isPassing ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : errorCode }
}
