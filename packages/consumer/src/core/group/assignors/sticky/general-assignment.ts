// The sticky assignment where members read different topics: members keep what they own, what is free goes to the member with the least,
// then partitions are moved one by one as long as that brings the shares closer. As GeneralAssignmentBuilder of Kafka 4.3.
import type { TopicPartition } from '../../../topic-partition.ts'
import { compareText } from '../assignor.ts'
import type { StickyAssignment } from './constrained-assignment.ts'
import { MembersByLoad } from './members-by-load.ts'
import { PartitionMovements } from './partition-movements.ts'
import { remove, type StickyInput } from './sticky-input.ts'

/** Assigns; see the head of the file. */
export function assignGenerally(input: StickyInput): StickyAssignment {
  return new GeneralAssignment(input).build()
}

class GeneralAssignment {
  readonly #input: StickyInput
  /** Member ids by topic, in the order of the members. */
  readonly #readers = new Map<string, string[]>()
  readonly #topics: ReadonlyMap<string, readonly string[]>
  #assignment: Map<string, TopicPartition[]>
  readonly #owner = new Map<TopicPartition, string>()
  /** Who had a partition in an older generation. */
  readonly #before = new Map<TopicPartition, { memberId: string; generation: number }>()
  readonly #byLoad: MembersByLoad
  readonly #movements = new PartitionMovements()

  constructor(input: StickyInput) {
    this.#input = input
    for (const topic of input.partitions.keys()) this.#readers.set(topic, [])
    const topics = new Map<string, string[]>()
    for (const { member, topics: wanted } of input.members) {
      const existing = [...wanted].filter((topic) => this.#readers.has(topic))
      topics.set(member.memberId, existing)
      for (const topic of existing) this.#readers.get(topic)!.push(member.memberId)
    }
    this.#topics = topics
    this.#assignment = new Map([...input.owned].map(([memberId, owned]) => [memberId, [...owned]]))
    this.#byLoad = new MembersByLoad((memberId) => this.#assignment.get(memberId)!.length)
  }

  build(): StickyAssignment {
    this.#rememberOlderOwners()
    const isRevocationNeeded = this.#dropInvalid()
    const all = this.#allPartitions()
    const unassigned = all.filter((tp) => !this.#owner.has(tp))
    for (const memberId of this.#assignment.keys()) this.#byLoad.add(memberId)
    this.#balance(all, unassigned, isRevocationNeeded)
    return { assignment: this.#assignment, transferred: undefined }
  }

  /** Partitions of the topics with the fewest readers first. */
  #allPartitions(): TopicPartition[] {
    const topics = [...this.#readers].sort(([a, aReaders], [b, bReaders]) =>
      aReaders.length === bReaders.length ? compareText(a, b) : aReaders.length - bReaders.length,
    )
    return topics.flatMap(([topic]) => this.#input.partitions.get(topic)!)
  }

  #rememberOlderOwners(): void {
    const { members, maxGeneration, find } = this.#input
    for (const { member, topics, previous } of members) {
      const generation = previous.generation ?? -1
      if (generation >= maxGeneration) continue
      for (const claimed of previous.partitions) {
        const tp = find(claimed)
        // Whoever does not read the topic any more must not get it back.
        if (tp === undefined || !topics.has(tp.topic)) continue
        const known = this.#before.get(tp)
        if (known === undefined || generation > known.generation)
          this.#before.set(tp, { memberId: member.memberId, generation })
      }
    }
  }

  /** Takes away what a member no longer reads or is far from; says whether there was any of it. */
  #dropInvalid(): boolean {
    let dropped = false
    for (const { member, topics } of this.#input.members) {
      const { memberId } = member
      const owned = this.#assignment.get(memberId)!
      const kept = owned.filter((tp) => topics.has(tp.topic) && !this.#input.racks.isFar(memberId, tp))
      if (kept.length < owned.length) dropped = true
      this.#assignment.set(memberId, kept)
      for (const tp of kept) this.#owner.set(tp, memberId)
    }
    return dropped
  }

  #balance(all: readonly TopicPartition[], unassigned: readonly TopicPartition[], isRevocationNeeded: boolean): void {
    const isFirst = this.#countOf(this.#byLoad.most!) === 0
    this.#giveOut(unassigned)
    const movable = (tp: TopicPartition) => this.#readers.get(tp.topic)!.length >= 2
    const fixed = this.#takeOutFixed()
    const assignmentBefore = new Map([...this.#assignment].map(([memberId, owned]) => [memberId, [...owned]]))
    if (!isRevocationNeeded) this.#improve(unassigned.filter(movable))
    const hasMoved = this.#improve(all.filter(movable))
    if (!isFirst && hasMoved && imbalance(this.#assignment) >= imbalance(assignmentBefore))
      this.#assignment = assignmentBefore
    for (const [memberId, owned] of fixed) this.#assignment.set(memberId, owned)
  }

  #giveOut(unassigned: readonly TopicPartition[]): void {
    let left = unassigned
    if (this.#input.racks.areUsed) left = left.filter((tp) => !this.#giveToLeast(tp, true))
    for (const tp of left) this.#giveToLeast(tp, false)
  }

  #giveToLeast(tp: TopicPartition, onlyNear: boolean): boolean {
    for (const memberId of this.#byLoad) {
      if (!this.#reads(memberId, tp.topic) || (onlyNear && this.#input.racks.isFar(memberId, tp))) continue
      this.#byLoad.delete(memberId)
      this.#assignment.get(memberId)!.push(tp)
      this.#owner.set(tp, memberId)
      this.#byLoad.add(memberId)
      return true
    }
    return false
  }

  /** Members that have all they can have, none of it wanted by others, take no part in what follows. */
  #takeOutFixed(): Map<string, TopicPartition[]> {
    const fixed = new Map<string, TopicPartition[]>()
    for (const memberId of this.#topics.keys()) {
      const owned = this.#assignment.get(memberId)!
      if (owned.length < this.#most(memberId)) continue
      if (owned.some(({ topic }) => this.#readers.get(topic)!.length >= 2)) continue
      this.#byLoad.delete(memberId)
      fixed.set(memberId, owned)
      this.#assignment.delete(memberId)
    }
    return fixed
  }

  /** Moves partitions until that brings nothing more; says whether any has moved. */
  #improve(partitions: readonly TopicPartition[]): boolean {
    let hasMoved = false
    for (let isModified = true; isModified;) {
      isModified = false
      for (const tp of partitions) {
        if (this.#isBalanced()) break
        if (!this.#improveOne(tp)) continue
        isModified = true
        hasMoved = true
      }
    }
    return hasMoved
  }

  #improveOne(tp: TopicPartition): boolean {
    const owner = this.#owner.get(tp)!
    const count = this.#countOf(owner)
    const before = this.#before.get(tp)
    if (before !== undefined && count > this.#countOf(before.memberId) + 1) {
      this.#move(tp, before.memberId)
      return true
    }
    const readers = this.#readers.get(tp.topic)!
    // A reader in the same rack, where there is one, is looked for first; whoever has the least gets it.
    if (!readers.some((memberId) => count > this.#countOf(memberId) + 1)) return false
    for (const memberId of this.#byLoad) {
      if (!this.#reads(memberId, tp.topic)) continue
      this.#move(tp, memberId)
      return true
    }
    return false
  }

  #move(wanted: TopicPartition, to: string): void {
    const tp = this.#movements.toMove(wanted, this.#owner.get(wanted)!, to)
    const from = this.#owner.get(tp)!
    this.#byLoad.delete(from)
    this.#byLoad.delete(to)
    this.#movements.move(tp, from, to)
    remove(this.#assignment.get(from)!, tp)
    this.#assignment.get(to)!.push(tp)
    this.#owner.set(tp, to)
    this.#byLoad.add(to)
    this.#byLoad.add(from)
  }

  /** Whether no member could get a partition from one that has two more. */
  #isBalanced(): boolean {
    const { least, most } = this.#byLoad
    if (least === undefined || this.#countOf(least) >= this.#countOf(most!) - 1) return true
    for (const memberId of this.#byLoad) {
      const count = this.#countOf(memberId)
      if (count === this.#most(memberId)) continue
      for (const topic of this.#topics.get(memberId)!) {
        for (const tp of this.#input.partitions.get(topic)!) {
          const owner = this.#owner.get(tp)!
          if (owner !== memberId && count + 1 < this.#countOf(owner)) return false
        }
      }
    }
    return true
  }

  #reads(memberId: string, topic: string): boolean {
    return this.#topics.get(memberId)!.includes(topic)
  }

  #countOf(memberId: string): number {
    return this.#assignment.get(memberId)?.length ?? Infinity
  }

  /** The most partitions that a member could have. */
  #most(memberId: string): number {
    let most = 0
    for (const topic of this.#topics.get(memberId)!) most += this.#input.partitions.get(topic)!.length
    return most
  }
}

/** The sum of the differences between all pairs of shares: 0 is perfect. */
function imbalance(assignment: ReadonlyMap<string, readonly TopicPartition[]>): number {
  const counts = Array.from(assignment.values(), ({ length }) => length).sort((a, b) => a - b)
  return counts.reduce((sum, count, index) => sum + count * (2 * index - counts.length + 1), 0)
}
