// `__consumer_offsets`: what changes in groups is appended to the partition of the group, and read back by whoever comes to lead it.
import { InvariantError } from '@odradek/protocol'
import { decodeControlRecordKey, RecordBatch, RecordBatchBuilder } from '@odradek/records'
import type { ClusterRecord } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import { coordinatorPartition } from '../cluster/coordinator-partition.ts'
import { type LeadershipChanges, LedPartitions } from '../cluster/led-partitions.ts'
import type { Replica } from '../replication/replica.ts'
import type { ReplicaStore } from '../replication/replica-store.ts'
import type { Topic } from '../topics/topic-store.ts'
import { decodeGroupRecord, encodeGroupRecord, type GroupRecord } from './records/group-record.ts'

/** The producer whose transaction records belong to. */
export interface TransactionalProducer {
  readonly producerId: bigint
  readonly producerEpoch: number
}

/** What a log says while it is read. */
export interface OffsetsTopicReader {
  /** A record; with a producer where it only counts if that one's transaction is committed. */
  onRecord(record: GroupRecord, producer: TransactionalProducer | undefined): void
  /** A transaction has ended. */
  onTransactionEnd(producerId: bigint, isCommitted: boolean): void
}

interface Pending {
  readonly groupId: string
  readonly producer: TransactionalProducer | undefined
  readonly records: GroupRecord[]
  readonly timestampMs: number
}

const TOPIC = '__consumer_offsets'

/** A broker's part of `__consumer_offsets`. */
export class OffsetsTopic {
  readonly #partitions: LedPartitions
  readonly #replicas: ReplicaStore
  #pending: Pending[] = []

  constructor(brokerId: number, cluster: ClusterState, replicas: ReplicaStore) {
    this.#partitions = new LedPartitions(brokerId, cluster, TOPIC)
    this.#replicas = replicas
  }

  get #topic(): Topic | undefined {
    return this.#partitions.topic
  }

  /** The partition of a group; undefined as long as the topic does not exist. */
  partitionOf(groupId: string): number | undefined {
    const topic = this.#topic
    return topic === undefined ? undefined : coordinatorPartition(groupId, topic.partitions.length)
  }

  /** Whether a batch that is appended to a topic concerns groups. */
  isOffsetsTopic(topicId: string): boolean {
    return this.#topic?.topicId === topicId
  }

  onClusterRecord(record: ClusterRecord): void {
    this.#partitions.onClusterRecord(record)
  }

  /** Whether `takeChanges` may have something to tell. */
  get isChanged(): boolean {
    return this.#partitions.isChanged
  }

  /** Which partitions this broker has come to lead, and which it leads no more. */
  takeChanges(): LeadershipChanges {
    return this.#partitions.takeChanges()
  }

  /** Takes records of a group, which `flush` appends. */
  write(groupId: string, records: readonly GroupRecord[], timestampMs: number, producer?: TransactionalProducer): void {
    if (records.length === 0) return
    const last = this.#pending.at(-1)
    const isSame = last?.groupId === groupId && last.producer?.producerId === producer?.producerId
    if (last !== undefined && isSame) last.records.push(...records)
    else this.#pending.push({ groupId, producer, records: [...records], timestampMs })
  }

  /** Whether what is written of a group can be stored: not below min.insync.replicas. */
  canStore(groupId: string): boolean {
    return this.#replicaOf(groupId)?.isUnderMinIsr !== true
  }

  /** Appends what was written, as one batch for each run of records of a group. What is below min.insync.replicas is put off. */
  flush(): void {
    if (this.#pending.length === 0) return
    const pending = this.#pending
    this.#pending = []
    for (const entry of pending) {
      const replica = this.#replicaOf(entry.groupId)
      if (replica?.isLeader !== true) continue
      if (replica.isUnderMinIsr) {
        this.#pending.push(entry)
        continue
      }
      replica.append(encodeBatch(entry, replica))
      this.#replicas.touch(replica.topicId, replica.partition)
    }
  }

  #replicaOf(groupId: string): Replica | undefined {
    const partition = this.partitionOf(groupId)
    return partition === undefined ? undefined : this.#replicas.find(this.#topic!.topicId, partition)
  }

  /** Reads all that a partition holds. */
  read(partition: number, reader: OffsetsTopicReader): void {
    const topic = this.#topic
    const replica = topic === undefined ? undefined : this.#replicas.find(topic.topicId, partition)
    if (replica === undefined) throw new InvariantError(`this broker has no partition ${partition} of ${TOPIC}`)
    for (const { bytes } of replica.log.batchesFrom(replica.log.startOffset)) readBatch(bytes, reader)
  }
}

function encodeBatch({ records, producer, timestampMs }: Pending, { log, leaderEpoch }: Replica): Uint8Array {
  const builder = new RecordBatchBuilder({ initialCapacity: 512 })
  for (const record of records) {
    const { key, value } = encodeGroupRecord(record)
    builder.append(timestampMs, key, value)
  }
  const baseOffset = BigInt(log.endOffset)
  const header = { baseOffset, partitionLeaderEpoch: leaderEpoch }
  const bytes =
    producer === undefined ? builder.build(header) : builder.build({ ...header, ...producer, isTransactional: true })
  return bytes.slice()
}

/** Tells a reader what a batch says. */
export function readBatch(bytes: Uint8Array, reader: OffsetsTopicReader): void {
  const batch = new RecordBatch(bytes)
  const { producerId, producerEpoch } = batch
  const producer = batch.isTransactional ? { producerId, producerEpoch } : undefined
  for (const { key, value } of batch.records()) {
    if (key === null) continue
    if (batch.isControl) {
      const { type } = decodeControlRecordKey(key)
      if (type === 'commit' || type === 'abort') reader.onTransactionEnd(producerId, type === 'commit')
      continue
    }
    const record = decodeGroupRecord({ key, value })
    if (record !== undefined) reader.onRecord(record, producer)
  }
}
