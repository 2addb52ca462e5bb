// One generation of the classic protocol as a member sees it between JoinGroup and the next one: whether it leads, what it assigns then,
// and what it was assigned itself.
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { MetadataSource } from '../metadata-source.ts'
import type { TopicPartition } from '../topic-partition.ts'
import type { LastAssignment, PartitionAssignor } from './assignors/assignor.ts'
import { type GroupLeader, leadGroup } from './group-leader.ts'

/** What ClassicRound works with. */
export interface ClassicRoundOptions {
  readonly assignors: readonly PartitionAssignor[]
  /** How long a leader waits for metadata. */
  readonly requestTimeoutMs: number
}

const followersPart: ReadonlyMap<string, readonly TopicPartition[]> = new Map()

/** See the head of the file. */
export class ClassicRound {
  /** What the group assigned to this member last; assignors tell the leader of it. */
  last: LastAssignment | undefined
  readonly #options: ClassicRoundOptions
  readonly #metadata: MetadataSource
  #leader: GroupLeader | undefined
  #assignment: ReadonlyMap<string, readonly TopicPartition[]> | undefined

  constructor(options: ClassicRoundOptions, metadata: MetadataSource) {
    this.#options = options
    this.#metadata = metadata
  }

  /** A generation has begun. Throws KafkaError where this member is to lead and cannot. */
  begin(response: JoinGroupResponse, nowMs: number): void {
    const { assignors, requestTimeoutMs } = this.#options
    const leads = response.leader === response.memberId && !response.skipAssignment
    this.#leader = undefined
    this.#assignment = leads ? undefined : followersPart
    if (leads) this.#leader = leadGroup(assignors, response, this.#metadata, nowMs, requestTimeoutMs)
  }

  /** The leader's duties are over. */
  end(): void {
    this.#leader = undefined
  }

  /** What SyncGroup is to say: the leader's has an entry for each member; undefined while metadata is on its way. */
  assignment(nowMs: number): ReadonlyMap<string, readonly TopicPartition[]> | undefined {
    this.#assignment ??= this.#leader?.assign(nowMs)
    return this.#assignment
  }

  /** Topics that have to be shared out anew. */
  changedTopics(): string[] {
    return this.#leader?.changedTopics() ?? []
  }

  /** When `assignment` has something to say at the latest. */
  get waitsUntilMs(): number {
    return this.#leader?.waitsUntilMs ?? Infinity
  }
}
