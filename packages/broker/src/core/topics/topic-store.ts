import { InvariantError } from '@odradek/protocol'
import type { TopicCreated } from '../broker-record.ts'
import { type LogConfig, logConfigOf } from '../log/log-config.ts'
import { MemoryLogStore } from '../log/memory-log-store.ts'
import { PartitionLog } from '../log/partition-log.ts'
import { topicConfigRules } from './topic-config.ts'
import { collisionName } from './topic-name.ts'

/** A topic and its partitions. */
export class Topic {
  readonly topicId: string
  readonly name: string
  /** What was set for this topic; see `config` for what holds. */
  readonly configs: Readonly<Record<string, string>>
  readonly partitions: readonly PartitionLog[]

  constructor({ topicId, name, configs, partitions }: TopicCreated) {
    this.topicId = topicId
    this.name = name
    this.configs = configs
    const logConfig = logConfigOf((config) => this.config(config))
    const config = () => logConfig
    this.partitions = Array.from({ length: partitions }, () => memoryLog(config))
  }

  /** The value of a config that holds for the topic: its own, or else Kafka's default. */
  config(name: string): string {
    return this.configs[name] ?? topicConfigRules[name]!.default
  }
}

/** The topics of the broker, by name and by id. */
export class TopicStore {
  readonly #byName = new Map<string, Topic>()
  readonly #byId = new Map<string, Topic>()

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

  /** The log of a partition that must exist. */
  logOf(topicId: string, partition: number): PartitionLog {
    const log = this.#byId.get(topicId)?.partitions[partition]
    if (log === undefined) throw new InvariantError(`there is no partition ${partition} of topic ${topicId}`)
    return log
  }

  add(record: TopicCreated): void {
    if (this.#byName.has(record.name)) throw new InvariantError(`topic ${record.name} exists already`)
    const topic = new Topic(record)
    this.#byName.set(topic.name, topic)
    this.#byId.set(topic.topicId, topic)
  }

  remove(topicId: string): void {
    const topic = this.#byId.get(topicId)
    if (topic === undefined) throw new InvariantError(`there is no topic ${topicId}`)
    this.#byId.delete(topicId)
    this.#byName.delete(topic.name)
  }
}

function memoryLog(config: () => LogConfig): PartitionLog {
  const log = new PartitionLog({ store: new MemoryLogStore(() => config().indexIntervalBytes), config })
  log.becomeLeader(0)
  return log
}
