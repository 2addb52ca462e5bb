import { advanceUntilSettled, type Environment, FakeClock, MemoryNetwork, seededRandom } from '@odradek/network'
import { Broker } from '../broker.ts'
import type { BrokerOptions } from '../options.ts'

/** How a simulation is to be. */
export interface SimulateOptions extends BrokerOptions {
  /** What bytes take one way, in simulated ms. @default 1 */
  readonly latencyMs?: number
  /** The same seed gives the same run. @default 1 */
  readonly seed?: number
  /** Milliseconds since 1970 at the beginning. @default 2026-01-01 */
  readonly startMs?: number
}

/**
 * A broker in simulated time, on a network in memory. Clients made with its `environment` live in the same world:
 * `new Producer({ bootstrapServers: simulation.broker.bootstrapServers }, simulation.environment)`. Time stands still but within `run` and `advance`.
 */
export class Simulation implements AsyncDisposable {
  readonly broker: Broker
  readonly environment: Environment
  readonly clock: FakeClock
  readonly network: MemoryNetwork

  constructor(broker: Broker, environment: Environment, clock: FakeClock, network: MemoryNetwork) {
    this.broker = broker
    this.environment = environment
    this.clock = clock
    this.network = network
  }

  /** Lets time pass, timer by timer, until a promise is settled, and gives what it gives. Rejects where nothing more happens within `limitMs`. */
  run<T>(promise: Promise<T>, limitMs?: number): Promise<T> {
    return advanceUntilSettled(this.clock, promise, limitMs)
  }

  /** Lets so much time pass, every timer on the way firing at its own time. */
  advance(ms: number): Promise<void> {
    return this.clock.advance(ms)
  }

  /** Closes the broker. Clients are closed before: `await simulation.run(producer.close())`. */
  async close(): Promise<void> {
    await this.run(this.broker.close())
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** Starts a broker in simulated time. Throws as `Broker.start` does. */
export async function simulate(options: SimulateOptions = {}): Promise<Simulation> {
  const { latencyMs = 1, seed = 1, startMs, ...brokerOptions } = options
  const clock = new FakeClock(startMs)
  const network = new MemoryNetwork({ clock, latencyMs })
  const environment = { clock, transport: network, random: seededRandom(seed) }
  const broker = await advanceUntilSettled(clock, Broker.start(brokerOptions, environment))
  return new Simulation(broker, environment, clock, network)
}
