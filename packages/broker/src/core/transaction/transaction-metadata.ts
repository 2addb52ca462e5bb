// What the coordinator knows of one transactional id, and how each event changes it: values, never changed in place
// (Kafka's TransactionMetadata and its prepare... methods).
import { ErrorCode, InvariantError } from '@odradek/protocol'
import { type TransactionState, transactionTransitions } from './transaction-state.ts'

/** The two generations of the transaction protocol: from 2 on (KIP-890) each end of a transaction bumps the epoch. */
export type TransactionVersion = 0 | 1 | 2

/** A partition that takes part in a transaction. */
export interface TransactionPartition {
  readonly topic: string
  readonly partition: number
}

/** A producer as requests name it. */
export interface ProducerIdAndEpoch {
  readonly producerId: bigint
  readonly producerEpoch: number
}

/** A transactional id's state. */
export interface TransactionMetadata extends ProducerIdAndEpoch {
  readonly transactionalId: string
  /** The id before the last change of ids; -1n for none. */
  readonly previousProducerId: bigint
  /** The id that the producer gets when the transaction is complete, because its epochs are used up; -1n for none. */
  readonly nextProducerId: bigint
  /** The epoch before the last bump, for a client that repeats its request; -1 for none. */
  readonly lastProducerEpoch: number
  readonly timeoutMs: number
  readonly state: TransactionState
  readonly partitions: readonly TransactionPartition[]
  /** Wall clock in ms; -1 where there is no transaction. */
  readonly startedAtMs: number
  readonly updatedAtMs: number
  readonly clientTransactionVersion: TransactionVersion
}

const NO_ID = -1n
const NO_EPOCH = -1
/** The epoch is an int16 whose last value is kept for fencing. */
const EXHAUSTED_EPOCH = 0x7fff - 1

/** Whether a producer id has no epochs left to give to a producer. */
export function isEpochExhausted(epoch: number): boolean {
  return epoch >= EXHAUSTED_EPOCH
}

/** Whether epochs are bumped with each transaction (KIP-890). */
export function bumpsEpoch(version: TransactionVersion): boolean {
  return version >= 2
}

/** A transactional id that has just been seen for the first time. */
export function newTransaction(transactionalId: string, producerId: bigint, timeoutMs: number): TransactionMetadata {
  return {
    transactionalId,
    producerId,
    previousProducerId: NO_ID,
    nextProducerId: NO_ID,
    producerEpoch: NO_EPOCH,
    lastProducerEpoch: NO_EPOCH,
    timeoutMs,
    state: 'Empty',
    partitions: [],
    startedAtMs: -1,
    updatedAtMs: -1,
    clientTransactionVersion: 0,
  }
}

/** Moves a transactional id to another state. Throws InvariantError where the table has no such move. */
export function transitionTo(
  metadata: TransactionMetadata,
  state: TransactionState,
  changes: Partial<TransactionMetadata> = {},
): TransactionMetadata {
  if (!transactionTransitions[metadata.state].includes(state)) {
    throw new InvariantError(
      `transactional id ${metadata.transactionalId} cannot go from ${metadata.state} to ${state}`,
    )
  }
  return { ...metadata, ...changes, state }
}

/**
 * The next epoch for a producer that initialises itself, or the error code that refuses it. `expectedEpoch` is what a producer that
 * wants its epoch bumped says it has (KIP-360).
 */
export function incrementEpoch(
  metadata: TransactionMetadata,
  timeoutMs: number,
  expectedEpoch: number | undefined,
  updatedAtMs: number,
): TransactionMetadata | number {
  const { producerId, producerEpoch, lastProducerEpoch } = metadata
  const change = { timeoutMs, partitions: [], startedAtMs: -1, updatedAtMs, previousProducerId: producerId }
  const reset = { ...change, nextProducerId: NO_ID, clientTransactionVersion: 0 } as const
  const next = producerEpoch + 1
  if (expectedEpoch === undefined) {
    return transitionTo(metadata, 'Empty', { ...reset, producerEpoch: next, lastProducerEpoch: NO_EPOCH })
  }
  if (producerEpoch === NO_EPOCH || expectedEpoch === producerEpoch) {
    return transitionTo(metadata, 'Empty', { ...reset, producerEpoch: next, lastProducerEpoch: producerEpoch })
  }
  // The answer to the same request got lost: it is given again.
  if (expectedEpoch === lastProducerEpoch) return transitionTo(metadata, 'Empty', reset)
  return ErrorCode.PRODUCER_FENCED
}

/** A new producer id with epoch 0, for a producer whose epochs are used up. */
export function rotateProducerId(
  metadata: TransactionMetadata,
  producerId: bigint,
  timeoutMs: number,
  updatedAtMs: number,
  keepLastEpoch: boolean,
): TransactionMetadata {
  return transitionTo(metadata, 'Empty', {
    producerId,
    previousProducerId: metadata.producerId,
    nextProducerId: NO_ID,
    producerEpoch: 0,
    lastProducerEpoch: keepLastEpoch ? metadata.producerEpoch : NO_EPOCH,
    timeoutMs,
    partitions: [],
    startedAtMs: -1,
    updatedAtMs,
    clientTransactionVersion: 0,
  })
}

/** Takes partitions into the transaction, which begins with the first ones. */
export function addPartitions(
  metadata: TransactionMetadata,
  added: readonly TransactionPartition[],
  updatedAtMs: number,
  clientTransactionVersion: TransactionVersion,
): TransactionMetadata {
  const missing = added.filter((partition) => !includesPartition(metadata, partition))
  return transitionTo(metadata, 'Ongoing', {
    partitions: [...metadata.partitions, ...missing],
    startedAtMs: metadata.state === 'Ongoing' ? metadata.startedAtMs : updatedAtMs,
    updatedAtMs,
    clientTransactionVersion,
  })
}

/** Whether the partition takes part in the transaction. */
export function includesPartition(
  { partitions }: TransactionMetadata,
  { topic, partition }: TransactionPartition,
): boolean {
  return partitions.some((other) => other.partition === partition && other.topic === topic)
}

/**
 * Bumps the epoch beyond what any producer has, so that the transaction can be aborted in its place. With the second generation the
 * producer that is fenced may ask for the new epoch by naming its own.
 */
export function fenceProducer(metadata: TransactionMetadata, version: TransactionVersion): TransactionMetadata {
  const { producerEpoch } = metadata
  if (producerEpoch >= 0x7fff) {
    throw new InvariantError(
      `transactional id ${metadata.transactionalId} has no epoch left to fence its producer with`,
    )
  }
  const lastProducerEpoch = bumpsEpoch(version) ? producerEpoch : NO_EPOCH
  return transitionTo(metadata, 'PrepareEpochFence', { producerEpoch: producerEpoch + 1, lastProducerEpoch })
}

/** How a transaction is ended. */
export interface EndChange {
  readonly outcome: 'PrepareCommit' | 'PrepareAbort'
  readonly clientTransactionVersion: TransactionVersion
  /** See TransactionMetadata. */
  readonly nextProducerId: bigint
  readonly updatedAtMs: number
  /** The transaction has no partition: it begins with its end. */
  readonly isEmpty: boolean
}

/** Decides the outcome. A producer of the second generation gets the next epoch with it; one that was fenced has it already. */
export function prepareEnd(metadata: TransactionMetadata, change: EndChange): TransactionMetadata {
  const { outcome, clientTransactionVersion, nextProducerId, updatedAtMs, isEmpty } = change
  const bumps = bumpsEpoch(clientTransactionVersion) && metadata.state !== 'PrepareEpochFence'
  const epoch = bumps
    ? { producerEpoch: metadata.producerEpoch + 1, lastProducerEpoch: metadata.producerEpoch }
    : undefined
  return transitionTo(metadata, outcome, {
    ...epoch,
    nextProducerId,
    clientTransactionVersion,
    updatedAtMs,
    startedAtMs: isEmpty ? updatedAtMs : metadata.startedAtMs,
  })
}

/** Every marker is written. */
export function complete(metadata: TransactionMetadata, updatedAtMs: number): TransactionMetadata {
  const state = metadata.state === 'PrepareCommit' ? 'CompleteCommit' : 'CompleteAbort'
  const { producerId, producerEpoch, nextProducerId, clientTransactionVersion } = metadata
  const bumps = bumpsEpoch(clientTransactionVersion)
  const rotates = bumps && nextProducerId !== NO_ID
  return transitionTo(metadata, state, {
    partitions: [],
    updatedAtMs,
    ...(bumps && { previousProducerId: producerId, nextProducerId: NO_ID }),
    ...(rotates && { producerId: nextProducerId, producerEpoch: 0, lastProducerEpoch: producerEpoch }),
  })
}
