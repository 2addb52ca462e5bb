import type { TopicPartition } from '../../topic-partition.ts'
import {
  compareMembers,
  compareText,
  type GroupMember,
  type PartitionAssignor,
  type PartitionRacks,
  rackOf,
  racksMatter,
} from './assignor.ts'

/**
 * Kafka's default eager assignor: topic by topic, the members in order of their ids get neighbouring partitions, the first ones one more
 * where they do not divide evenly. Where racks are known (KIP-881), members get partitions of their rack first, as long as the shares stay
 * the same and topics with equal partitions and readers stay aligned. As RangeAssignor of Kafka 4.3.
 */
export const rangeAssignor: PartitionAssignor = {
  name: 'range',

  assign(partitionCounts, members, racks = new Map()) {
    const assignment = new Map<string, TopicPartition[]>(members.map((member) => [member.memberId, []]))
    const ordered = [...members].sort(compareMembers)
    const topics = subscribersByTopic(ordered)
      .map(([topic, subscribers]) => new TopicShares(topic, partitionCounts.get(topic) ?? 0, subscribers, racks))
      .filter(({ count }) => count > 0)
    if (topics.some(({ usesRacks }) => usesRacks)) for (const group of coPartitioned(topics)) assignByRacks(group)
    for (const topic of topics) topic.assignRanges(() => true)
    for (const topic of topics) {
      topic.owners.forEach((memberId, partition) => {
        if (memberId !== undefined) assignment.get(memberId)!.push({ topic: topic.topic, partition })
      })
    }
    return assignment
  },
}

/** The shares of one topic while they are given out. */
class TopicShares {
  readonly topic: string
  readonly count: number
  readonly subscribers: readonly GroupMember[]
  /** The member of each partition, once it has one. */
  readonly owners: (string | undefined)[]
  readonly usesRacks: boolean
  readonly #racks: readonly ReadonlySet<string>[] | undefined
  readonly #share: number
  readonly #assigned = new Map<string, number>()
  #largerShares: number

  constructor(topic: string, count: number, subscribers: readonly GroupMember[], racks: PartitionRacks) {
    this.topic = topic
    this.count = count
    this.subscribers = subscribers
    this.owners = new Array<string | undefined>(count).fill(undefined)
    this.#share = Math.floor(count / subscribers.length)
    this.#largerShares = count % subscribers.length
    const memberRacks = new Set(subscribers.flatMap((member) => rackOf(member) ?? []))
    this.#racks = memberRacks.size > 0 ? racks.get(topic) : undefined
    this.usesRacks = this.#racks !== undefined && racksMatter(memberRacks, this.#racks)
  }

  /** Topics with the same key share partition numbers out alike. */
  get coPartitionKey(): string {
    const readers = this.subscribers.map((member) => [member.memberId, rackOf(member) ?? null])
    return JSON.stringify([this.#racks === undefined ? 0 : this.count, readers])
  }

  room(memberId: string): number {
    return Math.max(0, this.#share + (this.#largerShares > 0 ? 1 : 0) - (this.#assigned.get(memberId) ?? 0))
  }

  isNear(member: GroupMember, partition: number): boolean {
    const rack = rackOf(member)
    return rack === undefined || this.#racks?.[partition]?.has(rack) === true
  }

  give(memberId: string, partitions: readonly number[]): void {
    for (const partition of partitions) this.owners[partition] = memberId
    const assigned = (this.#assigned.get(memberId) ?? 0) + partitions.length
    this.#assigned.set(memberId, assigned)
    if (assigned > this.#share) this.#largerShares--
  }

  /** Gives each member in turn the first free partitions that it may have. */
  assignRanges(mayHave: (member: GroupMember, partition: number) => boolean): void {
    for (const member of this.subscribers) {
      const room = this.room(member.memberId)
      const chosen: number[] = []
      for (let partition = 0; partition < this.count && chosen.length < room; partition++) {
        if (this.owners[partition] === undefined && mayHave(member, partition)) chosen.push(partition)
      }
      if (chosen.length > 0) this.give(member.memberId, chosen)
    }
  }
}

function coPartitioned(topics: readonly TopicShares[]): TopicShares[][] {
  const groups = new Map<string, TopicShares[]>()
  for (const topic of topics) {
    const group = groups.get(topic.coPartitionKey)
    if (group === undefined) groups.set(topic.coPartitionKey, [topic])
    else group.push(topic)
  }
  return [...groups.values()]
}

/** Gives partitions to members in the rack of a replica; the same partition of all topics of a group to the same member. */
function assignByRacks(topics: readonly TopicShares[]): void {
  const [first] = topics as [TopicShares]
  if (topics.length === 1) {
    if (first.usesRacks) first.assignRanges((member, partition) => first.isNear(member, partition))
    return
  }
  let remaining = [...first.subscribers]
  for (let partition = 0; partition < first.count && remaining.length > 0; partition++) {
    const member = remaining.find((one) =>
      topics.every((topic) => topic.isNear(one, partition) && topic.room(one.memberId) > 0),
    )
    if (member === undefined) continue
    for (const topic of topics) topic.give(member.memberId, [partition])
    if (topics.every((topic) => topic.room(member.memberId) === 0))
      remaining = remaining.filter((one) => one !== member)
  }
}

/** In order of topic names, so that an assignment does not depend on the order of subscriptions. */
function subscribersByTopic(members: readonly GroupMember[]): [string, GroupMember[]][] {
  const byTopic = new Map<string, GroupMember[]>()
  for (const member of members) {
    for (const topic of new Set(member.topics)) {
      const subscribers = byTopic.get(topic)
      if (subscribers === undefined) byTopic.set(topic, [member])
      else subscribers.push(member)
    }
  }
  return [...byTopic].sort(([a], [b]) => compareText(a, b))
}
