import { InvariantError } from '@odradek/protocol'
import type { PartitionChanged, TopicCreated } from '../cluster/cluster-record.ts'
import { changedPartition, type PartitionRegistration } from '../cluster/partition-registration.ts'
import { type LogConfig, logConfigOf } from '../log/log-config.ts'
import { topicConfigRules } from './topic-config.ts'
import { collisionName } from './topic-name.ts'

/** The value of a topic config that holds where a topic has none of its own; undefined: Kafka's. */
export type DefaultOf = (name: string) => string | undefined

/** A topic and its partitions, as the cluster knows them; their records are in the `replicas` of the brokers. */
export class Topic {
  readonly topicId: string
  readonly name: string
  #configs: Readonly<Record<string, string>>
  #logConfig: LogConfig
  readonly #defaultOf: DefaultOf
  /** What `config` has found: it is asked several times for each batch, and looks through the layers of the broker's configs. */
  readonly #found = new Map<string, string>()
  readonly #partitions: PartitionRegistration[]

  constructor({ topicId, name, configs, partitions }: TopicCreated, defaultOf: DefaultOf) {
    this.topicId = topicId
    this.name = name
    this.#configs = configs
    this.#defaultOf = defaultOf
    this.#logConfig = logConfigOf((config) => this.config(config))
    this.#partitions = [...partitions]
  }

  /** What was set for this topic; see `config` for what holds. */
  get configs(): Readonly<Record<string, string>> {
    return this.#configs
  }

  /** What the configs say about the logs of the partitions. */
  get logConfig(): LogConfig {
    return this.#logConfig
  }

  /** By their indexes. */
  get partitions(): readonly PartitionRegistration[] {
    return this.#partitions
  }

  /** The value of a config that holds for the topic: its own, or else that of all brokers, or else Kafka's. */
  config(name: string): string {
    const known = this.#found.get(name)
    if (known !== undefined) return known
    const value = this.#configs[name]?.trim() ?? this.#defaultOf(name) ?? topicConfigRules[name]!.default
    this.#found.set(name, value)
    return value
  }

  /** Sets a config, or takes it back (null). */
  setConfig(name: string, value: string | null): void {
    const { [name]: _, ...others } = this.#configs
    this.#configs = value === null ? others : { ...others, [name]: value }
    this.onDefaultsChanged()
  }

  /** What holds where the topic has no config of its own has changed. */
  onDefaultsChanged(): void {
    this.#found.clear()
    this.#logConfig = logConfigOf((config) => this.config(config))
  }

  addPartitions(partitions: readonly PartitionRegistration[]): void {
    this.#partitions.push(...partitions)
  }

  changePartition(change: PartitionChanged): void {
    const old = this.#partitions[change.partition]
    if (old === undefined) throw new InvariantError(`there is no partition ${change.partition} of topic ${this.name}`)
    this.#partitions[change.partition] = changedPartition(old, change)
  }
}

/** The topics of the cluster, by name and by id. */
export class TopicStore {
  readonly #defaultOf: DefaultOf
  readonly #byName = new Map<string, Topic>()
  readonly #byId = new Map<string, Topic>()

  constructor(defaultOf: DefaultOf = () => undefined) {
    this.#defaultOf = defaultOf
  }

  /** In the order in which they were created. */
  all(): Iterable<Topic> {
    return this.#byName.values()
  }

  byName(name: string): Topic | undefined {
    return this.#byName.get(name)
  }

  byId(topicId: string): Topic | undefined {
    return this.#byId.get(topicId)
  }

  /** The topic that a request means: by its id from the versions on that have ids, else by its name. */
  find(name: string, topicId: string, byId: boolean): Topic | undefined {
    return byId ? this.#byId.get(topicId) : this.#byName.get(name)
  }

  /** A topic whose name differs from `name` only in '.' and '_'. */
  colliding(name: string): Topic | undefined {
    const wanted = collisionName(name)
    for (const topic of this.#byName.values()) if (collisionName(topic.name) === wanted) return topic
    return undefined
  }

  /** The topic that must exist. */
  get(topicId: string): Topic {
    const topic = this.#byId.get(topicId)
    if (topic === undefined) throw new InvariantError(`there is no topic ${topicId}`)
    return topic
  }

  add(record: TopicCreated): void {
    if (this.#byName.has(record.name)) throw new InvariantError(`topic ${record.name} exists already`)
    const topic = new Topic(record, this.#defaultOf)
    this.#byName.set(topic.name, topic)
    this.#byId.set(topic.topicId, topic)
  }

  remove(topicId: string): void {
    const topic = this.get(topicId)
    this.#byId.delete(topicId)
    this.#byName.delete(topic.name)
  }
}
