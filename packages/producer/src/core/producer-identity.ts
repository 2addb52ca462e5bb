import type { KafkaError } from '@odradek/protocol'

import type { PartitionQueue } from './partition-queue.ts'

/** In whose name batches are numbered (KIP-98). A value: a new epoch is another one. */
export interface ProducerIdAndEpoch {
  readonly producerId: bigint
  readonly epoch: number
}

/**
 * Where the sender gets producer ids from, and whom it asks whether a partition may be written to: one of two, for producers with and without a
 * transactional id.
 */
export interface ProducerIdentity {
  readonly transactionalId: string | null
  /** Set where the cluster is too old for producer ids and they were not asked for: batches go without numbers, one at a time. */
  readonly isDisabled: boolean
  /** The version of Produce to stay at or below; undefined: any. */
  readonly maxProduceVersion: number | undefined
  /** Undefined: not known yet, or not to be used now; nothing is sent. */
  readonly current: ProducerIdAndEpoch | undefined
  /** There are records: sees to it that `current` comes. */
  want(): void
  /** Whether batches of the partition may be sent now; begins to do what that takes. */
  maySend(queue: PartitionQueue): boolean
  /** A partition has a gap behind `stale`: the identity in which it can begin again, undefined while there is none. */
  newerThan(stale: ProducerIdAndEpoch): ProducerIdAndEpoch | undefined
  /** Records of a batch have failed; `wasNumbered`: under a number that is used now. */
  onBatchFailed(error: KafkaError, wasNumbered: boolean): void
  /** The broker refused this producer for good. */
  onFatalError(error: KafkaError): void
}
