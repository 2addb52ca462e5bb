// What a connection is told, and what it tells its owner.
import type { KafkaError } from '@odradek/protocol'

import type { Clock } from './clock.ts'
import type { ConnectionSecurity } from './connection-security.ts'
import type { ConnectionState } from './core/connection-state.ts'
import type { BrokerVersions, FinalizedFeatures } from './core/version-negotiation.ts'
import type { Address, Transport } from './transport/transport.ts'

/** What BrokerConnection is told. */
export interface BrokerConnectionOptions {
  readonly address: Address
  readonly clientId: string
  readonly clock: Clock
  readonly transport: Transport
  /** A response that says it is larger ends the connection. */
  readonly maxResponseSize: number
  /** How long to wait for an answer to ApiVersions, in milliseconds. */
  readonly versionCheckTimeoutMs: number
  /** How long authentication may take, in milliseconds. */
  readonly authenticationTimeoutMs: number
  readonly security: ConnectionSecurity
  /** Numbers in [0, 1). */
  readonly random: () => number
  /** What the broker speaks, where that is known without asking. */
  readonly knownVersions?: BrokerVersions | undefined
  /** Whether the broker seems to be Kafka 0.8, which closes the connection that asks for ApiVersions: probed in another way. */
  readonly seemsKafka08?: boolean
}

/** What a port may want that closed a connection without a word. */
export type PortSuspicion = 'tls' | 'plaintext' | 'sasl'

/** How a connection ended. */
export interface ConnectionEnd {
  /** The state it was in. */
  readonly state: ConnectionState
  /** Undefined where it was closed on purpose, with nothing waiting. */
  readonly error: KafkaError | undefined
  /** Whether the broker closed it before it answered anything. */
  readonly closedUnanswered: boolean
  /** What the port may want in place of what was tried: it closed the connection without a word. */
  readonly suspicion?: PortSuspicion | undefined
}

/** What a connection tells its owner. */
export interface BrokerConnectionEvents {
  /** It is ready, an answer came, or there is room to write again. */
  onProgress(): void
  /** The broker answered for the first time; with SASL, it has let us in. */
  onFirstAnswer(): void
  /** The broker passed over ApiVersions and answered what came after it: it is Kafka 0.9. */
  onNoApiVersions(): void
  /** The broker said which features the cluster has agreed on. */
  onFeatures?(features: FinalizedFeatures): void
  /** Something threw that never should. */
  onDefect(error: unknown): void
  /** It is gone; all that waited for an answer has failed. */
  onEnd(end: ConnectionEnd): void
}
