import { type Address, type Environment, systemEnvironment } from '@odradek/network'
import { formatAddress } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { BrokerControl } from './control/broker-control.ts'
import { Controlled } from './control/controlled.ts'
import { BrokerCore } from './core/broker-core.ts'
import { BrokerState } from './core/broker-state.ts'
import { ClusterState } from './core/cluster/cluster-state.ts'
import { planTopic } from './core/topics/topic-creation.ts'
import { type BrokerOptions, type ResolvedBrokerOptions, resolveBrokerOptions, type StartTopic } from './options.ts'
import { randomUuid } from './random-uuid.ts'
import { startRecords } from './start-records.ts'
import { Server } from './server.ts'
import { BrokerStorage } from './storage/broker-storage.ts'
import { LogKeeper } from './storage/log-keeper.ts'

const ANY_HOST = new Set(['0.0.0.0', '::', ''])

/** A Kafka broker within this process, reached over TCP by any client. Without a data directory, what it holds is gone when it closes. */
export class Broker extends Controlled implements AsyncDisposable {
  /** Where clients connect: `host:port`. */
  readonly bootstrapServers: string
  readonly host: string
  readonly port: number
  readonly #server: Server
  readonly #closeStorage: () => void
  #closed: Promise<void> | undefined

  private constructor(server: Server, control: BrokerControl, host: string, port: number, closeStorage: () => void) {
    super(control)
    this.#server = server
    this.#closeStorage = closeStorage
    this.host = host
    this.port = port
    this.bootstrapServers = formatAddress({ host, port })
  }

  /**
   * Starts a broker. `environment` replaces the network, the clock and the random numbers, for tests.
   * Throws UsageError where an option is wrong, and what the network says where the port is taken.
   */
  static async start(options: BrokerOptions = {}, environment: Environment = systemEnvironment()): Promise<Broker> {
    const config = resolveBrokerOptions(options)
    const { clock, transport, random } = environment
    const newUuid = () => randomUuid(random)
    const { dataDir, nodeId, clusterId } = config
    const storage = new BrokerStorage({ dataDir, nodeId, clusterId, newUuid, random, clock, settings: config })
    const cluster = new ClusterState({ clusterId: storage.clusterId, newUuid, random, configs: config.kafkaConfigs })
    storage.keep(cluster)
    const state = new BrokerState(config, cluster, storage.logs)
    state.wallClockOffsetMs = clock.wallClockMs() - clock.nowMs()
    const onEvent = config.onEvent ?? (() => {})
    const core = new BrokerCore(state)
    const control = new BrokerControl({ clock, nameOfTopicId: (id) => state.topics.byId(id)?.name })
    const server = new Server({ core, clock, transport, maxFrameSize: config.socketRequestMaxBytes, onEvent, control })
    const opened = await listen(server, config, storage)
    // 'All interfaces' is no place to connect to.
    const host = config.advertisedHost ?? (ANY_HOST.has(config.host) ? 'localhost' : config.host)
    const port = config.advertisedPort ?? opened.port
    const identity = { brokerId: config.nodeId, brokerEpoch: 1, rack: null }
    for (const record of startRecords(config)) cluster.apply(record)
    cluster.apply({ type: 'broker-registered', ...identity, host, port })
    const keeper = new LogKeeper(storage.logs, clock, (error) => onEvent({ type: 'storage-failed', error }))
    const broker = new Broker(server, control, host, port, () => {
      keeper.stop()
      storage.close()
    })
    try {
      for (const topic of config.topics) createTopic(state, typeof topic === 'string' ? { name: topic } : topic)
    } catch (error) {
      await broker.close()
      throw error
    }
    return broker
  }

  /** Closes the port and all connections, and the files of the data directory. */
  close(): Promise<void> {
    this.#closed ??= this.#server.close().finally(this.#closeStorage)
    return this.#closed
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

async function listen(server: Server, { host, port }: ResolvedBrokerOptions, storage: BrokerStorage): Promise<Address> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    storage.close()
    throw error
  }
}

/** A topic that a data directory has kept is there already. */
function createTopic(state: BrokerState, { name, partitions = -1, configs = {} }: StartTopic): void {
  if (state.topics.byName(name) !== undefined && state.logs.directory !== undefined) return
  const wanted = { name, numPartitions: partitions, replicationFactor: -1, assignments: [] }
  const plan = planTopic(state, {
    ...wanted,
    configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
  })
  if (!('type' in plan)) throw new UsageError(`Broker option topics: ${plan.errorMessage}`)
  state.apply(plan)
}
