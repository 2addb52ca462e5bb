import { type Environment, systemEnvironment } from '@odradek/network'
import { formatAddress } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { BrokerControl } from './control/broker-control.ts'
import { Controlled } from './control/controlled.ts'
import { BrokerCluster, type BrokerInfo } from './broker-cluster.ts'
import { type PartitionTarget, planPartitionChange } from './core/cluster/partition-change.ts'
import type { PartitionRegistration } from './core/cluster/partition-registration.ts'
import { partitionKey } from './core/request.ts'
import { planTopic } from './core/topics/topic-creation.ts'
import { type BrokerOptions, resolveBrokerOptions, type StartTopic } from './options.ts'
import { randomUuid } from './random-uuid.ts'
import { decodeSnapshot, encodeSnapshot } from './storage/snapshot-file.ts'

/** How a broker is added to a cluster. */
export interface AddBrokerOptions {
  /** Default: the next of the option `racks`. */
  readonly rack?: string
  /** Default: any free one; where the option `port` is given, that port plus the broker's id, less that of the first. */
  readonly port?: number
}

/**
 * A Kafka cluster within this process, of one broker or more, reached over TCP by any client. Without a data directory, what it holds is
 * gone when it closes. Methods that take a broker's id throw UsageError where there is none.
 */
export class Broker extends Controlled implements AsyncDisposable {
  readonly #brokers: BrokerCluster
  #closed: Promise<void> | undefined

  private constructor(brokers: BrokerCluster, control: BrokerControl) {
    super(control)
    this.#brokers = brokers
  }

  /**
   * Starts a broker, or with `brokers` several. `environment` replaces the network, the clock and the random numbers, for tests.
   * Throws UsageError where an option is wrong, and what the network says where a port is taken.
   */
  static async start(options: BrokerOptions = {}, environment: Environment = systemEnvironment()): Promise<Broker> {
    const config = resolveBrokerOptions(options)
    const { clock, random } = environment
    const control = new BrokerControl({ clock, nameOfTopicId: (id) => brokers.cluster.topics.byId(id)?.name })
    const newUuid = () => randomUuid(random)
    if (config.from !== undefined && config.dataDir !== undefined)
      throw new UsageError('Broker options from and dataDir: give one of them')
    const snapshot = config.from && decodeSnapshot(config.from)
    const brokers: BrokerCluster = new BrokerCluster({ options: config, environment, control, newUuid, snapshot })
    const broker = new Broker(brokers, control)
    try {
      const brokerCount = Math.max(config.brokers, snapshot?.nodeIds.length ?? 0)
      for (let count = 0; count < brokerCount; count++) await brokers.add()
      for (const topic of config.topics) createTopic(brokers, typeof topic === 'string' ? { name: topic } : topic)
    } catch (error) {
      await broker.close()
      throw error
    }
    return broker
  }

  /** Where clients connect: `host:port` of each broker, with commas. */
  get bootstrapServers(): string {
    return this.brokers.map(formatAddress).join(',')
  }

  /** Where clients connect by each listener: `host:port` of each broker, with commas, by the name of the listener. */
  get endpoints(): Readonly<Record<string, string>> {
    const names = Object.keys(this.brokers[0]?.endpoints ?? {})
    return Object.fromEntries(
      names.map((name) => [name, this.brokers.map(({ endpoints }) => endpoints[name]).join(',')]),
    )
  }

  /** The host of all brokers. */
  get host(): string {
    return this.brokers[0]!.host
  }

  /** The port of the first broker. */
  get port(): number {
    return this.brokers[0]!.port
  }

  /** The brokers, those that do not run included, in the order of their ids. */
  get brokers(): readonly BrokerInfo[] {
    return this.#brokers.brokers
  }

  /**
   * A broker dies as by `kill -9`: its connections are cut at once, and after `brokerSessionTimeoutMs` the first replica in sync leads what
   * it led. What it had written is there when it comes back; what it knew of groups and the like is lost. Does nothing where it does not run.
   */
  kill(id: number): Promise<void> {
    return this.#brokers.kill(id)
  }

  /** A broker stops in good order: others take over what it leads, then it closes. Does nothing where it does not run. */
  stop(id: number): Promise<void> {
    return this.#brokers.stop(id)
  }

  /** Starts a broker again, on the port that it had, after `kill` or `stop`; one that runs is stopped first. */
  restart(id: number): Promise<void> {
    return this.#brokers.restart(id)
  }

  /** Adds a broker to the cluster and starts it; nothing moves to it by itself. Gives its id, the least that is free. */
  addBroker(options: AddBrokerOptions = {}): Promise<number> {
    return this.#brokers.add(options)
  }

  /** Stops a broker and takes it out of the cluster for good. Partitions that have replicas there keep them, offline, until they are reassigned. */
  removeBroker(id: number): Promise<void> {
    return this.#brokers.remove(id)
  }

  /** The id of the broker that leads a partition; -1 where none does. Throws UsageError where there is no such partition. */
  leaderOf(topic: string, partition: number): number {
    return this.#partition(topic, partition).registration.leader
  }

  /** The ids of the replicas of a partition that are in sync. Throws UsageError where there is no such partition. */
  isrOf(topic: string, partition: number): readonly number[] {
    return this.#partition(topic, partition).registration.isr
  }

  /** Has another broker lead a partition. Throws UsageError unless it runs and is in sync there. */
  moveLeader(topic: string, partition: number, id: number): void {
    const { topicId, registration } = this.#partition(topic, partition)
    const where = `${topic}-${partition}`
    if (!registration.isr.includes(id) || !this.#brokers.isRunning(id)) {
      throw new UsageError(`Broker ${id} cannot lead ${where}: in sync are ${registration.isr.join(', ')}`)
    }
    this.#change(topicId, partition, { leader: id })
  }

  /**
   * Takes a follower out of a partition's ISR, and keeps it from copying until `expandIsr`. Throws UsageError for the leader: move it first.
   */
  shrinkIsr(topic: string, partition: number, id: number): void {
    const { topicId, registration } = this.#partition(topic, partition)
    if (!registration.replicas.includes(id))
      throw new UsageError(`Broker ${id} has no replica of ${topic}-${partition}`)
    if (registration.leader === id) {
      throw new UsageError(`Broker ${id} leads ${topic}-${partition}: move the leader before taking it out of the ISR`)
    }
    this.#brokers.core.fetcherOf(id)?.pause(partitionKey(topicId, partition))
    this.#change(topicId, partition, { isr: registration.isr.filter((other) => other !== id) })
  }

  /** Lets a follower copy again, so that it comes back into the ISR; by the time this returns it is there, if it runs and has a leader. */
  expandIsr(topic: string, partition: number, id: number): void {
    const { topicId, registration } = this.#partition(topic, partition)
    if (!registration.replicas.includes(id))
      throw new UsageError(`Broker ${id} has no replica of ${topic}-${partition}`)
    this.#brokers.core.fetcherOf(id)?.resume(partitionKey(topicId, partition))
    this.#brokers.run()
  }

  /** Keeps a broker from copying anything from its leaders: it falls behind, and after `replicaLagTimeMaxMs` out of the ISRs. */
  pauseReplication(id: number): void {
    this.#brokers.isRunning(id)
    this.#brokers.core.fetcherOf(id)?.pause()
  }

  /** Lets a broker copy from its leaders again. */
  resumeReplication(id: number): void {
    this.#brokers.isRunning(id)
    this.#brokers.core.fetcherOf(id)?.resume()
    this.#brokers.run()
  }

  /**
   * What the cluster holds now, in one piece: topics, records, configs, users, ACLs, offsets of groups, transactions. `Broker.start({ from })` begins with it;
   * write it to a file to keep it. Members of groups are not in it: they join anew.
   */
  snapshot(): Uint8Array {
    return encodeSnapshot(this.#brokers.snapshot())
  }

  /** Closes all ports and connections, and the files of the data directory. */
  close(): Promise<void> {
    this.#closed ??= this.#brokers.close()
    return this.#closed
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #change(topicId: string, partition: number, target: PartitionTarget): void {
    const { cluster } = this.#brokers
    for (const record of planPartitionChange(cluster, topicId, partition, target)) cluster.apply(record)
    this.#brokers.run()
  }

  #partition(name: string, partition: number): { topicId: string; registration: PartitionRegistration } {
    const topic = this.#brokers.cluster.topics.byName(name)
    const registration = topic?.partitions[partition]
    if (topic === undefined || registration === undefined) {
      throw new UsageError(`There is no partition ${partition} of a topic ${name}`)
    }
    return { topicId: topic.topicId, registration }
  }
}

/** A topic that a data directory has kept is there already. */
function createTopic(brokers: BrokerCluster, topic: StartTopic): void {
  const { name, assignments = [], configs = {} } = topic
  if (brokers.hasKept(name)) return
  const isAssigned = assignments.length > 0
  const plan = planTopic(brokers.anyState, {
    name,
    numPartitions: isAssigned ? -1 : (topic.partitions ?? -1),
    replicationFactor: isAssigned ? -1 : (topic.replicationFactor ?? -1),
    assignments: assignments.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds: [...brokerIds] })),
    configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
  })
  if (!('type' in plan)) throw new UsageError(`Broker option topics: ${plan.errorMessage}`)
  brokers.cluster.apply(plan)
  brokers.run()
}
