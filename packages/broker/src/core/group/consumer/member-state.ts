/**
 * How far a member of a consumer group is on its way to its target assignment (KIP-848, Kafka's MemberState).
 *
 * - `Stable`: it has all partitions of its target assignment. Left when the group has a new target, or its subscription shrinks.
 * - `UnrevokedPartitions`: it has partitions that it is to give up, and stays at its epoch till a heartbeat no longer lists them.
 *   A member that does not do so within its rebalance timeout is fenced.
 * - `UnreleasedPartitions`: it is at the target epoch, but some of its partitions still belong to others. Each of its heartbeats
 *   gives it those that have become free.
 *
 * From each state each other one may follow, itself included: a new target assignment may come at any time.
 */
export type MemberState = 'Stable' | 'UnrevokedPartitions' | 'UnreleasedPartitions'

/** The states that may follow each state; what is not in the table is a fault of the broker. */
export const memberTransitions: Readonly<Record<MemberState, readonly MemberState[]>> = {
  Stable: ['Stable', 'UnrevokedPartitions', 'UnreleasedPartitions'],
  UnrevokedPartitions: ['Stable', 'UnrevokedPartitions', 'UnreleasedPartitions'],
  UnreleasedPartitions: ['Stable', 'UnrevokedPartitions', 'UnreleasedPartitions'],
}

const codes: Readonly<Record<MemberState, number>> = { Stable: 0, UnrevokedPartitions: 1, UnreleasedPartitions: 2 }
const byCode = new Map(Object.entries(codes).map(([state, code]) => [code, state as MemberState]))

/** The state's number in records of `__consumer_offsets`. */
export function memberStateCode(state: MemberState): number {
  return codes[state]
}

/** The state of a number; undefined where a later Kafka has written one that is not known here. */
export function memberStateOf(code: number): MemberState | undefined {
  return byCode.get(code)
}
