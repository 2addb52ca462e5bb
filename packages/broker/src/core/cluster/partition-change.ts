// How a partition changes, and who leads it then: Kafka's PartitionChangeBuilder, without eligible leader replicas.
import type { Topic } from '../topics/topic-store.ts'
import type { PartitionChanged } from './cluster-record.ts'
import type { ClusterState } from './cluster-state.ts'
import { NO_LEADER, type PartitionRegistration } from './partition-registration.ts'

/**
 * How a leader is found where one is needed. `online`: the leader stays where it can, else the first replica in sync that serves.
 * `preferred`: the first replica, if it is in sync. `unclean`: as `online`, but where no replica in sync serves, any that does.
 */
export type Election = 'online' | 'preferred' | 'unclean'

/** What is to become of a partition; what is not named stays. */
export interface PartitionTarget {
  readonly isr?: readonly number[]
  readonly replicas?: readonly number[]
  readonly addingReplicas?: readonly number[]
  readonly removingReplicas?: readonly number[]
  /** Default: `unclean` where the topic allows it, else `online`. */
  readonly election?: Election
  /** A broker that is about to go and must not lead. */
  readonly leaving?: number
  /** A replica that must lead where it is in sync. */
  readonly leader?: number
}

/** The change that brings a partition to its target, with an election where one is needed; empty where nothing changes. */
export function planPartitionChange(
  cluster: ClusterState,
  topicId: string,
  partition: number,
  target: PartitionTarget,
): PartitionChanged[] {
  const topic = cluster.topics.get(topicId)
  const old = topic.partitions[partition]!
  const wanted = completed(old, target)
  const leader = electLeader(cluster, topic, old, wanted, target)
  const isUnclean = leader !== NO_LEADER && !wanted.isr.includes(leader)
  const isr = isUnclean ? [leader] : wanted.isr
  // A replica that is taken away must not go on as if it were one: the epoch grows even where the leader stays.
  const losesReplica = !old.replicas.every((id) => wanted.replicas.includes(id))
  const change = {
    ...((leader !== old.leader || losesReplica) && { leader }),
    ...(isr.length > 0 && !same(isr, old.isr) && { isr }),
    ...(!same(wanted.replicas, old.replicas) && { replicas: wanted.replicas }),
    ...(!same(wanted.addingReplicas, old.addingReplicas) && { addingReplicas: wanted.addingReplicas }),
    ...(!same(wanted.removingReplicas, old.removingReplicas) && { removingReplicas: wanted.removingReplicas }),
  }
  if (Object.keys(change).length === 0) return []
  return [{ type: 'partition-changed', topicId, partition, ...change }]
}

type Wanted = Pick<PartitionRegistration, 'isr' | 'replicas' | 'addingReplicas' | 'removingReplicas'>

/** The target, with a reassignment brought to its end where all replicas that were to be added are in sync (KIP-455). */
function completed(old: PartitionRegistration, target: PartitionTarget): Wanted {
  const { isr = old.isr, replicas = old.replicas } = target
  const { addingReplicas = old.addingReplicas, removingReplicas = old.removingReplicas } = target
  const wanted = { isr, replicas, addingReplicas, removingReplicas }
  if (addingReplicas.length === 0 && removingReplicas.length === 0) return wanted
  const isKept = (id: number) => !removingReplicas.includes(id)
  const keptIsr = isr.filter(isKept)
  const kept = replicas.filter(isKept)
  if (keptIsr.length === 0 || kept.length === 0 || !addingReplicas.every((id) => isr.includes(id))) return wanted
  return { isr: keptIsr, replicas: kept, addingReplicas: [], removingReplicas: [] }
}

function electLeader(
  { brokers }: ClusterState,
  topic: Topic,
  old: PartitionRegistration,
  { isr, replicas }: Wanted,
  target: PartitionTarget,
): number {
  const mayServe = (id: number) => id !== target.leaving && brokers.isActive(id)
  const mayLead = (id: number) => isr.includes(id) && mayServe(id)
  const election = target.election ?? (allowsUnclean(topic) ? 'unclean' : 'online')
  if (target.leader !== undefined && mayLead(target.leader)) return target.leader
  if (election === 'preferred' && mayLead(replicas[0]!)) return replicas[0]!
  if (mayLead(old.leader)) return old.leader
  const clean = replicas.find(mayLead)
  if (clean !== undefined) return clean
  return (election === 'unclean' ? replicas.find(mayServe) : undefined) ?? NO_LEADER
}

function allowsUnclean(topic: Topic): boolean {
  return topic.config('unclean.leader.election.enable').toLowerCase() === 'true'
}

function same(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((id, index) => others[index] === id)
}
