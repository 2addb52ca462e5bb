import { AuthenticationError, BrokerError, type KafkaError } from '@odradek/protocol'

import type { Clock } from './clock.ts'
import type { ClusterMetadata } from './core/cluster-metadata.ts'
import type { NetworkClient } from './network-client.ts'
import { rethrowLater } from './rethrow-later.ts'

/** Connections are tried again every second. */
const REPEAT_AFTER_MS = 30_000
const MOST_REMEMBERED = 1000

/** With jitter, the same trouble takes another time with each try. */
const times = /\d+ ms/g

/** Writes a line to a user's logger. */
type Tell = (level: 'warn' | 'error', text: string, error: KafkaError) => void

/** Tells a logger why brokers cannot be reached or give no metadata; the same again only after 30 seconds. */
export class TroubleLog {
  readonly #tellLogger: Tell
  /** When each was told last. */
  readonly #toldAtMs = new Map<string, number>()

  constructor(tell: Tell) {
    this.#tellLogger = tell
  }

  /** Tells of this client's connections and of metadata that it does not get. */
  follow(network: NetworkClient, clock: Clock): void {
    network.onConnectionLost((nodeId, _channel, error) => this.onConnectionLost(nodeId, error, clock.nowMs()))
    network.metadata.onFailure((error, nowMs) => {
      // A question that ends with the client is not asked again.
      if (!network.isClosing) this.onMetadataFailure(error, nowMs)
    })
  }

  /** A connection was lost, or could not be made. A node id below 0 is that of a bootstrap address. */
  onConnectionLost(nodeId: number, error: KafkaError, nowMs: number): void {
    const broker = nodeId < 0 ? 'a bootstrap server' : `broker ${nodeId}`
    const level = AuthenticationError.is(error) ? 'error' : 'warn'
    this.#tell(level, `no connection to ${broker}: ${error.message}`, error, nowMs)
  }

  /** No broker told of the cluster, or the one that was asked could not. */
  onMetadataFailure(error: KafkaError, nowMs: number): void {
    this.#tell('warn', `no metadata, which is asked for again: ${error.message}`, error, nowMs)
  }

  /** A broker told of the cluster, and perhaps that it has nothing to say of a topic. */
  onMetadata({ topics }: ClusterMetadata, nowMs: number): void {
    for (const { name, errorCode } of topics.values())
      if (errorCode !== 0) {
        const error = new BrokerError({ api: 'Metadata', errorCode })
        this.#tell('warn', `no metadata of topic ${name}: ${error.message}`, error, nowMs)
      }
  }

  #tell(level: 'warn' | 'error', text: string, error: KafkaError, nowMs: number): void {
    const key = text.replace(times, '')
    if (nowMs - (this.#toldAtMs.get(key) ?? -Infinity) < REPEAT_AFTER_MS) return
    this.#remember(key, nowMs)
    try {
      this.#tellLogger(level, text, error)
    } catch (thrown) {
      // The loop that drives the client is running: what a logger throws must not stop that.
      rethrowLater(thrown)
    }
  }

  /** What was told last stands last; where there is no room, what was told first is forgotten. */
  #remember(key: string, nowMs: number): void {
    this.#toldAtMs.delete(key)
    this.#toldAtMs.set(key, nowMs)
    if (this.#toldAtMs.size <= MOST_REMEMBERED) return
    const [oldest] = this.#toldAtMs.keys()
    if (oldest !== undefined) this.#toldAtMs.delete(oldest)
  }
}
