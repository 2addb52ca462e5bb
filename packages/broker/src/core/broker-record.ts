// What can happen to a broker's lasting state. Handlers give these out, `BrokerState.apply` carries them out and nothing else
// changes that state, so that applying the same records again rebuilds it.
import type { ClusterRecord } from './cluster/cluster-record.ts'
import type { GroupRecord } from './group/records/group-record.ts'
import type { ShareRecordPlace } from './share/share-coordinator.ts'
import type { ShareStateRecord } from './share/share-state-record.ts'
import type { TransactionMetadata } from './transaction/transaction-metadata.ts'

/** A record batch was appended; its bytes already hold the offsets, the leader epoch and the timestamps of the log. */
export interface BatchAppended {
  readonly type: 'batch-appended'
  readonly topicId: string
  readonly partition: number
  readonly bytes: Uint8Array
}

/** The start of a log moved on: the records before it are gone. */
export interface RecordsDeleted {
  readonly type: 'records-deleted'
  readonly topicId: string
  readonly partition: number
  readonly startOffset: number
}

/** A group's offset for a partition was committed. */
export interface OffsetCommitted {
  readonly type: 'offset-committed'
  readonly groupId: string
  readonly topicId: string
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  /** -1 where the client did not say. */
  readonly leaderEpoch: number
  readonly metadata: string
  /** Wall clock, in ms. */
  readonly commitTimestampMs: number
}

/** A group's committed offset for a partition was taken away: by request, or because it had expired. */
export interface OffsetDeleted {
  readonly type: 'offset-deleted'
  readonly groupId: string
  readonly topicId: string
  readonly topic: string
  readonly partition: number
}

/** A member as it is stored with its group. */
export interface StoredMember {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly clientId: string
  readonly clientHost: string
  readonly rebalanceTimeoutMs: number
  readonly sessionTimeoutMs: number
  /** What the member sent with the chosen protocol. */
  readonly subscription: Uint8Array
  readonly assignment: Uint8Array
}

/** A classic group reached a generation in which every member has its assignment, or lost its last member. */
export interface GroupStored {
  readonly type: 'group-stored'
  readonly groupId: string
  readonly protocolType: string
  readonly generation: number
  readonly protocol: string | null
  readonly leader: string | null
  readonly members: readonly StoredMember[]
  /** When the group came to the state that it is in, by the wall clock, in ms. */
  readonly stateTimestampMs: number
}

/** A group is gone, with its committed offsets. */
export interface GroupDeleted {
  readonly type: 'group-deleted'
  readonly groupId: string
}

/** Records of a group, for its partition of `__consumer_offsets`; in one batch, so that all of them are there or none. */
export interface GroupRecordsWritten {
  readonly type: 'group-records-written'
  readonly groupId: string
  /** Wall clock, in ms. */
  readonly timestampMs: number
  readonly records: GroupRecord[]
}

/** A transactional id gets a new state, once the replicas of `__transaction_state` in sync have the batch that stores it. */
export interface TransactionStored {
  readonly type: 'transaction-stored'
  readonly metadata: TransactionMetadata
  readonly topicId: string
  readonly partition: number
  /** Where the log ends with the batch. */
  readonly endOffset: number
}

/** A share coordinator knows something new; the batch that stores it was appended to `__share_group_state`. */
export interface ShareStateStored {
  readonly type: 'share-state-stored'
  readonly place: ShareRecordPlace
  readonly record: ShareStateRecord
}

/** A transactional id has expired. */
export interface TransactionRemoved {
  readonly type: 'transaction-removed'
  readonly transactionalId: string
}

/** A group's offset was committed within a transaction: it counts when that is committed. */
export interface TransactionOffsetCommitted {
  readonly type: 'transaction-offset-committed'
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly offset: OffsetCommitted
}

/** A producer's transaction ended, and with it the offsets of groups that were committed in it. */
export interface TransactionOffsetsEnded {
  readonly type: 'transaction-offsets-ended'
  readonly producerId: bigint
  readonly committed: boolean
}

/** One change of what one broker holds. */
export type ReplicaRecord =
  | BatchAppended
  | RecordsDeleted
  | OffsetCommitted
  | OffsetDeleted
  | GroupStored
  | GroupDeleted
  | GroupRecordsWritten
  | TransactionStored
  | TransactionRemoved
  | TransactionOffsetCommitted
  | TransactionOffsetsEnded
  | ShareStateStored

/** One change of a broker's lasting state, or of what the cluster knows. */
export type BrokerRecord = ReplicaRecord | ClusterRecord
