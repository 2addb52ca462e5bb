// EndTxn 0-5: commits or aborts a transaction; from version 5 on the producer gets a new epoch with it (KIP-890).
import { ErrorCode } from '@odradek/protocol'
import type { EndTxnRequest } from '@odradek/protocol/messages/end-txn-request'
import type { EndTxnResponse } from '@odradek/protocol/messages/end-txn-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { decideEnd } from '../transaction/end-transaction.ts'
import { fencingErrorOf } from '../transaction/fencing-error.ts'
import { storeTransaction } from '../transaction/store-transaction.ts'
import { transactionPartition } from '../transaction/transaction-topic.ts'

const FENCED_SINCE = 2
const BUMPS_EPOCH_SINCE = 5

/** Handles EndTxn: the outcome is stored at once; the coordinator writes the markers after it. */
export function handleEndTxn(
  state: BrokerState,
  { body, version, receivedAtMs }: BrokerRequest<EndTxnRequest>,
): Outcome<EndTxnResponse> {
  const { transactionalId, producerId, producerEpoch, committed: commit } = body
  const refused = (errorCode: number) =>
    answer<EndTxnResponse>({ errorCode: fencingErrorOf(errorCode, version, FENCED_SINCE) })
  if (transactionalId === '') return refused(ErrorCode.INVALID_REQUEST)
  if (transactionPartition(state, transactionalId) === undefined) return refused(ErrorCode.NOT_COORDINATOR)
  const known = state.transactions.find(transactionalId)
  if (known === undefined) return refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING)
  const clientTransactionVersion = version >= BUMPS_EPOCH_SINCE ? 2 : 0
  const newProducerId = state.cluster.nextProducerId
  const isPending = state.transactions.isPending(transactionalId)
  const request = { producerId, producerEpoch, commit, clientTransactionVersion, isPending } as const
  const decision = decideEnd(known, request, newProducerId, receivedAtMs)
  switch (decision.kind) {
    case 'error':
      return refused(decision.errorCode)
    case 'ended-before':
      return answer({ producerId: known.producerId, producerEpoch: known.producerEpoch })
    case 'prepare': {
      const { metadata, usesNewProducerId } = decision
      const records = storeTransaction(state, metadata, receivedAtMs)
      if (usesNewProducerId) records.unshift({ type: 'producer-id-given', nextProducerId: newProducerId + 1n })
      // The producer goes on with the id that it gets when the transaction is complete, where its epochs are used up.
      const next = usesNewProducerId ? { producerId: newProducerId, producerEpoch: 0 } : metadata
      return answer({ producerId: next.producerId, producerEpoch: next.producerEpoch }, records)
    }
  }
}
