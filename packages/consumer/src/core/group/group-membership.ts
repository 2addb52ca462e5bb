// What the rest of the consumer knows of membership, whichever protocol it speaks: the classic one or KIP-848.
import type { KafkaError } from '@odradek/protocol'
import type { Reaction } from '../error-table.ts'
import type { MemberState } from './member-state.ts'

/** Who coordinates the group. network's CoordinatorManager is one. */
export interface GroupCoordinator {
  /** Broker id; undefined while it is not known. */
  readonly nodeId: number | undefined
  /** Why it cannot be found, where asking was given up. */
  readonly fatalError: KafkaError | undefined
  /** Why the last try to find it failed; undefined after one that succeeded. */
  readonly lastError?: KafkaError | undefined
  /** Whether to look for it while it is not known. */
  wanted: boolean
  markUnknown(nowMs: number): void
}

/** As whom a member speaks to the coordinator. */
export interface MemberIdentity {
  readonly memberId: string
  /** The classic generation or the KIP-848 member epoch. */
  readonly generation: number
}

/** The membership, as committer and offset fetcher see it. */
export interface GroupMembership {
  readonly state: MemberState
  /** Set while the group would take a commit of this member. */
  readonly committingAs: MemberIdentity | undefined
  /** Whether a rebalance is under way that leaves the consumer what it has: commits wait for its end. */
  readonly isRebalancing: boolean
  /** Whether rebalances leave the consumer what it has. */
  readonly keepsPartitions: boolean
  /** Another core's answer about the group: what it means for the membership. `sentAs` is who asked. */
  onReaction(reaction: Reaction, api: string, sentAs: MemberIdentity, nowMs: number, error: KafkaError): void
}
