// The leader's part of a rebalance (classic protocol): knows the members' topics, shares the partitions out, and sees when the number of
// partitions changes so that they have to be shared out anew.
import type { ClusterMetadata } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { MetadataSource } from '../metadata-source.ts'
import type { TopicPartition } from '../topic-partition.ts'
import type { GroupMember, PartitionAssignor, PartitionRacks } from './assignors/assignor.ts'
import { groupMembers } from './classic-requests.ts'

/** Takes the lead of a group. Throws KafkaError where the assignor was not offered or a member's subscription cannot be read. */
export function leadGroup(
  assignors: readonly PartitionAssignor[],
  response: JoinGroupResponse,
  metadata: MetadataSource,
  nowMs: number,
  waitMs: number,
): GroupLeader {
  const assignor = assignors.find(({ name }) => name === response.protocolName)
  if (assignor === undefined) {
    throw new KafkaError(
      `the coordinator chose the assignor ${response.protocolName}, which this consumer did not offer`,
    )
  }
  try {
    return new GroupLeader(metadata, assignor, groupMembers(response.members), nowMs, waitMs)
  } catch (cause) {
    throw new KafkaError('this consumer leads its group and cannot read what another member subscribes to', { cause })
  }
}

/** The leadership of one generation. */
export class GroupLeader {
  readonly #metadata: MetadataSource
  readonly #assignor: PartitionAssignor
  readonly #members: readonly GroupMember[]
  readonly #topics: ReadonlySet<string>
  readonly #waitsUntilMs: number
  #assignedCounts: ReadonlyMap<string, number> | undefined
  #seenVersion = -1

  /** `waitMs` bounds the wait for metadata. */
  constructor(
    metadata: MetadataSource,
    assignor: PartitionAssignor,
    members: readonly GroupMember[],
    nowMs: number,
    waitMs: number,
  ) {
    this.#metadata = metadata
    this.#assignor = assignor
    this.#members = members
    this.#topics = new Set(this.#members.flatMap(({ topics }) => topics))
    this.#waitsUntilMs = nowMs + waitMs
    metadata.addTopics(this.#topics, nowMs)
  }

  /** When to assign with what is known by then. */
  get waitsUntilMs(): number {
    return this.#assignedCounts === undefined ? this.#waitsUntilMs : Infinity
  }

  /** The assignment of every member; undefined while metadata of their topics is on its way. */
  assign(nowMs: number): Map<string, TopicPartition[]> | undefined {
    const { current } = this.#metadata
    const isKnown = [...this.#topics].every((topic) => current.topics.has(topic))
    if (!isKnown && nowMs < this.#waitsUntilMs) return undefined
    this.#assignedCounts = this.#counts(current)
    return this.#assignor.assign(this.#assignedCounts, this.#members, this.#racks(current))
  }

  /** The topics whose number of partitions is no longer what was assigned; empty most of the time. */
  changedTopics(): string[] {
    const { current } = this.#metadata
    if (this.#assignedCounts === undefined || current.version === this.#seenVersion) return []
    this.#seenVersion = current.version
    const now = this.#counts(current)
    return [...this.#topics].filter(
      (topic) => (now.get(topic) ?? 0) > 0 && now.get(topic) !== this.#assignedCounts!.get(topic),
    )
  }

  #racks({ topics, brokers }: ClusterMetadata): PartitionRacks {
    const ofTopic = (topic: string) =>
      (topics.get(topic)?.partitions ?? []).map(
        ({ replicas }) => new Set(replicas.flatMap((id) => brokers.get(id)?.rack ?? [])),
      )
    return new Map(Array.from(this.#topics, (topic) => [topic, ofTopic(topic)]))
  }

  #counts({ topics }: ClusterMetadata): Map<string, number> {
    const counts = new Map<string, number>()
    for (const topic of this.#topics) counts.set(topic, topics.get(topic)?.partitions.length ?? 0)
    return counts
  }
}
