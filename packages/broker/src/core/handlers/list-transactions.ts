// ListTransactions 0-2 (KIP-664; by duration KIP-994, by pattern KIP-1152).
import { ErrorCode } from '@odradek/protocol'
import type { ListTransactionsRequest } from '@odradek/protocol/messages/list-transactions-request'
import type { ListTransactionsResponse } from '@odradek/protocol/messages/list-transactions-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { TransactionMetadata } from '../transaction/transaction-metadata.ts'
import { type TransactionState, transactionStates } from '../transaction/transaction-state.ts'

/** Handles ListTransactions: those that this broker coordinates. */
export function handleListTransactions(
  state: BrokerState,
  { body, receivedAtMs }: BrokerRequest<ListTransactionsRequest>,
): Outcome<ListTransactionsResponse> {
  const pattern = patternOf(body.transactionalIdPattern)
  if (pattern === 'invalid') return answer({ errorCode: ErrorCode.INVALID_REGULAR_EXPRESSION })
  const isState = (name: string) => transactionStates.includes(name as TransactionState)
  const includes = (metadata: TransactionMetadata): boolean => {
    const { state: current, producerId, startedAtMs, transactionalId } = metadata
    if (body.producerIdFilters.length > 0 && !body.producerIdFilters.includes(producerId)) return false
    if (body.stateFilters.length > 0 && !body.stateFilters.includes(current)) return false
    if (body.durationFilter >= 0n && BigInt(receivedAtMs - startedAtMs) <= body.durationFilter) return false
    return pattern === undefined || pattern.test(transactionalId)
  }
  return answer({
    unknownStateFilters: body.stateFilters.filter((name) => !isState(name)),
    transactionStates: [...state.transactions.all()].filter(includes).map((metadata) => ({
      transactionalId: metadata.transactionalId,
      producerId: metadata.producerId,
      transactionState: metadata.state,
    })),
  })
}

function patternOf(text: string | null): RegExp | 'invalid' | undefined {
  if (text === null || text === '') return undefined
  try {
    return new RegExp(`^(?:${text})$`, 'u')
  } catch {
    return 'invalid'
  }
}
