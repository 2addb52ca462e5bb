import type { TopicPartition } from '../../topic-partition.ts'
import type { GroupMember, PartitionAssignor, PartitionRacks } from './assignor.ts'
import { assignConstrained, type StickyAssignment } from './sticky/constrained-assignment.ts'
import { assignGenerally } from './sticky/general-assignment.ts'
import { stickyInput } from './sticky/sticky-input.ts'
import {
  decodeGeneration,
  decodeStickyUserData,
  encodeGeneration,
  encodeStickyUserData,
  type PreviousOwnership,
} from './sticky/sticky-user-data.ts'

/**
 * Shares that are as equal as can be, and of all such the one that moves the fewest partitions (KIP-54). Everything is given up during
 * a rebalance all the same; `cooperative-sticky` keeps it. As StickyAssignor of Kafka 4.3.
 */
export const stickyAssignor: PartitionAssignor = {
  name: 'sticky',

  assign(partitionCounts, members, racks = new Map()) {
    const { assignment } = assignSticky(partitionCounts, members, racks, ({ userData }) =>
      decodeStickyUserData(userData),
    )
    return assignment
  },

  userData: (last) => (last === undefined ? null : encodeStickyUserData(last.partitions, last.generation)),
}

/**
 * The same shares as `sticky`, over cooperative rebalances (KIP-429): a partition that another member still owns is held back until
 * that one has given it up, and comes with the rebalance that follows. As CooperativeStickyAssignor of Kafka 4.3.
 */
export const cooperativeStickyAssignor: PartitionAssignor = {
  name: 'cooperative-sticky',
  protocols: ['cooperative', 'eager'],

  assign(partitionCounts, members, racks = new Map()) {
    const { assignment, transferred } = assignSticky(partitionCounts, members, racks, ownershipInSubscription)
    if (transferred !== undefined) {
      for (const [tp, memberId] of transferred) withhold(assignment, memberId, tp)
    } else holdBackOwned(assignment, members)
    return assignment
  },

  userData: (last) => encodeGeneration(last?.generation ?? -1),
}

function assignSticky(
  partitionCounts: ReadonlyMap<string, number>,
  members: readonly GroupMember[],
  racks: PartitionRacks,
  previousOf: (member: GroupMember) => PreviousOwnership,
): StickyAssignment {
  if (members.length === 0) return { assignment: new Map(), transferred: undefined }
  const input = stickyInput(partitionCounts, members, racks, previousOf)
  return input.haveEqualTopics ? assignConstrained(input) : assignGenerally(input)
}

/** Older members (subscription versions 0 and 1) have their generation in the user data. */
function ownershipInSubscription({ ownedPartitions, generationId, userData }: GroupMember): PreviousOwnership {
  return { partitions: ownedPartitions, generation: generationId >= 0 ? generationId : decodeGeneration(userData) }
}

/** Takes out what goes to one member and is given up by another. */
function holdBackOwned(assignment: Map<string, TopicPartition[]>, members: readonly GroupMember[]): void {
  const keyOf = ({ topic, partition }: TopicPartition) => `${topic}-${partition}`
  const givenUp = new Set<string>()
  const owned = new Map(members.map(({ memberId, ownedPartitions }) => [memberId, new Set(ownedPartitions.map(keyOf))]))
  for (const [memberId, partitions] of assignment) {
    const kept = new Set(partitions.map(keyOf))
    for (const key of owned.get(memberId)!) if (!kept.has(key)) givenUp.add(key)
  }
  for (const [memberId, partitions] of assignment) {
    const mine = owned.get(memberId)!
    assignment.set(
      memberId,
      partitions.filter((tp) => mine.has(keyOf(tp)) || !givenUp.has(keyOf(tp))),
    )
  }
}

function withhold(assignment: Map<string, TopicPartition[]>, memberId: string, tp: TopicPartition): void {
  assignment.set(
    memberId,
    assignment.get(memberId)!.filter((other) => other !== tp),
  )
}
