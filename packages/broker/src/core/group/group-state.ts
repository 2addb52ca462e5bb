/**
 * Where a classic group stands (Kafka's ClassicGroupState).
 *
 * - `Empty`: no members; offsets may be kept. A member that joins starts a rebalance.
 * - `PreparingRebalance`: members are to join again; those that did wait for their answer. Heartbeats say REBALANCE_IN_PROGRESS.
 *   Left when all have joined or the rebalance timeout has passed: a new generation begins, or the group is empty.
 * - `CompletingRebalance`: the generation has its members; those that sent SyncGroup wait for the leader's assignment.
 *   Left by the leader's SyncGroup, or back to preparing when a member joins, leaves or fails.
 * - `Stable`: every member has its assignment. Left when a member joins anew, leaves or fails.
 * - `Dead`: deleted; nothing follows.
 */
export type GroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable' | 'Dead'

/** The states that may follow each state. */
export const groupTransitions: Readonly<Record<GroupState, readonly GroupState[]>> = {
  Empty: ['PreparingRebalance', 'Dead'],
  PreparingRebalance: ['CompletingRebalance', 'Empty', 'Dead'],
  CompletingRebalance: ['Stable', 'PreparingRebalance', 'Dead'],
  Stable: ['PreparingRebalance', 'Dead'],
  Dead: [],
}
