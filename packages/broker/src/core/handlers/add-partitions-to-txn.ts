// AddPartitionsToTxn: 0-3 from clients, 4-5 from brokers, for many transactions at once and also to ask only (KIP-890).
import { ErrorCode } from '@odradek/protocol'
import type { AddPartitionsToTxnRequest } from '@odradek/protocol/messages/add-partitions-to-txn-request'
import type { AddPartitionsToTxnResponse } from '@odradek/protocol/messages/add-partitions-to-txn-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import {
  addPartitionsToTransaction,
  type PartitionsOfTransaction,
  verifyPartitionsOfTransaction,
} from '../transaction/add-partitions.ts'
import { fencingErrorOf } from '../transaction/fencing-error.ts'

type Transaction = AddPartitionsToTxnRequest['transactions'][number]

const FENCED_SINCE = 2
const BATCHED_SINCE = 4

/** Handles AddPartitionsToTxn. */
export function handleAddPartitionsToTxn(
  state: BrokerState,
  request: BrokerRequest<AddPartitionsToTxnRequest>,
): Outcome<AddPartitionsToTxnResponse> {
  const { body, version } = request
  const records: BrokerRecord[] = []
  const offsets = new AppendOffsets()
  if (version >= BATCHED_SINCE) {
    const resultsByTransaction = body.transactions.map((transaction) => ({
      transactionalId: transaction.transactionalId,
      topicResults: resultsOf(transaction, addOne(state, request, transaction, records, offsets)),
    }))
    return answer({ resultsByTransaction }, records)
  }
  const transaction: Transaction = {
    transactionalId: body.v3AndBelowTransactionalId,
    producerId: body.v3AndBelowProducerId,
    producerEpoch: body.v3AndBelowProducerEpoch,
    verifyOnly: false,
    topics: body.v3AndBelowTopics,
  }
  const errors = addOne(state, request, transaction, records, offsets)
  return answer({ resultsByTopicV3AndBelow: resultsOf(transaction, errors) }, records)
}

/** The error codes of a transaction's partitions, in their order. One that fails keeps the others from being added. */
function addOne(
  state: BrokerState,
  { version, receivedAtMs }: BrokerRequest<AddPartitionsToTxnRequest>,
  transaction: Transaction,
  records: BrokerRecord[],
  offsets: AppendOffsets,
): number[] {
  const partitions = transaction.topics.flatMap(({ name: topic, partitions: indexes }) =>
    indexes.map((partition) => ({ topic, partition })),
  )
  const exist = partitions.map(
    ({ topic, partition }) => state.topics.byName(topic)?.partitions[partition] !== undefined,
  )
  if (exist.includes(false)) {
    return exist.map((exists) => (exists ? ErrorCode.OPERATION_NOT_ATTEMPTED : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION))
  }
  const wanted: PartitionsOfTransaction = { ...transaction, partitions }
  if (transaction.verifyOnly) return verifyPartitionsOfTransaction(state, wanted)
  const clientTransactionVersion = version >= BATCHED_SINCE ? 2 : 0
  const result = addPartitionsToTransaction(state, wanted, clientTransactionVersion, receivedAtMs, offsets)
  records.push(...result.records)
  return partitions.map(() => fencingErrorOf(result.errorCode, version, FENCED_SINCE))
}

function resultsOf({ topics }: Transaction, errors: readonly number[]) {
  let position = 0
  return topics.map(({ name, partitions }) => ({
    name,
    resultsByPartition: partitions.map((partitionIndex) => ({
      partitionIndex,
      partitionErrorCode: errors[position++]!,
    })),
  }))
}
