// What can happen to what all brokers of a cluster know: Kafka's metadata log. `ClusterState.apply` carries these records out and
// nothing else changes that state, so that applying the same records again rebuilds it.
import type { AdminRecord } from '../admin-state.ts'
import type { PartitionChange, PartitionRegistration } from './partition-registration.ts'

/** Where clients reach a broker through one of its listeners. */
export interface ListenerEndpoint {
  readonly listener: string
  readonly host: string
  readonly port: number
}

/** A broker came, or came back with a new epoch; it serves from now on. */
export interface BrokerRegistered {
  readonly type: 'broker-registered'
  readonly brokerId: number
  /** Grows with each registration in the cluster. */
  readonly brokerEpoch: number
  /** Where clients reach it. */
  readonly host: string
  readonly port: number
  readonly rack: string | null
  /** Where clients of each listener reach it; the first is `host` and `port`. */
  readonly listeners?: readonly ListenerEndpoint[]
}

/** A broker is fenced (it does not serve), serves again, or is about to stop. */
export interface BrokerChanged {
  readonly type: 'broker-changed'
  readonly brokerId: number
  readonly fenced?: boolean
  readonly inControlledShutdown?: boolean
}

/** A broker left the cluster for good. */
export interface BrokerUnregistered {
  readonly type: 'broker-unregistered'
  readonly brokerId: number
}

/** A topic came to be, with all its partitions. */
export interface TopicCreated {
  readonly type: 'topic-created'
  readonly topicId: string
  readonly name: string
  readonly partitions: readonly PartitionRegistration[]
  /** The configs that differ from the broker's, as text. */
  readonly configs: Readonly<Record<string, string>>
}

/** A topic is gone, with its partitions and the offsets that groups had committed for them. */
export interface TopicDeleted {
  readonly type: 'topic-deleted'
  readonly topicId: string
}

/** A topic has more partitions, after those that it had. */
export interface PartitionsCreated {
  readonly type: 'partitions-created'
  readonly topicId: string
  readonly partitions: readonly PartitionRegistration[]
}

/** A partition is led, replicated or in sync in another way; what is not named stays. */
export interface PartitionChanged extends PartitionChange {
  readonly type: 'partition-changed'
  readonly topicId: string
  readonly partition: number
}

/** Producer ids below `nextProducerId` have been given out. */
export interface ProducerIdGiven {
  readonly type: 'producer-id-given'
  readonly nextProducerId: bigint
}

/** One change of what the cluster knows. */
export type ClusterRecord =
  | BrokerRegistered
  | BrokerChanged
  | BrokerUnregistered
  | TopicCreated
  | TopicDeleted
  | PartitionsCreated
  | PartitionChanged
  | ProducerIdGiven
  | AdminRecord
