// The records of `__transaction_state`: one key per transactional id, whose last value holds (Kafka's TransactionLog).
import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'
import type { MessageCodec, MessageInput } from '@odradek/protocol'
import { transactionLogKey } from '@odradek/protocol/messages/transaction-log-key'
import { type TransactionLogValue, transactionLogValue } from '@odradek/protocol/messages/transaction-log-value'
import { RecordBatchBuilder } from '@odradek/records'
import type { TransactionMetadata, TransactionPartition, TransactionVersion } from './transaction-metadata.ts'
import { transactionStates } from './transaction-state.ts'

/** Where a batch goes. */
export interface LogPlace {
  readonly offset: number
  readonly leaderEpoch: number
  /** Wall clock, in ms. */
  readonly timestampMs: number
}

/** The batch that stores a transactional id. From transaction.version 1 on its value has tagged fields (KIP-890). */
export function encodeTransaction(
  metadata: TransactionMetadata,
  feature: TransactionVersion,
  place: LogPlace,
): Uint8Array {
  const value = versioned(transactionLogValue, feature >= 1 ? 1 : 0, valueOf(metadata, feature))
  return batchOf([[keyOf(metadata.transactionalId), value]], place)
}

/** The batch that removes transactional ids. */
export function encodeTombstones(transactionalIds: readonly string[], place: LogPlace): Uint8Array {
  return batchOf(
    transactionalIds.map((id) => [keyOf(id), null]),
    place,
  )
}

function batchOf(records: readonly (readonly [Uint8Array, Uint8Array | null])[], place: LogPlace): Uint8Array {
  const builder = new RecordBatchBuilder({ initialCapacity: 256 })
  for (const [key, value] of records) builder.append(place.timestampMs, key, value)
  return builder.build({ baseOffset: BigInt(place.offset), partitionLeaderEpoch: place.leaderEpoch })
}

function keyOf(transactionalId: string): Uint8Array {
  return versioned(transactionLogKey, 0, { transactionalId })
}

function versioned<T>(codec: MessageCodec<T>, version: number, message: MessageInput<T>): Uint8Array {
  const writer = new ByteWriter(64)
  writer.writeInt16(version)
  codec.encode(writer, message, version)
  return writer.bytes().slice()
}

function valueOf(metadata: TransactionMetadata, feature: TransactionVersion): MessageInput<TransactionLogValue> {
  const { state, producerId, producerEpoch, previousProducerId, nextProducerId } = metadata
  return {
    producerId,
    producerEpoch,
    transactionTimeoutMs: metadata.timeoutMs,
    transactionStatus: transactionStates.indexOf(state),
    transactionPartitions: state === 'Empty' ? null : byTopic(metadata.partitions),
    transactionLastUpdateTimestampMs: BigInt(metadata.updatedAtMs),
    transactionStartTimestampMs: BigInt(metadata.startedAtMs),
    ...(feature >= 1 && {
      previousProducerId,
      nextProducerId,
      clientTransactionVersion: metadata.clientTransactionVersion,
    }),
  }
}

/** The partitions as messages name them: by topic. */
export function byTopic(
  partitions: readonly TransactionPartition[],
): { readonly topic: string; readonly partitionIds: number[] }[] {
  const topics = new Map<string, number[]>()
  for (const { topic, partition } of partitions) {
    const ids = topics.get(topic)
    if (ids === undefined) topics.set(topic, [partition])
    else ids.push(partition)
  }
  return [...topics].map(([topic, partitionIds]) => ({ topic, partitionIds }))
}

/** What a record of the log says: the state of an id, or that there is none any more. */
export interface TransactionLogEntry {
  readonly transactionalId: string
  readonly metadata: TransactionMetadata | undefined
}

/**
 * Reads a record; undefined for one of a later Kafka, whose key is not known. Throws DecodeError where it is malformed.
 * The last epoch before a bump is not stored.
 */
export function decodeTransaction(key: Uint8Array, value: Uint8Array | null): TransactionLogEntry | undefined {
  const keyReader = new ByteReader(key)
  if (keyReader.readInt16() !== 0) return undefined
  const { transactionalId } = transactionLogKey.decode(keyReader, 0)
  if (value === null) return { transactionalId, metadata: undefined }
  const reader = new ByteReader(value)
  const stored = transactionLogValue.decode(reader, reader.readInt16())
  const state = transactionStates[stored.transactionStatus]
  if (state === undefined) throw new DecodeError('malformed', `status ${stored.transactionStatus} of a transaction`, 0)
  const partitions = (stored.transactionPartitions ?? []).flatMap(({ topic, partitionIds }) =>
    partitionIds.map((partition) => ({ topic, partition })),
  )
  const metadata: TransactionMetadata = {
    transactionalId,
    producerId: stored.producerId,
    previousProducerId: stored.previousProducerId,
    nextProducerId: stored.nextProducerId,
    producerEpoch: stored.producerEpoch,
    lastProducerEpoch: -1,
    timeoutMs: stored.transactionTimeoutMs,
    state,
    partitions,
    startedAtMs: Number(stored.transactionStartTimestampMs),
    updatedAtMs: Number(stored.transactionLastUpdateTimestampMs),
    clientTransactionVersion: stored.clientTransactionVersion as TransactionVersion,
  }
  return { transactionalId, metadata }
}
