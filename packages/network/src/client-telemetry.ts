// Telemetry of one client (KIP-714): the core on the client's loop, and what users see of it.
import { KafkaError, TimeoutError, UsageError } from '@odradek/protocol'

import type { ClientMetric } from './client-metric.ts'
import { TelemetryManager } from './core/telemetry/telemetry-manager.ts'
import type { Environment } from './environment.ts'
import type { NetworkClient } from './network-client.ts'
import type { NetworkConfig } from './network-options.ts'

/** What a client has to say of itself. */
export interface ClientTelemetrySource {
  readonly readMetrics: () => readonly ClientMetric[]
  /** KIP-714's labels: `group_id`, `transactional_id` and so on; what is undefined is left out. */
  readonly labels: () => Readonly<Record<string, string | undefined>>
  /** Compresses by Kafka's id of a type; may throw where it cannot. Without, nothing is compressed. */
  readonly compress?: (typeId: number, bytes: Uint8Array) => Uint8Array
}

/** How long a client that closes waits for its last push. */
const LAST_PUSH_MS = 1000

/** See the head of the file. */
export class ClientTelemetry {
  readonly #network: NetworkClient
  readonly #environment: Environment
  /** Undefined where `enableMetricsPush` is off. */
  readonly #manager: TelemetryManager | undefined
  readonly #waiters = new Set<() => void>()
  #isGivenUp = false

  constructor(
    network: NetworkClient,
    config: NetworkConfig,
    environment: Environment,
    { readMetrics, labels, compress }: ClientTelemetrySource,
  ) {
    this.#network = network
    this.#environment = environment
    if (!config.enableMetricsPush) return
    const { random, clock } = environment
    this.#manager = new TelemetryManager({
      ...config,
      random,
      wallClockMs: () => clock.wallClockMs(),
      isConnected: () => network.metadata.current.brokers.size > 0,
      readMetrics,
      resource: () => withoutUndefined(labels()),
      compress: (typeId, bytes) => {
        try {
          return compress?.(typeId, bytes)
        } catch {
          return undefined
        }
      },
    })
    this.#manager.onChange = () => this.#checkAll()
    network.addManager(this.#manager)
  }

  /**
   * The id under which the brokers know this client's metrics. Rejects with UsageError where `enableMetricsPush` is off, KafkaError where the
   * brokers take no metrics, TimeoutError after `timeoutMs`.
   */
  async clientInstanceId(timeoutMs: number): Promise<string> {
    const manager = this.#manager
    if (manager === undefined)
      throw new UsageError('there is no client instance id: the option enableMetricsPush is off')
    // A client that has sent nothing yet knows no broker.
    const { metadata } = this.#network
    if (metadata.current.brokers.size === 0) metadata.requestUpdate(this.#environment.clock.nowMs())
    this.#network.wakeup()
    await this.#until(() => manager.clientInstanceId !== undefined || manager.state === 'terminated', timeoutMs)
    if (manager.clientInstanceId !== undefined) return manager.clientInstanceId
    if (manager.state === 'terminated') {
      throw new KafkaError(
        'there is no client instance id: the brokers take no metrics of clients, or the client is closed',
      )
    }
    throw new TimeoutError(`no broker gave a client instance id in ${timeoutMs} ms`)
  }

  /** Pushes for the last time, where brokers subscribe; waits a second at most, and no longer than until `giveUp`. Never rejects. */
  async end(): Promise<void> {
    const manager = this.#manager
    if (manager === undefined) return
    manager.terminate()
    if (manager.state === 'terminated') return
    this.#network.wakeup()
    await this.#until(() => manager.state === 'terminated' || this.#isGivenUp, LAST_PUSH_MS)
  }

  /** The client's time to close is used up: `end` waits no more. */
  giveUp(): void {
    this.#isGivenUp = true
    this.#checkAll()
  }

  #checkAll(): void {
    for (const check of [...this.#waiters]) check()
  }

  async #until(isSo: () => boolean, timeoutMs: number): Promise<void> {
    if (isSo()) return
    await new Promise<void>((resolve) => {
      const end = () => {
        this.#waiters.delete(check)
        timer.cancel()
        resolve()
      }
      const check = () => {
        if (isSo()) end()
      }
      const timer = this.#environment.clock.setTimer(timeoutMs, end)
      this.#waiters.add(check)
    })
  }
}

function withoutUndefined(labels: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter((label): label is [string, string] => label[1] !== undefined && label[1] !== ''),
  )
}
