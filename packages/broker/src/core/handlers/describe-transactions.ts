// DescribeTransactions 0 (KIP-664).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeTransactionsRequest } from '@odradek/protocol/messages/describe-transactions-request'
import type { DescribeTransactionsResponse } from '@odradek/protocol/messages/describe-transactions-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { byTopic } from '../transaction/transaction-log.ts'
import { transactionPartition } from '../transaction/transaction-topic.ts'

type Description = MessageInput<DescribeTransactionsResponse['transactionStates'][number]>

/** Handles DescribeTransactions. */
export function handleDescribeTransactions(
  state: BrokerState,
  { body }: BrokerRequest<DescribeTransactionsRequest>,
): Outcome<DescribeTransactionsResponse> {
  return answer({ transactionStates: body.transactionalIds.map((id) => describe(state, id)) })
}

function describe(state: BrokerState, transactionalId: string): Description {
  if (transactionalId === '') return { transactionalId, errorCode: ErrorCode.INVALID_REQUEST }
  if (transactionPartition(state, transactionalId) === undefined) {
    return { transactionalId, errorCode: ErrorCode.NOT_COORDINATOR }
  }
  const found = state.transactions.find(transactionalId)
  if (found === undefined) return { transactionalId, errorCode: ErrorCode.TRANSACTIONAL_ID_NOT_FOUND }
  return {
    transactionalId,
    transactionState: found.state,
    transactionTimeoutMs: found.timeoutMs,
    transactionStartTimeMs: BigInt(found.startedAtMs),
    producerId: found.producerId,
    producerEpoch: found.producerEpoch,
    topics: byTopic(found.partitions).map(({ topic, partitionIds }) => ({ topic, partitions: partitionIds })),
  }
}
