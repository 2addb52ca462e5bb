import type { TopicPartition } from '../topic-partition.ts'

/** A member of the group, as the leader's assignor sees it. */
export interface GroupMember {
  readonly memberId: string
  /** Set for static members (KIP-345). */
  readonly groupInstanceId: string | null
  readonly topics: readonly string[]
  /** What the member says it owns (subscription version 1 and later). */
  readonly ownedPartitions: readonly TopicPartition[]
  /** The generation in which it owned that; -1 where it does not say. */
  readonly generationId: number
  readonly rackId: string | null
  readonly userData: Uint8Array | null
}

/** Shares partitions out among the members of a group. Runs at the leader; must give every partition to one member. */
export interface PartitionAssignor {
  /** What the members announce in JoinGroup; all must have one in common. */
  readonly name: string
  /** `partitionCounts`: partitions of each topic that exists. The result has an entry for every member. */
  assign(partitionCounts: ReadonlyMap<string, number>, members: readonly GroupMember[]): Map<string, TopicPartition[]>
}
