// When answers about transactions are given: once `__transaction_state` has what they say (Kafka's appendTransactionToLog).
import type { BrokerState } from '../broker-state.ts'
import { transactionPartition } from '../transaction/transaction-topic.ts'
import type { CoordinatorLog } from './once-replicated.ts'

function logOf<Request>(
  idsOf: (request: Request) => readonly string[],
  timeoutOf: (state: BrokerState, body: Request) => number = (state, body) => longestTimeout(state, idsOf(body)),
): CoordinatorLog<Request> {
  return {
    placesOf: (state, { body }) => {
      const places = idsOf(body).map((id) => transactionPartition(state, id))
      return [...new Set(places.filter((place) => place !== undefined))]
    },
    isStored: ({ type }) => type === 'transaction-stored',
    timeoutMs: (state, { body }) => timeoutOf(state, body),
    onFailed: ({ transactions }, { body }, isAppended) => {
      if (isAppended) for (const id of idsOf(body)) transactions.cancelPending(id)
      return undefined
    },
  }
}

/** Kafka waits as long as the transaction may take. */
function longestTimeout({ transactions }: BrokerState, ids: readonly string[]): number {
  return Math.max(0, ...ids.map((id) => transactions.find(id)?.timeoutMs ?? 0))
}

interface OfTransaction {
  readonly transactionalId: string
}

/** What changes a transaction. */
export const transactionLog: CoordinatorLog<OfTransaction> = logOf(({ transactionalId }) => [transactionalId])

/** Producers that begin. */
export const producerLog: CoordinatorLog<{
  readonly transactionalId: string | null
  readonly transactionTimeoutMs: number
}> = logOf(
  ({ transactionalId }) => (transactionalId === null ? [] : [transactionalId]),
  (_state, { transactionTimeoutMs }) => transactionTimeoutMs,
)

/** Partitions that are added to transactions. */
export const partitionsLog: CoordinatorLog<{
  readonly v3AndBelowTransactionalId: string
  readonly transactions: readonly OfTransaction[]
}> = logOf(({ v3AndBelowTransactionalId: single, transactions }) =>
  transactions.length > 0 ? transactions.map(({ transactionalId }) => transactionalId) : [single],
)
