// The sticky assignment where all members read the same topics: shares differ by one at most, members keep what they own up to their
// share, and the rest is dealt out in turn. As ConstrainedAssignmentBuilder of Kafka 4.3, so that members of both kinds agree.
import { InvariantError } from '@odradek/protocol'
import type { TopicPartition } from '../../../topic-partition.ts'
import { compareText } from '../assignor.ts'
import type { StickyInput } from './sticky-input.ts'

/** An assignment, and which of its partitions go over to their member from another one. */
export interface StickyAssignment {
  readonly assignment: Map<string, TopicPartition[]>
  /** Undefined: has to be found by comparing with what was owned. */
  readonly transferred: ReadonlyMap<TopicPartition, string> | undefined
}

/** Assigns; see the head of the file. */
export function assignConstrained(input: StickyInput): StickyAssignment {
  const shares = new Shares(input)
  shares.keepOwned()
  const unassigned = shares.unassigned()
  const left = input.racks.areUsed ? shares.dealByRacks(unassigned) : unassigned
  shares.deal(left)
  return shares
}

class Shares implements StickyAssignment {
  readonly assignment: Map<string, TopicPartition[]>
  readonly transferred = new Map<TopicPartition, string>()
  readonly #input: StickyInput
  readonly #minQuota: number
  readonly #maxQuota: number
  /** How many members get more than the smallest share, and how many have it by now. */
  readonly #largeExpected: number
  #large = 0
  /** Members below the smallest share. */
  #hungry: string[] = []
  /** Members with the smallest share that may get one more. */
  #content: string[] = []
  readonly #assigned = new Set<TopicPartition>()
  readonly #givenUp = new Map<TopicPartition, string>()

  constructor(input: StickyInput) {
    this.#input = input
    this.assignment = new Map(input.members.map(({ member }) => [member.memberId, []]))
    let total = 0
    for (const ofTopic of input.partitions.values()) total += ofTopic.length
    this.#minQuota = Math.floor(total / input.members.length)
    this.#maxQuota = Math.ceil(total / input.members.length)
    this.#largeExpected = total % input.members.length
  }

  keepOwned(): void {
    const { owned, racks, doublyClaimed } = this.#input
    for (const [memberId, claims] of owned) {
      const mine: TopicPartition[] = []
      for (const tp of claims) {
        if (racks.isFar(memberId, tp)) this.#givenUp.set(tp, memberId)
        else if (!doublyClaimed.has(tp)) mine.push(tp)
      }
      mine.sort((a, b) => a.partition - b.partition || compareText(a.topic, b.topic))
      const mayBeLarge = this.#large < this.#largeExpected
      if (mine.length < this.#minQuota) {
        this.#keep(memberId, mine, mine.length)
        this.#hungry.push(memberId)
      } else if (mine.length >= this.#maxQuota && mayBeLarge) {
        this.#keep(memberId, mine, this.#maxQuota)
        this.#countLarge()
      } else {
        this.#keep(memberId, mine, this.#minQuota)
        if (mayBeLarge) this.#content.push(memberId)
      }
    }
    this.#hungry.sort(compareText)
    this.#content.sort(compareText)
  }

  unassigned(): TopicPartition[] {
    const all: TopicPartition[] = []
    for (const ofTopic of this.#input.partitions.values())
      for (const tp of ofTopic) if (!this.#assigned.has(tp)) all.push(tp)
    return all
  }

  /** Deals to members in the partition's racks; returns what found none. Partitions with few members near them come first. */
  dealByRacks(unassigned: readonly TopicPartition[]): TopicPartition[] {
    const { racks } = this.#input
    const near = new Map(unassigned.map((tp) => [tp, racks.membersNear(tp)]))
    const ordered = [...unassigned].sort((a, b) => near.get(a)! - near.get(b)!)
    let turn = 0
    return ordered.filter((tp) => {
      const index = nearFrom(this.#hungry, turn, (memberId) => racks.isNear(memberId, tp))
      if (index >= 0) turn = this.#dealToHungry(tp, index)
      else return !this.#dealToContent(tp)
      return false
    })
  }

  /** Returns whose turn is next. */
  #dealToHungry(tp: TopicPartition, index: number): number {
    const memberId = this.#hungry[index]!
    const count = this.#give(tp, memberId)
    if (count < this.#minQuota) return (index + 1) % this.#hungry.length
    this.#hungry.splice(index, 1)
    if (count < this.#maxQuota && this.#large < this.#largeExpected) this.#content.push(memberId)
    return this.#hungry.length === 0 ? 0 : index % this.#hungry.length
  }

  #dealToContent(tp: TopicPartition): boolean {
    const index = this.#content.findIndex((memberId) => this.#input.racks.isNear(memberId, tp))
    if (index < 0) return false
    const memberId = this.#content[index]!
    if (this.#give(tp, memberId) === this.#maxQuota) {
      this.#content.splice(index, 1)
      this.#countLarge()
    }
    return true
  }

  /** Deals in turn: first to those below the smallest share, then one each to those that may get one more. */
  deal(unassigned: readonly TopicPartition[]): void {
    let turn = 0
    for (const tp of unassigned) {
      if (turn >= this.#hungry.length) turn = 0
      const hungry = this.#hungry[turn]
      const memberId = hungry ?? this.#content.shift()
      if (memberId === undefined) throw new InvariantError(`nobody is left to get ${tp.topic}-${tp.partition}`)
      const count = this.#give(tp, memberId)
      if (hungry === undefined) continue
      if (count === this.#minQuota) {
        this.#hungry.splice(turn, 1)
        this.#content.push(memberId)
      } else turn++
    }
  }

  #keep(memberId: string, mine: readonly TopicPartition[], count: number): void {
    const list = this.assignment.get(memberId)!
    mine.forEach((tp, index) => {
      if (index >= count) {
        this.#givenUp.set(tp, memberId)
        return
      }
      list.push(tp)
      this.#assigned.add(tp)
    })
  }

  #countLarge(): void {
    this.#large++
    if (this.#large === this.#largeExpected) this.#content = []
  }

  /** Returns how many the member has now. */
  #give(tp: TopicPartition, memberId: string): number {
    const list = this.assignment.get(memberId)!
    list.push(tp)
    const before = this.#givenUp.get(tp)
    if ((before !== undefined && before !== memberId) || this.#input.doublyClaimed.has(tp))
      this.transferred.set(tp, memberId)
    return list.length
  }
}

function nearFrom(members: readonly string[], from: number, isNear: (memberId: string) => boolean): number {
  for (let i = 0; i < members.length; i++) {
    const index = (from + i) % members.length
    if (isNear(members[index]!)) return index
  }
  return -1
}
