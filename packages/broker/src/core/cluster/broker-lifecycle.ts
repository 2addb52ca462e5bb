// What Kafka's controller does when brokers come and go: leaders are elected, ISRs shrink.
import type { BrokerRegistered, ClusterRecord, PartitionChanged } from './cluster-record.ts'
import type { ClusterState } from './cluster-state.ts'
import { planPartitionChange } from './partition-change.ts'
import { NO_LEADER } from './partition-registration.ts'

/** Registers a broker, which serves from now on, and lets it lead partitions that have waited for it. */
export function registerBroker(cluster: ClusterState, broker: Omit<BrokerRegistered, 'type' | 'brokerEpoch'>): void {
  // One that came back before anybody noticed is not the one that led.
  if (cluster.brokers.isAlive(broker.brokerId)) fenceBroker(cluster, broker.brokerId)
  cluster.apply({ type: 'broker-registered', ...broker, brokerEpoch: cluster.brokers.lastEpoch + 1 })
  for (const topic of cluster.topics.all()) {
    topic.partitions.forEach(({ leader }, partition) => {
      if (leader === NO_LEADER) applyAll(cluster, planPartitionChange(cluster, topic.topicId, partition, {}))
    })
  }
}

/** Fences a broker, which no longer serves: it leads nothing, and is in no ISR but those of which it is the last. */
export function fenceBroker(cluster: ClusterState, brokerId: number): void {
  if (!cluster.brokers.isAlive(brokerId)) return
  cluster.apply({ type: 'broker-changed', brokerId, fenced: true })
  applyAll(cluster, planDeparture(cluster, brokerId))
}

/** A broker is about to stop: others lead where they can. */
export function beginControlledShutdown(cluster: ClusterState, brokerId: number): void {
  if (!cluster.brokers.isActive(brokerId)) return
  cluster.apply({ type: 'broker-changed', brokerId, inControlledShutdown: true })
  applyAll(cluster, planDeparture(cluster, brokerId))
}

/** Takes a broker out of the cluster for good; its replicas stay its own, offline. */
export function unregisterBroker(cluster: ClusterState, brokerId: number): void {
  fenceBroker(cluster, brokerId)
  cluster.apply({ type: 'broker-unregistered', brokerId })
}

/** No broker serves any more, as after all have stopped: nobody leads. */
export function loseAllLeaders(cluster: ClusterState): void {
  for (const topic of cluster.topics.all()) {
    for (let partition = 0; partition < topic.partitions.length; partition++) {
      applyAll(cluster, planPartitionChange(cluster, topic.topicId, partition, {}))
    }
  }
}

/** The changes by which others take over what a broker leads, and it leaves the ISRs. */
export function planDeparture(cluster: ClusterState, leaving: number): PartitionChanged[] {
  return Array.from(cluster.topics.all()).flatMap(({ topicId, partitions }) =>
    partitions.flatMap(({ isr, leader }, partition) => {
      if (leader !== leaving && !isr.includes(leaving)) return []
      return planPartitionChange(cluster, topicId, partition, { isr: isr.filter((id) => id !== leaving), leaving })
    }),
  )
}

function applyAll(cluster: ClusterState, records: readonly ClusterRecord[]): void {
  for (const record of records) cluster.apply(record)
}
