// Transactions and the producers that write them (KIP-664).
import type { AdminResults } from '../admin-results.ts'
import type { CallOptions } from '../call-options.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { abortTransaction, type HangingTransaction } from '../operations/abort-transaction.ts'
import {
  describeProducers,
  type DescribeProducersOptions,
  type PartitionProducers,
} from '../operations/describe-producers.ts'
import { describeTransactions, type TransactionDescription } from '../operations/describe-transactions.ts'
import { type FencedProducer, fenceProducers, forceTerminateTransaction } from '../operations/fence-producers.ts'
import {
  listTransactions,
  type ListTransactionsOptions,
  type TransactionListing,
} from '../operations/list-transactions.ts'
import { ClusterAdmin } from './cluster-admin.ts'

/** See the head of the file. */
export class TransactionAdmin extends ClusterAdmin {
  /** The producers that partitions remember, with their open transactions. Kafka 2.8. */
  describeProducers(
    partitions: readonly TopicPartition[],
    options: DescribeProducersOptions = {},
  ): AdminResults<TopicPartition, PartitionProducers> {
    return describeProducers(this.world, partitions, options)
  }

  /** Transactional ids with their states and the partitions of open transactions. Kafka 3.0. */
  describeTransactions(
    transactionalIds: readonly string[],
    options: CallOptions = {},
  ): AdminResults<string, TransactionDescription> {
    return describeTransactions(this.world, transactionalIds, options)
  }

  /** The transactional ids of all brokers. Rejects with AdminItemsError where some brokers cannot be asked. Kafka 3.0. */
  listTransactions(options: ListTransactionsOptions = {}): Promise<readonly TransactionListing[]> {
    return listTransactions(this.world, options)
  }

  /** Fences the producers of transactional ids and aborts what they left open. Kafka 0.11. */
  fenceProducers(transactionalIds: readonly string[], options: CallOptions = {}): AdminResults<string, FencedProducer> {
    return fenceProducers(this.world, transactionalIds, options)
  }

  /** Aborts the open transaction of a transactional id, by fencing its producer. Kafka 0.11. */
  forceTerminateTransaction(transactionalId: string, options: CallOptions = {}): Promise<void> {
    return forceTerminateTransaction(this.world, transactionalId, options)
  }

  /** Aborts a transaction in one partition, past its coordinator: for those that hang because the coordinator knows nothing of them. Kafka 2.8. */
  abortTransaction(transaction: HangingTransaction, options: CallOptions = {}): Promise<void> {
    return abortTransaction(this.world, transaction, options)
  }
}
