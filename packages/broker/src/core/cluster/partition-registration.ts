/** The `leader` of a partition that has none. */
export const NO_LEADER = -1

/** What the cluster knows of a partition (KRaft's PartitionRegistration). Never changed, but replaced. */
export interface PartitionRegistration {
  /** The ids of the brokers that hold the partition; the first one is the preferred leader. */
  readonly replicas: readonly number[]
  /** The replicas in sync with the leader, itself included. */
  readonly isr: readonly number[]
  /** The id of the leader, or `NO_LEADER`. */
  readonly leader: number
  /** Grows with each new leader, and where a replica is taken away. */
  readonly leaderEpoch: number
  /** Grows with each change. */
  readonly partitionEpoch: number
  /** Replicas that a reassignment adds, while it goes on (KIP-455). */
  readonly addingReplicas: readonly number[]
  /** Replicas that a reassignment takes away, while it goes on. */
  readonly removingReplicas: readonly number[]
}

/** What becomes of a partition; what is not named stays. */
export interface PartitionChange {
  readonly isr?: readonly number[]
  /** Begins a new leader epoch, even where it is the same leader. */
  readonly leader?: number
  readonly replicas?: readonly number[]
  readonly addingReplicas?: readonly number[]
  readonly removingReplicas?: readonly number[]
}

/** A partition as it is created: its first replica that is in sync leads. */
export function newPartition(replicas: readonly number[], isr = replicas): PartitionRegistration {
  const epochs = { leaderEpoch: 0, partitionEpoch: 0 }
  return { replicas, isr, leader: isr[0] ?? NO_LEADER, ...epochs, addingReplicas: [], removingReplicas: [] }
}

/** The partition after a change: to name a leader, even the same one, begins a new leader epoch. */
export function changedPartition(old: PartitionRegistration, change: PartitionChange): PartitionRegistration {
  return {
    replicas: change.replicas ?? old.replicas,
    isr: change.isr ?? old.isr,
    leader: change.leader ?? old.leader,
    leaderEpoch: change.leader === undefined ? old.leaderEpoch : old.leaderEpoch + 1,
    partitionEpoch: old.partitionEpoch + 1,
    addingReplicas: change.addingReplicas ?? old.addingReplicas,
    removingReplicas: change.removingReplicas ?? old.removingReplicas,
  }
}

/** Whether a reassignment of the partition goes on. */
export function isReassigning({ addingReplicas, removingReplicas }: PartitionRegistration): boolean {
  return addingReplicas.length > 0 || removingReplicas.length > 0
}
