import type { KafkaError } from '@odradek/protocol'

/** What TransactionManager is told; the producer's options fit. */
export interface TransactionManagerOptions {
  readonly transactionalId: string
  readonly transactionTimeoutMs: number
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
  /** The level of transaction.version in the cluster; from 2 on the second protocol is spoken. */
  readonly transactionVersion: () => number
  /** Whether all records have settled and no request holds any. */
  readonly isIdle: () => boolean
  /** Fails all records that are not in a request. */
  readonly failQueued: (error: KafkaError) => void
  /** Has the manager polled again soon. */
  readonly wakeup: () => void
  /** Called once when the producer cannot go on. */
  readonly onFatalError: (error: KafkaError) => void
}
