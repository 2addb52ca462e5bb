import { BrokerConfigs } from '../config/broker-configs.ts'
import { ConfigResourceType } from '../config/config-source.ts'
import { emulatedRelease } from '../emulation/emulated-release.ts'
import { featuresOf } from '../features/release-features.ts'
import { TopicStore } from '../topics/topic-store.ts'
import { type AdminRecord, AdminState } from '../admin-state.ts'
import { BrokerRegistrations } from './broker-registrations.ts'
import type { ClusterRecord } from './cluster-record.ts'

/** Hears of each record, after it has been applied. */
export type ClusterListener = (record: ClusterRecord) => void

/** What a cluster is made with. */
export interface ClusterSettings {
  readonly clusterId: string
  /** Gives a new UUID in Kafka's text form. */
  readonly newUuid: () => string
  /** From 0 up to 1, exclusively. */
  readonly random: () => number
  /** What its brokers are started with, by Kafka's names: the defaults of topics are among it. */
  readonly configs?: Readonly<Record<string, string>>
  /** The release of Kafka that its brokers behave as. Default: their own. */
  readonly emulate?: string | undefined
}

const NO_BROKER = -1

/** What all brokers of a cluster know (Kafka's metadata log). Changes only in `apply`. */
export class ClusterState {
  readonly clusterId: string
  readonly newUuid: () => string
  readonly random: () => number
  readonly brokers = new BrokerRegistrations()
  /** Configs, ACLs, users, quotas and feature levels. */
  readonly admin: AdminState
  readonly topics: TopicStore
  /** The id that the next producer gets. */
  nextProducerId = 0n
  #recordCount = 0
  readonly #listeners = new Set<ClusterListener>()

  constructor({ clusterId, newUuid, random, configs = {}, emulate }: ClusterSettings) {
    this.admin = new AdminState(featuresOf(emulatedRelease(emulate).name))
    this.clusterId = clusterId
    this.newUuid = newUuid
    this.random = random
    const forAll = new BrokerConfigs(this.admin.configs, NO_BROKER, configs)
    this.topics = new TopicStore((name) => forAll.topicDefault(name))
  }

  /** The broker that answers for the controller, as Kafka's brokers say: any that is alive, here the one with the least id; else -1. */
  get controllerId(): number {
    return this.brokers.alive()[0]?.brokerId ?? -1
  }

  /** How many records have been applied: where the metadata log ends. */
  get recordCount(): number {
    return this.#recordCount
  }

  /** Carries out one change, then tells the listeners. Throws InvariantError where it does not fit the state. */
  apply(record: ClusterRecord): void {
    this.#recordCount++
    this.#change(record)
    for (const listener of this.#listeners) listener(record)
  }

  /** Has `listener` hear of all records to come; what it gives back ends that. */
  subscribe(listener: ClusterListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #change(record: ClusterRecord): void {
    switch (record.type) {
      case 'broker-registered':
        return this.brokers.register(record)
      case 'broker-changed':
        return this.brokers.change(record)
      case 'broker-unregistered':
        return this.brokers.unregister(record.brokerId)
      case 'topic-created':
        return this.topics.add(record)
      case 'topic-deleted':
        return this.topics.remove(record.topicId)
      case 'partitions-created':
        return this.topics.get(record.topicId).addPartitions(record.partitions)
      case 'partition-changed':
        return this.topics.get(record.topicId).changePartition(record)
      case 'producer-id-given':
        this.nextProducerId = record.nextProducerId
        return
      default:
        return this.#changeAdmin(record)
    }
  }

  #changeAdmin(record: AdminRecord): void {
    if (record.type !== 'config-changed') return this.admin.apply(record)
    const { resourceType, resourceName, name, value } = record
    if (resourceType === ConfigResourceType.TOPIC) return this.topics.byName(resourceName)?.setConfig(name, value)
    this.admin.apply(record)
    if (resourceType !== ConfigResourceType.BROKER || resourceName !== '') return
    for (const topic of this.topics.all()) topic.onDefaultsChanged()
  }
}
