// The life of an admin client: its connections, its calls under way, its end.
import { channel } from 'node:diagnostics_channel'

import type { Clock, Environment, MetricsSource } from '@odradek/network'
import { ClientTelemetry, NetworkClient, rethrowLater, TroubleLog } from '@odradek/network/internal'
import { TimeoutError, UsageError } from '@odradek/protocol'

import type { AdminCall } from '../admin-call.ts'
import type { AdminEvent } from '../admin-events.ts'
import { logEvent } from '../admin-logger.ts'
import { type AdminMetric, AdminMetrics } from '../admin-metrics.ts'
import type { AdminWorld } from '../admin-world.ts'
import { ClusterView } from '../cluster-view.ts'
import type { AdminConfig } from '../options.ts'

/** What `close` may be told. */
export interface AdminCloseOptions {
  /** How long to wait for calls under way, in milliseconds; those that have not ended by then fail with TimeoutError. @default no limit but their own */
  readonly timeoutMs?: number
}

/** Events are published to `node:diagnostics_channel` under this and their type: `odradek:admin:call-failed`. */
const CHANNEL_PREFIX = 'odradek:admin:'

/** See the head of the file. */
export class AdminClient implements AsyncDisposable, MetricsSource {
  /** What the operations work with. */
  protected readonly world: AdminWorld
  readonly #metrics: AdminMetrics
  readonly #clock: Clock
  readonly #network: NetworkClient
  readonly #telemetry: ClientTelemetry
  #closing: Promise<void> | undefined
  #onIdle: (() => void) | undefined

  constructor(config: AdminConfig, environment: Environment) {
    this.#clock = environment.clock
    this.#metrics = new AdminMetrics(config.clientId)
    this.#network = new NetworkClient(config, environment, { allowAutoTopicCreation: false })
    const calls = new CallSet(() => this.#onIdle?.())
    this.world = {
      config,
      network: this.#network,
      clock: environment.clock,
      random: environment.random,
      cluster: new ClusterView(),
      calls,
      ensureOpen: (call) => this.#ensureOpen(call),
      emit: (event) => this.#onEvent(event, config),
    }
    this.#telemetry = new ClientTelemetry(this.#network, config, environment, {
      readMetrics: () => this.metrics(),
      labels: () => ({}),
    })
    const { logger } = config
    if (logger !== undefined)
      new TroubleLog((level, text) => logger[level](text)).follow(this.#network, environment.clock)
    this.#network.onFatalError((error) => {
      for (const call of [...calls]) call.stop(error)
    })
  }

  /** Counters and times under Kafka's names, such as `request-total`. */
  metrics(): AdminMetric[] {
    return this.#metrics.read(this.#network.requestsInFlight)
  }

  /** The same, as all clients give them: for Prometheus and OpenTelemetry. */
  clientMetrics(): AdminMetric[] {
    return this.metrics()
  }

  /** The id under which brokers that subscribe to metrics know this client (KIP-714). Rejects as that of a producer. */
  clientInstanceId({ timeoutMs = 30_000 }: { timeoutMs?: number } = {}): Promise<string> {
    return this.#telemetry.clientInstanceId(timeoutMs)
  }

  /**
   * Waits until the calls under way have ended (at most `timeoutMs`) and closes all connections; further calls are refused. Never rejects for
   * calls that fail. Closing again waits for the same end, and can only shorten the wait.
   */
  async close({ timeoutMs }: AdminCloseOptions = {}): Promise<void> {
    if (timeoutMs !== undefined && !(timeoutMs >= 0))
      throw new UsageError(
        `close() option timeoutMs must be a number of milliseconds of 0 or more, not ${String(timeoutMs)}`,
      )
    this.#closing ??= this.#drainAndClose()
    if (timeoutMs === undefined || timeoutMs === Infinity) return this.#closing
    const giveUp = () => {
      const error = (name: string) =>
        new TimeoutError(`${name}: the admin client was closed before it ended: close() waited ${timeoutMs} ms`)
      for (const call of [...this.world.calls]) call.stop(error(call.name))
      this.#telemetry.giveUp()
    }
    if (timeoutMs === 0) giveUp()
    const timer = this.#clock.setTimer(timeoutMs, giveUp)
    try {
      await this.#closing
    } finally {
      timer.cancel()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #drainAndClose(): Promise<void> {
    if (this.world.calls.size > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve))
    await this.#telemetry.end()
    await this.#network.close()
  }

  #ensureOpen(call: string): void {
    if (this.#network.fatalError !== undefined) throw this.#network.fatalError
    if (this.#closing !== undefined)
      throw new UsageError(`${call}: the admin client is closed: make a new one, or close it after the last call`)
  }

  #onEvent(event: AdminEvent, { logger, clientId }: AdminConfig): void {
    this.#metrics.onEvent(event)
    if (logger !== undefined) {
      try {
        logEvent(logger, event)
      } catch (error) {
        // A call is under way, or has had its result: what a logger throws must not be its error.
        rethrowLater(error)
      }
    }
    const listeners = channel(CHANNEL_PREFIX + event.type)
    if (listeners.hasSubscribers) listeners.publish({ clientId, ...event })
  }
}

/** Calls under way; says when the last one has ended. */
class CallSet extends Set<AdminCall> {
  readonly #onEmpty: () => void

  constructor(onEmpty: () => void) {
    super()
    this.#onEmpty = onEmpty
  }

  override delete(call: AdminCall): boolean {
    const wasThere = super.delete(call)
    if (wasThere && this.size === 0) this.#onEmpty()
    return wasThere
  }
}
