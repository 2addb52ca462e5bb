// AddOffsetsToTxn 0-4: takes the partition of __consumer_offsets that holds a group into a transaction.
import type { AddOffsetsToTxnRequest } from '@odradek/protocol/messages/add-offsets-to-txn-request'
import type { AddOffsetsToTxnResponse } from '@odradek/protocol/messages/add-offsets-to-txn-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { addPartitionsToTransaction } from '../transaction/add-partitions.ts'
import { fencingErrorOf } from '../transaction/fencing-error.ts'
import { offsetsPartitionOf } from '../transaction/offsets-of-transaction.ts'

const FENCED_SINCE = 2

/** Handles AddOffsetsToTxn. */
export function handleAddOffsetsToTxn(
  state: BrokerState,
  { body, version, receivedAtMs }: BrokerRequest<AddOffsetsToTxnRequest>,
): Outcome<AddOffsetsToTxnResponse> {
  const wanted = { ...body, partitions: [offsetsPartitionOf(state, body.groupId)] }
  const { errorCode, records } = addPartitionsToTransaction(state, wanted, 0, receivedAtMs)
  return answer({ errorCode: fencingErrorOf(errorCode, version, FENCED_SINCE) }, records)
}
