import type { TopicPartitions } from '../topic-partitions.ts'

/** What an assignor knows of a member. */
export interface AssignorMember {
  readonly memberId: string
  readonly instanceId: string | null
  readonly rackId: string | null
  /** The topics that it subscribes to, of those that exist. */
  readonly topicIds: ReadonlySet<string>
  /** What it was to have by the last target assignment. */
  readonly assignment: TopicPartitions
}

/** What an assignor is given. */
export interface AssignorInput {
  readonly members: readonly AssignorMember[]
  /** Partitions of each topic that a member subscribes to, by topic id. */
  readonly partitionCounts: ReadonlyMap<string, number>
  /** Whether all members subscribe to the same topics. */
  readonly isHomogeneous: boolean
}

/** Who is to have which partitions: by member id. */
export type GroupAssignment = ReadonlyMap<string, TopicPartitions>

/** An assignor of the broker (KIP-848). */
export interface ServerAssignor {
  /** As members name it in `group.remote.assignor`. */
  readonly name: string
  assign(input: AssignorInput): GroupAssignment
}
