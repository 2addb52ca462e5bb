import { type Address, type Environment, FakeClock, MemoryNetwork, seededRandom } from '@odradek/network'
import type { Api } from '@odradek/protocol'

import type { ScriptedHandler } from './scripted-answer.ts'
import { ScriptedBroker } from './scripted-broker.ts'
import { ScriptedCluster } from './scripted-cluster.ts'

/** What ScriptedNetwork may be told. */
export interface ScriptedNetworkOptions {
  /** @default a FakeClock of its own */
  readonly clock?: FakeClock
  /** How many brokers there are; their ids are 1, 2 and so on. @default 1 */
  readonly brokers?: number
  /** How long bytes take one way, in milliseconds. @default 0 */
  readonly latencyMs?: number
  /** Bytes arrive in pieces of at most this size. @default no limit */
  readonly pieceSize?: number | (() => number)
  /** Seed of the random numbers that clients get. @default 1 */
  readonly seed?: number
}

/** A cluster of scripted brokers in memory, and the environment with which a client reaches them: time moves only as the test says. */
export class ScriptedNetwork {
  readonly clock: FakeClock
  readonly memory: MemoryNetwork
  readonly cluster = new ScriptedCluster()
  readonly brokers: readonly ScriptedBroker[]
  /** What a client is given in place of the real world. */
  readonly environment: Environment
  /** The option `bootstrapServers` that reaches all brokers. */
  readonly bootstrapServers: string

  constructor({ clock = new FakeClock(), brokers = 1, latencyMs, pieceSize, seed = 1 }: ScriptedNetworkOptions = {}) {
    this.clock = clock
    this.memory = new MemoryNetwork({
      clock,
      ...(latencyMs === undefined ? {} : { latencyMs }),
      ...(pieceSize === undefined ? {} : { pieceSize }),
    })
    this.environment = { clock, transport: this.memory, random: seededRandom(seed) }
    const ids = Array.from({ length: brokers }, (_, index) => index + 1)
    for (const id of ids) this.cluster.addresses.set(id, brokerAddress(id))
    this.brokers = ids.map((id) => this.#makeBroker(id))
    this.bootstrapServers = ids.map((id) => `${brokerAddress(id).host}:${brokerAddress(id).port}`).join(',')
  }

  /** The broker of this id. */
  broker(id: number): ScriptedBroker {
    const broker = this.brokers.find((each) => each.id === id)
    if (broker === undefined) throw new Error(`there is no broker ${id}`)
    return broker
  }

  /** Answers this API so on all brokers. */
  on<Req, Res>(api: Api<Req, Res>, handler: ScriptedHandler<Req, Res>): this {
    for (const broker of this.brokers) broker.on(api, handler)
    return this
  }

  /** Connections that are open or being opened: 0 once all clients are closed. */
  get openConnections(): number {
    return this.memory.connections.length
  }

  #makeBroker(id: number): ScriptedBroker {
    const { clock, memory: network, cluster } = this
    return new ScriptedBroker({ id, address: brokerAddress(id), clock, network, cluster })
  }
}

function brokerAddress(id: number): Address {
  return { host: `broker-${id}`, port: 9092 }
}
