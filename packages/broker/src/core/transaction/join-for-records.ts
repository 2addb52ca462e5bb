// What Produce does before it appends records of a transaction: their partitions must take part in it (KIP-890).
import { ErrorCode } from '@odradek/protocol'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import { RecordBatch } from '@odradek/records'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { emulatedRelease } from '../emulation/emulated-release.ts'
import { type BrokerRequest, partitionKey } from '../request.ts'
import { joinTransaction } from './join-transaction.ts'
import type { ProducerIdAndEpoch, TransactionPartition } from './transaction-metadata.ts'

/** The partitions whose records may not be appended, by `partitionKey`, with why; and what changes. */
export interface JoinedForRecords {
  readonly errors: ReadonlyMap<string, number>
  readonly records: readonly BrokerRecord[]
}

interface TransactionalBatch extends TransactionPartition, ProducerIdAndEpoch {
  readonly key: string
}

const TOPIC_IDS_SINCE = 13
const ABORTABLE_SINCE = 11
const ADDS_PARTITION_SINCE = 12
const BATCH_HEADER_SIZE = 61

/** Whether any of the request's records are of a transaction. */
export function hasTransactionalRecords({ topicData }: ProduceRequest): boolean {
  return topicData.some(({ partitionData }) =>
    partitionData.some(({ records }) => batchIn(records)?.isTransactional === true),
  )
}

/** Asks the coordinator for all partitions of the request at once in which the transaction has no records yet. */
export function joinForRecords(state: BrokerState, request: BrokerRequest<ProduceRequest>): JoinedForRecords {
  const { version, body, receivedAtMs } = request
  const batches = unverifiedBatches(state, request)
  const [first] = batches
  if (first === undefined || body.transactionalId === null) return { errors: new Map(), records: [] }
  const { producerId, producerEpoch } = first
  if (batches.some((other) => other.producerId !== producerId)) {
    return { errors: new Map(batches.map(({ key }) => [key, ErrorCode.INVALID_PRODUCER_ID_MAPPING])), records: [] }
  }
  const wanted = { transactionalId: body.transactionalId, producerId, producerEpoch, partitions: batches }
  const support = version >= ADDS_PARTITION_SINCE ? 'add' : version >= ABORTABLE_SINCE ? 'abortable' : 'verify'
  const { errorCodes, records } = joinTransaction(state, wanted, support, receivedAtMs)
  const failed = batches.map(({ key }, index) => [key, errorCodes[index]!] as const)
  return { errors: new Map(failed.filter(([, errorCode]) => errorCode !== ErrorCode.NONE)), records }
}

function unverifiedBatches(
  state: BrokerState,
  { version, body, receivedAtMs }: BrokerRequest<ProduceRequest>,
): TransactionalBatch[] {
  const { emulate, transactionPartitionVerificationEnable: isVerifying } = state.config
  if (!isVerifying || emulatedRelease(emulate).verifies === 'nothing') return []
  const found = new Map<string, TransactionalBatch>()
  for (const { name, topicId, partitionData } of body.topicData) {
    const topic = state.topics.find(name, topicId, version >= TOPIC_IDS_SINCE)
    if (topic === undefined) continue
    for (const { index: partition, records } of partitionData) {
      const batch = batchIn(records)
      const log = state.replicas.find(topic.topicId, partition)?.log
      if (log === undefined || batch === undefined || !batch.isTransactional) continue
      const { producerId, producerEpoch } = batch
      if (log.producers.hasOpenTransaction(producerId, producerEpoch)) continue
      log.producers.startVerification(batch, version >= ADDS_PARTITION_SINCE, receivedAtMs)
      const key = partitionKey(topic.topicId, partition)
      found.set(key, { key, topic: topic.name, partition, producerId, producerEpoch })
    }
  }
  return [...found.values()]
}

function batchIn(bytes: Uint8Array | null): RecordBatch | undefined {
  if (bytes === null || bytes.length < BATCH_HEADER_SIZE) return undefined
  const batch = new RecordBatch(bytes)
  return batch.magic === 2 ? batch : undefined
}
