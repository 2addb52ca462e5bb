// What both ways of a sticky assignment begin with: the partitions there are, who owned them, and who is near them.
import type { TopicPartition } from '../../../topic-partition.ts'
import { compareText, type GroupMember, type PartitionRacks, rackOf, racksMatter } from '../assignor.ts'
import type { PreviousOwnership } from './sticky-user-data.ts'

/** A member with what it tells of its past. */
export interface StickyMember {
  readonly member: GroupMember
  readonly topics: ReadonlySet<string>
  readonly previous: PreviousOwnership
}

/** Where a partition's replicas and the members are; without racks that matter nothing is far. */
export class Racks {
  readonly areUsed: boolean
  readonly #memberRacks = new Map<string, string>()
  readonly #partitionRacks: PartitionRacks

  constructor(partitionCounts: ReadonlyMap<string, number>, members: readonly StickyMember[], racks: PartitionRacks) {
    this.#partitionRacks = racks
    for (const { member } of members) {
      const rack = rackOf(member)
      if (rack !== undefined) this.#memberRacks.set(member.memberId, rack)
    }
    const all = [...partitionCounts].flatMap(([topic, count]) =>
      Array.from({ length: count }, (_, partition) => racks.get(topic)?.[partition]),
    )
    this.areUsed = racksMatter(new Set(this.#memberRacks.values()), all)
    if (!this.areUsed) this.#memberRacks.clear()
  }

  isFar(memberId: string, tp: TopicPartition): boolean {
    const rack = this.#memberRacks.get(memberId)
    return rack !== undefined && !this.#has(tp, rack)
  }

  /** Whether both say where they are and are near each other. */
  isNear(memberId: string, tp: TopicPartition): boolean {
    const rack = this.#memberRacks.get(memberId)
    return rack !== undefined && this.#has(tp, rack)
  }

  /** How many members are in the racks of the partition. */
  membersNear({ topic, partition }: TopicPartition): number {
    const racks = this.#partitionRacks.get(topic)?.[partition]
    let count = 0
    for (const rack of this.#memberRacks.values()) if (racks?.has(rack)) count++
    return count
  }

  #has({ topic, partition }: TopicPartition, rack: string): boolean {
    return this.#partitionRacks.get(topic)?.[partition]?.has(rack) === true
  }
}

/** What the two ways of assigning work on. Each partition is one object, compared by identity. */
export interface StickyInput {
  readonly partitions: ReadonlyMap<string, readonly TopicPartition[]>
  readonly members: readonly StickyMember[]
  readonly racks: Racks
  /** What each member owned and may keep: topics that still exist, newest claims first. */
  readonly owned: ReadonlyMap<string, TopicPartition[]>
  /** Claimed by two members for the same generation: nobody keeps it. */
  readonly doublyClaimed: ReadonlySet<TopicPartition>
  readonly maxGeneration: number
  readonly haveEqualTopics: boolean
  find(tp: TopicPartition): TopicPartition | undefined
}

/** Sorts out what the members say. `previousOf` reads a member's past from where its assignor has it. */
export function stickyInput(
  partitionCounts: ReadonlyMap<string, number>,
  groupMembers: readonly GroupMember[],
  racks: PartitionRacks,
  previousOf: (member: GroupMember) => PreviousOwnership,
): StickyInput {
  const members = groupMembers.map((member) => ({
    member,
    topics: new Set(member.topics),
    previous: previousOf(member),
  }))
  const wanted = new Set(groupMembers.flatMap(({ topics }) => topics))
  const counts = new Map([...partitionCounts].filter(([topic, count]) => count > 0 && wanted.has(topic)))
  const partitions = new Map(
    [...counts]
      .sort(([a], [b]) => compareText(a, b))
      .map(([topic, count]) => [topic, Array.from({ length: count }, (_, partition) => ({ topic, partition }))]),
  )
  const find = ({ topic, partition }: TopicPartition) => partitions.get(topic)?.[partition]
  const [first] = members
  return {
    partitions,
    members,
    racks: new Racks(counts, members, racks),
    ...sortClaims(members, find),
    maxGeneration: Math.max(-1, ...members.map(({ previous }) => previous.generation ?? -1)),
    haveEqualTopics: members.every(({ topics }) => areEqual(topics, first!.topics)),
    find,
  }
}

function sortClaims(
  members: readonly StickyMember[],
  find: StickyInput['find'],
): Pick<StickyInput, 'owned' | 'doublyClaimed'> {
  const owned = new Map<string, TopicPartition[]>()
  const owners = new Map<TopicPartition, { memberId: string; generation: number }>()
  const doublyClaimed = new Set<TopicPartition>()
  for (const { member, previous } of members) {
    const { memberId } = member
    const generation = previous.generation ?? -1
    const mine: TopicPartition[] = []
    owned.set(memberId, mine)
    for (const claimed of previous.partitions) {
      const tp = find(claimed)
      if (tp === undefined) continue
      const other = owners.get(tp)
      if (other !== undefined && generation < other.generation) continue
      if (other !== undefined) remove(owned.get(other.memberId)!, tp)
      if (other?.generation === generation) doublyClaimed.add(tp)
      else mine.push(tp)
      owners.set(tp, { memberId, generation })
    }
  }
  return { owned, doublyClaimed }
}

/** Takes an item out of a list, where it is in it. */
export function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item)
  if (index >= 0) list.splice(index, 1)
}

function areEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((topic) => b.has(topic))
}
