// The requests of a transaction, of both generations of the protocol (KIP-98, KIP-447, KIP-890), and their answers as one list of error codes.
import type { AnyUnsentRequest, UnsentRequest } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import type { AddOffsetsToTxnRequest } from '@odradek/protocol/messages/add-offsets-to-txn-request'
import type { AddOffsetsToTxnResponse } from '@odradek/protocol/messages/add-offsets-to-txn-response'
import type { AddPartitionsToTxnRequest } from '@odradek/protocol/messages/add-partitions-to-txn-request'
import type { AddPartitionsToTxnResponse } from '@odradek/protocol/messages/add-partitions-to-txn-response'
import type { EndTxnRequest } from '@odradek/protocol/messages/end-txn-request'
import type { EndTxnResponse } from '@odradek/protocol/messages/end-txn-response'
import type { InitProducerIdRequest } from '@odradek/protocol/messages/init-producer-id-request'
import type { InitProducerIdResponse } from '@odradek/protocol/messages/init-producer-id-response'
import type { TxnOffsetCommitRequest } from '@odradek/protocol/messages/txn-offset-commit-request'
import type { TxnOffsetCommitResponse } from '@odradek/protocol/messages/txn-offset-commit-response'

import type { ProducerIdAndEpoch } from './producer-identity.ts'

/** A consumed position that is committed with a transaction. */
export interface TransactionOffset {
  readonly topic: string
  readonly partition: number
  /** The offset of the next record to be read. */
  readonly offset: bigint
  /** -1 or left out: not known. */
  readonly leaderEpoch?: number
  readonly metadata?: string | null
}

/** Who consumed (KIP-447): with it a member that was replaced cannot commit any more. */
export interface ConsumerGroupMetadata {
  readonly groupId: string
  /** The generation (classic groups) or the member epoch (KIP-848); -1 or left out: not a member. */
  readonly generationId?: number
  readonly memberId?: string
  readonly groupInstanceId?: string | null
}

/** One part of an answer. Errors that concern no partition have none. */
export interface AnswerPart {
  readonly errorCode: number
  readonly topic?: string
  readonly partition?: number
}

/** What a broker answered. */
export interface TransactionAnswer {
  readonly api: string
  readonly parts: readonly AnswerPart[]
  /** The producer id and epoch from now on, where the answer names them. */
  readonly identity?: ProducerIdAndEpoch | undefined
}

/** What all requests of a transaction have in common. */
export interface TransactionRequestContext {
  readonly nodeId: number
  readonly transactionalId: string
  readonly timeoutMs: number
  /** Undefined before the first InitProducerId. */
  readonly identity: ProducerIdAndEpoch | undefined
  /** Whether the cluster has transaction.version 2 (KIP-890). */
  readonly isVersion2: boolean
  readonly onAnswer: (answer: TransactionAnswer, nowMs: number) => void
  readonly onFailure: (error: KafkaError, nowMs: number) => void
}

const NO_IDENTITY: ProducerIdAndEpoch = { producerId: -1n, epoch: -1 }

type Common = Pick<AnyUnsentRequest, 'destination' | 'timeoutMs' | 'onFailure'>

function common({ nodeId, timeoutMs, onFailure }: TransactionRequestContext): Common {
  return { destination: { nodeId, channel: 'coordinator' }, timeoutMs, onFailure }
}

/** Asks for a producer id, or for the next epoch of the one that is there (KIP-360; needs version 3). */
export function initProducerIdRequest(
  context: TransactionRequestContext,
  transactionTimeoutMs: number,
): UnsentRequest<InitProducerIdRequest, InitProducerIdResponse> {
  const { transactionalId, identity, onAnswer } = context
  const known = identity === undefined ? {} : { producerId: identity.producerId, producerEpoch: identity.epoch }
  return {
    ...common(context),
    api: initProducerIdApi,
    ...(identity === undefined ? {} : { minVersion: 3 }),
    request: { transactionalId, transactionTimeoutMs, ...known },
    onResponse({ errorCode, producerId, producerEpoch }, _version, nowMs) {
      const given = { producerId, epoch: producerEpoch }
      onAnswer({ api: 'InitProducerId', parts: [{ errorCode }], identity: given }, nowMs)
    },
  }
}

/** Makes partitions part of the transaction (first protocol only: with the second Produce does that). */
export function addPartitionsRequest(
  context: TransactionRequestContext,
  partitions: ReadonlyMap<string, ReadonlySet<number>>,
): UnsentRequest<AddPartitionsToTxnRequest, AddPartitionsToTxnResponse> {
  const { transactionalId, identity = NO_IDENTITY, onAnswer } = context
  return {
    ...common(context),
    api: addPartitionsToTxnApi,
    // From version 4 on it is for brokers.
    maxVersion: 3,
    request: {
      v3AndBelowTransactionalId: transactionalId,
      v3AndBelowProducerId: identity.producerId,
      v3AndBelowProducerEpoch: identity.epoch,
      v3AndBelowTopics: [...partitions].map(([name, each]) => ({ name, partitions: [...each] })),
    },
    onResponse({ resultsByTopicV3AndBelow }, _version, nowMs) {
      const parts = resultsByTopicV3AndBelow.flatMap(({ name, resultsByPartition }) =>
        resultsByPartition.map(({ partitionIndex, partitionErrorCode }) => ({
          errorCode: partitionErrorCode,
          topic: name,
          partition: partitionIndex,
        })),
      )
      onAnswer({ api: 'AddPartitionsToTxn', parts }, nowMs)
    },
  }
}

/** Makes a group's offsets part of the transaction (first protocol only). */
export function addOffsetsRequest(
  context: TransactionRequestContext,
  groupId: string,
): UnsentRequest<AddOffsetsToTxnRequest, AddOffsetsToTxnResponse> {
  const { transactionalId, identity = NO_IDENTITY, onAnswer } = context
  return {
    ...common(context),
    api: addOffsetsToTxnApi,
    request: { transactionalId, producerId: identity.producerId, producerEpoch: identity.epoch, groupId },
    onResponse: ({ errorCode }, _version, nowMs) => onAnswer({ api: 'AddOffsetsToTxn', parts: [{ errorCode }] }, nowMs),
  }
}

/** Commits a group's offsets within the transaction; goes to the group's coordinator. */
export function txnOffsetCommitRequest(
  context: TransactionRequestContext,
  group: ConsumerGroupMetadata,
  offsets: readonly TransactionOffset[],
): UnsentRequest<TxnOffsetCommitRequest, TxnOffsetCommitResponse> {
  const { transactionalId, identity = NO_IDENTITY, isVersion2, onAnswer } = context
  const { groupId, generationId = -1, memberId = '', groupInstanceId = null } = group
  const isMember = generationId >= 0 || memberId !== '' || groupInstanceId !== null
  return {
    ...common(context),
    api: txnOffsetCommitApi,
    // A broker that cannot check the member (before Kafka 2.5) would let one that was replaced commit.
    minVersion: isVersion2 ? 5 : isMember ? 3 : 0,
    ...(isVersion2 ? {} : { maxVersion: 4 }),
    request: (version) => ({
      transactionalId,
      groupId,
      producerId: identity.producerId,
      producerEpoch: identity.epoch,
      ...(version >= 3 ? { generationId, memberId, groupInstanceId } : {}),
      topics: offsetTopics(offsets),
    }),
    onResponse({ topics }, _version, nowMs) {
      const parts = topics.flatMap(({ name, partitions }) =>
        partitions.map(({ partitionIndex, errorCode }) => ({ errorCode, topic: name, partition: partitionIndex })),
      )
      onAnswer({ api: 'TxnOffsetCommit', parts }, nowMs)
    },
  }
}

/** Ends the transaction. With the second protocol the answer brings the next epoch. */
export function endTxnRequest(
  context: TransactionRequestContext,
  committed: boolean,
): UnsentRequest<EndTxnRequest, EndTxnResponse> {
  const { transactionalId, identity = NO_IDENTITY, isVersion2, onAnswer } = context
  return {
    ...common(context),
    api: endTxnApi,
    ...(isVersion2 ? { minVersion: 5 } : { maxVersion: 4 }),
    request: { transactionalId, producerId: identity.producerId, producerEpoch: identity.epoch, committed },
    onResponse({ errorCode, producerId, producerEpoch }, version, nowMs) {
      const next = version >= 5 && producerId >= 0n ? { producerId, epoch: producerEpoch } : undefined
      onAnswer({ api: 'EndTxn', parts: [{ errorCode }], identity: next }, nowMs)
    },
  }
}

function offsetTopics(offsets: readonly TransactionOffset[]): TxnOffsetCommitRequest['topics'] {
  const topics = new Map<string, TxnOffsetCommitRequest['topics'][number]>()
  for (const { topic, partition, offset, leaderEpoch = -1, metadata = null } of offsets) {
    const named = topics.get(topic) ?? { name: topic, partitions: [] }
    topics.set(topic, named)
    named.partitions.push({
      partitionIndex: partition,
      committedOffset: offset,
      committedLeaderEpoch: leaderEpoch,
      committedMetadata: metadata,
    })
  }
  return [...topics.values()]
}
