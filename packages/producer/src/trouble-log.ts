import { AuthenticationError, BrokerError, type KafkaError } from '@odradek/protocol'
import type { ClusterMetadata } from '@odradek/network/internal'

import type { ProducerLogger } from './producer-logger.ts'
import { rethrowLater } from './rethrow-later.ts'

/** Connections are tried again every second. */
const REPEAT_AFTER_MS = 30_000
const MOST_REMEMBERED = 100

/** Tells a logger why brokers cannot be reached or give no metadata; the same again only after 30 seconds. */
export class TroubleLog {
  readonly #logger: ProducerLogger
  /** When each was told last. */
  readonly #toldAtMs = new Map<string, number>()

  constructor(logger: ProducerLogger) {
    this.#logger = logger
  }

  /** A connection was lost, or could not be made. A node id below 0 is that of a bootstrap address. */
  onConnectionLost(nodeId: number, error: KafkaError, nowMs: number): void {
    const broker = nodeId < 0 ? 'a bootstrap server' : `broker ${nodeId}`
    const level = AuthenticationError.is(error) ? 'error' : 'warn'
    this.#tell(level, `no connection to ${broker}: ${error.message}`, nowMs)
  }

  /** No broker told of the cluster, or the one that was asked could not. */
  onMetadataFailure(error: KafkaError, nowMs: number): void {
    this.#tell('warn', `no metadata, which is asked for again: ${error.message}`, nowMs)
  }

  /** A broker told of the cluster, and perhaps that it has nothing to say of a topic. */
  onMetadata({ topics }: ClusterMetadata, nowMs: number): void {
    for (const { name, errorCode } of topics.values())
      if (errorCode !== 0) {
        const { message } = new BrokerError({ api: 'Metadata', errorCode })
        this.#tell('warn', `no metadata of topic ${name}: ${message}`, nowMs)
      }
  }

  #tell(level: 'warn' | 'error', text: string, nowMs: number): void {
    if (nowMs - (this.#toldAtMs.get(text) ?? -Infinity) < REPEAT_AFTER_MS) return
    if (this.#toldAtMs.size >= MOST_REMEMBERED) this.#toldAtMs.clear()
    this.#toldAtMs.set(text, nowMs)
    try {
      this.#logger[level](text)
    } catch (error) {
      // The loop that drives the producer is running: what a logger throws must not stop that.
      rethrowLater(error)
    }
  }
}
