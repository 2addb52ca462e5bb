// Keeps groups and committed offsets in `__consumer_offsets`: writes what changes, and reads back the partitions that this broker comes to lead.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import type { BrokerConfig } from '../broker-config.ts'
import type {
  BatchAppended,
  GroupDeleted,
  OffsetCommitted,
  OffsetDeleted,
  TransactionOffsetCommitted,
} from '../broker-record.ts'
import type { ClusterRecord, TopicDeleted } from '../cluster/cluster-record.ts'
import type { ClusterState } from '../cluster/cluster-state.ts'
import type { GroupCoordinator } from './group-coordinator.ts'
import { GroupEffects } from './group-effects.ts'
import { groupTombstones } from './group-tombstones.ts'
import { expiredOffsets } from './offset-expiry.ts'
import type { OffsetStore } from './offset-store.ts'
import { type OffsetsTopic, type OffsetsTopicReader, readBatch, type TransactionalProducer } from './offsets-topic.ts'
import type { GroupRecord } from './records/group-record.ts'
import { groupStoredRecord, offsetOf, offsetRecord, offsetTombstone } from './records/stored-group.ts'
import type { GroupStateRecord } from './group-state-record.ts'

/** What persistence works on. */
export interface PersistenceParts {
  readonly config: BrokerConfig
  readonly cluster: ClusterState
  readonly topic: OffsetsTopic
  readonly groups: GroupCoordinator
  readonly offsets: OffsetStore
}

/** The lasting side of a broker's groups. */
export class GroupPersistence {
  readonly #cluster: ClusterState
  readonly #topic: OffsetsTopic
  readonly #groups: GroupCoordinator
  readonly #offsets: OffsetStore
  readonly #config: BrokerConfig
  #nextExpiryMs: number

  constructor({ config, cluster, topic, groups, offsets }: PersistenceParts) {
    this.#config = config
    this.#nextExpiryMs = config.offsetsRetentionCheckIntervalMs
    this.#cluster = cluster
    this.#topic = topic
    this.#groups = groups
    this.#offsets = offsets
  }

  /** Carries out a change, and writes the records that store it. */
  apply(record: GroupStateRecord): void {
    const { groupId } = record
    switch (record.type) {
      case 'offset-committed':
        this.#commit(record)
        return this.#write(groupId, [offsetRecord(record)])
      case 'offset-deleted':
        this.#offsets.remove(groupId, record.topicId, record.partition)
        return this.#write(groupId, [offsetTombstone(groupId, record.topic, record.partition)])
      case 'group-stored':
        this.#groups.restore(record)
        return this.#write(groupId, [groupStoredRecord(record, record.stateTimestampMs)])
      case 'group-deleted': {
        const group = this.#groups.group(groupId)
        const tombstones = this.#offsetTombstones(groupId)
        if (group !== undefined) tombstones.push(...groupTombstones(group))
        this.#offsets.removeGroup(groupId)
        this.#groups.remove(groupId)
        return this.#write(groupId, tombstones)
      }
      case 'group-records-written':
        this.#groups.apply(record)
        return this.#topic.write(groupId, record.records, record.timestampMs)
    }
  }

  /** Keeps an offset till its transaction ends, which a marker in the group's partition says. */
  commitInTransaction(record: TransactionOffsetCommitted): void {
    const { offset, producerId, producerEpoch } = record
    this.#groups.ensureGroup(offset.groupId)
    this.#offsets.commitInTransaction(record)
    const producer = { producerId, producerEpoch }
    this.#topic.write(offset.groupId, [offsetRecord(offset)], offset.commitTimestampMs, producer)
  }

  /** A batch was appended by someone else: a marker ends a transaction. */
  onAppended({ topicId, bytes }: BatchAppended): void {
    if (!this.#topic.isOffsetsTopic(topicId)) return
    readBatch(bytes, { onRecord: () => {}, onTransactionEnd: (...end) => this.#endTransaction(...end) })
  }

  #endTransaction(producerId: bigint, committed: boolean): void {
    this.#offsets.endTransaction({ type: 'transaction-offsets-ended', producerId, committed })
  }

  #commit(offset: OffsetCommitted): void {
    this.#groups.ensureGroup(offset.groupId)
    this.#offsets.commit(offset)
  }

  #write(groupId: string, records: readonly GroupRecord[]): void {
    this.#topic.write(groupId, records, this.#groups.wallClockMs)
  }

  #offsetTombstones(groupId: string): GroupRecord[] {
    return [...this.#offsets.ofGroup(groupId)].map(({ topic, partition }) => offsetTombstone(groupId, topic, partition))
  }

  /** When to look for expired offsets; Infinity where there are none at all. */
  get nextDeadlineMs(): number {
    return this.#offsets.isEmpty ? Infinity : this.#nextExpiryMs
  }

  /** Whether what is written of a group can be stored. */
  canStore(groupId: string): boolean {
    return this.#topic.canStore(groupId)
  }

  /** What takes expired offsets away, and groups that are left with nothing. Those that cannot be stored are found again the next time. */
  onTime(nowMs: number): (OffsetDeleted | GroupDeleted)[] {
    if (nowMs < this.nextDeadlineMs) return []
    this.#nextExpiryMs = nowMs + this.#config.offsetsRetentionCheckIntervalMs
    const retentionMs = this.#config.offsetsRetentionMinutes * 60_000
    const wallClockMs = this.#groups.wallClockAt(nowMs)
    return [...this.#offsets.groupIds()].flatMap((groupId) => {
      const group = this.#groups.group(groupId)
      if (group === undefined || !this.canStore(groupId)) return []
      const expired = expiredOffsets(group, this.#offsets, wallClockMs, retentionMs)
      const areAll = expired.length === [...this.#offsets.ofGroup(groupId)].length
      const isDone = areAll && group.state === 'Empty' && !this.#offsets.hasPendingOf(groupId)
      return isDone ? [...expired, { type: 'group-deleted' as const, groupId }] : expired
    })
  }

  /** Appends what was written since the last time. */
  flush(): void {
    this.#topic.flush()
  }

  /** The cluster has changed: partitions may have come under this broker's care; offsets of a topic that is gone go with it. */
  onClusterRecord(record: ClusterRecord): void {
    this.#topic.onClusterRecord(record)
    if (record.type === 'topic-deleted') this.#onTopicDeleted(record)
  }

  #onTopicDeleted({ topicId }: TopicDeleted): void {
    for (const { groupId, topic, partition } of this.#offsets.removeTopic(topicId)) {
      this.#write(groupId, [offsetTombstone(groupId, topic, partition)])
    }
  }

  /** Whether `settle` has something to do. */
  get isUnsettled(): boolean {
    return this.#topic.isChanged
  }

  /** Reads the partitions that this broker has come to lead, and lets go of those that it leads no more. */
  settle(nowMs: number, effects: GroupEffects): void {
    const { gained, lost } = this.#topic.takeChanges()
    if (lost.length > 0) {
      const gone = new Set(lost)
      const isGone = (groupId: string) => {
        const partition = this.#topic.partitionOf(groupId)
        return partition === undefined || gone.has(partition)
      }
      this.#groups.unload(isGone, effects)
      for (const groupId of [...this.#offsets.groupIds()]) if (isGone(groupId)) this.#offsets.removeGroup(groupId)
    }
    for (const partition of gained) this.#load(partition, nowMs)
  }

  #load(partition: number, nowMs: number): void {
    const touched = new Set<string>()
    const reader: OffsetsTopicReader = {
      onRecord: (record, producer) => {
        touched.add(this.#onRecord(record, producer))
      },
      onTransactionEnd: (...end) => this.#endTransaction(...end),
    }
    this.#topic.read(partition, reader)
    for (const groupId of this.#offsets.groupIds()) if (touched.has(groupId)) this.#groups.ensureGroup(groupId)
    this.#groups.onLoaded(touched, nowMs)
  }

  /** Takes a group back to what is stored of it: a change of it could not be stored. Whoever waits is to try again. */
  reload(groupId: string, nowMs: number): GroupEffects {
    const effects = new GroupEffects()
    const partition = this.#topic.partitionOf(groupId)
    if (partition === undefined) return effects
    this.#groups.unload((id) => id === groupId, effects, ErrorCode.COORDINATOR_NOT_AVAILABLE)
    const onRecord = (record: GroupRecord) => {
      if (record.type !== 'offsetCommit' && groupIdOf(record) === groupId) this.#groups.replay(record)
    }
    this.#topic.read(partition, { onRecord, onTransactionEnd: () => {} })
    if (this.#offsets.hasGroup(groupId)) this.#groups.ensureGroup(groupId)
    this.#groups.onLoaded([groupId], nowMs)
    return effects
  }

  /** Takes over a record that was read, and gives back whose it is. */
  #onRecord(record: GroupRecord, producer: TransactionalProducer | undefined): string {
    if (record.type === 'offsetCommit') this.#onOffset(record, producer)
    else this.#groups.replay(record)
    return groupIdOf(record)
  }

  #onOffset(
    { key, value }: Extract<GroupRecord, { type: 'offsetCommit' }>,
    producer: TransactionalProducer | undefined,
  ): void {
    if (value === null) {
      const topicId = this.#cluster.topics.byName(key.topic)?.topicId
      if (topicId !== undefined) this.#offsets.remove(key.group, topicId, key.partition)
      return
    }
    const stored = offsetOf(key, value)
    // Kafkas before 4.1 did not store topic ids.
    const topicId = stored.topicId === ZERO_UUID ? this.#cluster.topics.byName(key.topic)?.topicId : stored.topicId
    if (topicId === undefined) return
    const offset = { ...stored, topicId }
    if (producer === undefined) this.#offsets.commit(offset)
    else this.#offsets.commitInTransaction({ type: 'transaction-offset-committed', ...producer, offset })
  }
}

function groupIdOf(record: GroupRecord): string {
  const isClassic = record.type === 'offsetCommit' || record.type === 'groupMetadata'
  return isClassic ? record.key.group : record.key.groupId
}
