// A broker core with transactional producers of both generations.
import { decodeUtf8 } from '@odradek/bytes'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import type { MessageInput } from '@odradek/protocol'
import type { TxnOffsetCommitRequest } from '@odradek/protocol/messages/txn-offset-commit-request'
import { decodeRecordBatches } from '@odradek/records'
import type { BrokerOptions } from '../../../src/options.ts'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'

/** A transactional id with what its producer believes to have. */
export interface Producer {
  readonly transactionalId: string
  producerId: bigint
  producerEpoch: number
  /** By partition. */
  readonly sequences: Map<string, number>
}

export class TransactionHarness extends CoreHarness {
  constructor(options: BrokerOptions = {}) {
    super(options)
    this.createTopic('t', 2)
    this.get(findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
    this.get(findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
  }

  initRaw(transactionalId: string, { timeoutMs = 60_000, producerId = -1n, producerEpoch = -1, version = 5 } = {}) {
    const request = { transactionalId, transactionTimeoutMs: timeoutMs, producerId, producerEpoch }
    return this.get(initProducerIdApi, version, request)
  }

  init(transactionalId = 'tx', timeoutMs = 60_000): Producer {
    const { errorCode, producerId, producerEpoch } = this.initRaw(transactionalId, { timeoutMs })
    if (errorCode !== 0) throw new Error(`InitProducerId: ${errorCode}`)
    return { transactionalId, producerId, producerEpoch, sequences: new Map() }
  }

  /** AddPartitionsToTxn of the first generation; the error codes. */
  add(producer: Producer, topic = 't', partitions = [0], version = 3): number[] {
    const response = this.get(addPartitionsToTxnApi, version, {
      v3AndBelowTransactionalId: producer.transactionalId,
      v3AndBelowProducerId: producer.producerId,
      v3AndBelowProducerEpoch: producer.producerEpoch,
      v3AndBelowTopics: [{ name: topic, partitions }],
    })
    return response.resultsByTopicV3AndBelow.flatMap(({ resultsByPartition }) =>
      resultsByPartition.map(({ partitionErrorCode }) => partitionErrorCode),
    )
  }

  /** Produces values; the partition's answer. */
  produce(producer: Producer, values: string[], { version = 12, index = 0, topic = 't' } = {}) {
    const { transactionalId, producerId, producerEpoch, sequences } = producer
    const place = `${topic}-${index}`
    const baseSequence = sequences.get(place) ?? 0
    const records = batchOf(values, { producerId, producerEpoch, baseSequence, isTransactional: true })
    const topicData = [{ name: topic, partitionData: [{ index, records }] }]
    const response = this.get(produceApi, version, { transactionalId, acks: -1, topicData })
    const [partition] = response.responses[0]!.partitionResponses
    if (partition!.errorCode === 0) sequences.set(place, baseSequence + values.length)
    return partition!
  }

  end(producer: Producer, committed: boolean, version = 5) {
    const { transactionalId, producerId, producerEpoch } = producer
    const response = this.get(endTxnApi, version, { transactionalId, producerId, producerEpoch, committed })
    if (version >= 5 && response.errorCode === 0) {
      producer.producerId = response.producerId
      producer.producerEpoch = response.producerEpoch
      producer.sequences.clear()
    }
    return response
  }

  addOffsets(producer: Producer, groupId = 'g', version = 3): number {
    const { transactionalId, producerId, producerEpoch } = producer
    return this.get(addOffsetsToTxnApi, version, { transactionalId, producerId, producerEpoch, groupId }).errorCode
  }

  commitOffset(
    producer: Producer,
    committedOffset: bigint,
    { version = 5, groupId = 'g', ...more }: MessageInput<TxnOffsetCommitRequest> & { version?: number } = {},
  ): number {
    const { transactionalId, producerId, producerEpoch } = producer
    const partitions = [{ partitionIndex: 0, committedOffset, committedMetadata: '' }]
    const topics = [{ name: 't', partitions }]
    const request = { transactionalId, groupId, producerId, producerEpoch, topics, ...more }
    return this.get(txnOffsetCommitApi, version, request).topics[0]!.partitions[0]!.errorCode
  }

  committedOffset(groupId = 'g', requireStable = false) {
    const topics = [{ name: 't', partitionIndexes: [0] }]
    const response = this.get(offsetFetchApi, 9, { groups: [{ groupId, topics }], requireStable })
    return response.groups[0]!.topics[0]!.partitions[0]!
  }

  describe(transactionalId = 'tx') {
    return this.get(describeTransactionsApi, 0, { transactionalIds: [transactionalId] }).transactionStates[0]!
  }

  /** What a consumer is sent. */
  fetch(isolationLevel: 0 | 1, { index = 0, topic = 't', offset = 0n } = {}) {
    const partitions = [{ partition: index, fetchOffset: offset, partitionMaxBytes: 1_000_000 }]
    const response = this.get(fetchApi, 12, {
      isolationLevel,
      maxBytes: 1_000_000,
      maxWaitMs: 0,
      sessionEpoch: -1,
      topics: [{ topic, partitions }],
    })
    return response.responses[0]!.partitions[0]!
  }

  /** The values that a consumer would hand out: as Java's, which passes over aborted transactions and control records. */
  consume(isolationLevel: 0 | 1, index = 0): string[] {
    const { records, abortedTransactions } = this.fetch(isolationLevel, { index })
    const starts = [...(abortedTransactions ?? [])].sort((one, other) => Number(one.firstOffset - other.firstOffset))
    const aborted = new Set<bigint>()
    const values: string[] = []
    for (const batch of decodeRecordBatches(records!)) {
      while (starts.length > 0 && starts[0]!.firstOffset <= batch.lastOffset) aborted.add(starts.shift()!.producerId)
      if (batch.isControl) aborted.delete(batch.producerId)
      else if (!(batch.isTransactional && aborted.has(batch.producerId))) {
        for (const record of batch.records()) values.push(decodeUtf8(record.value!))
      }
    }
    return values
  }

  latestOffset(isolationLevel: 0 | 1, partitionIndex = 0): bigint {
    const partitions = [{ partitionIndex, timestamp: -1n }]
    const response = this.get(listOffsetsApi, 5, { replicaId: -1, isolationLevel, topics: [{ name: 't', partitions }] })
    return response.topics[0]!.partitions[0]!.offset
  }
}
