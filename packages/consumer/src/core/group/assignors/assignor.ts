// What a partition assignor is: the part of the classic group protocol that runs in the leader, and that users may replace.
import type { TopicPartition } from '../../topic-partition.ts'

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

/** By topic, for each partition the racks of the brokers that hold a replica of it. Topics without racks may be left out. */
export type PartitionRacks = ReadonlyMap<string, readonly ReadonlySet<string>[]>

/**
 * How a member changes over to a new assignment: `eager` gives everything up before it joins, `cooperative` (KIP-429) keeps what it has
 * and gives up only what the assignment takes away, so that the assignor has to hold back what another member still owns.
 */
export type RebalanceProtocol = 'eager' | 'cooperative'

/** Shares partitions out among the members of a group. Runs at the leader; must give every partition to one member. */
export interface PartitionAssignor {
  /** What the members announce in JoinGroup; all must have one in common. */
  readonly name: string
  /** @default ['eager'] */
  readonly protocols?: readonly RebalanceProtocol[]
  /**
   * `partitionCounts`: partitions of each topic that exists. `racks` lets an assignor place partitions near their readers (KIP-881).
   * The result has an entry for every member.
   */
  assign(
    partitionCounts: ReadonlyMap<string, number>,
    members: readonly GroupMember[],
    racks?: PartitionRacks,
  ): Map<string, TopicPartition[]>
  /** What a member tells the leader's assignor of itself: `last` is what it was assigned last, and when. @default null */
  userData?(last: LastAssignment | undefined): Uint8Array | null
}

/** The assignment that a member got last. */
export interface LastAssignment {
  readonly partitions: readonly TopicPartition[]
  readonly generation: number
}

/** Order of names as Java's String.compareTo has it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Static members first, by instance id; then the others by member id (Java's AbstractPartitionAssignor.MemberInfo). */
export function compareMembers(a: GroupMember, b: GroupMember): number {
  if (a.groupInstanceId !== null && b.groupInstanceId !== null) return compareText(a.groupInstanceId, b.groupInstanceId)
  if (a.groupInstanceId !== null) return -1
  if (b.groupInstanceId !== null) return 1
  return compareText(a.memberId, b.memberId)
}

/** The rack that a member is in; undefined where it does not say. */
export function rackOf({ rackId }: GroupMember): string | undefined {
  return rackId === null || rackId === '' ? undefined : rackId
}

/** Whether racks can make a difference: members and replicas have some in common, and not every partition is in all of them. */
export function racksMatter(
  memberRacks: ReadonlySet<string>,
  partitionRacks: Iterable<ReadonlySet<string> | undefined>,
): boolean {
  const racksOfPartitions = [...partitionRacks]
  const allRacks = new Set<string>()
  for (const racks of racksOfPartitions) for (const rack of racks ?? []) allRacks.add(rack)
  if (![...memberRacks].some((rack) => allRacks.has(rack))) return false
  return racksOfPartitions.some((racks) => racks?.size !== allRacks.size)
}
