/** The listeners that a cluster's options ask for: how clients connect, and what they must show. */
import { ClusterError } from './cluster-error.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { hasFeature, requireFeature } from './version-features.ts'
import type { KafkaVersion } from './versions.ts'

/** Kafka's names of what `sasl` may be. */
export const saslMechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] as const

/** A way to show who one is. */
export type SaslMechanism = (typeof saslMechanisms)[number]

/** How clients of one listener connect. */
export interface ListenerOptions {
  /** Encrypted, with a certificate that the cluster's own authority has signed. @default false */
  readonly tls?: boolean
  /** Whether the client must show a certificate too (mTLS), may, or is not asked. @default 'none' */
  readonly clientAuth?: 'none' | 'requested' | 'required'
  /** One of these must be used. @default none: no SASL */
  readonly sasl?: readonly SaslMechanism[]
}

/** A listener before it has ports. */
export interface PlannedListener {
  /** The name in the options, in capitals. */
  readonly label: string
  /** Kafka's name: the same, or the protocol where the version has no names. */
  readonly name: string
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  readonly clientAuth: 'none' | 'requested' | 'required'
  readonly sasl: readonly SaslMechanism[]
}

/** The listeners of every broker. */
export interface ListenerPlan {
  /** For the brokers themselves, for tools, and to see whether a broker is ready: always without encryption and password. */
  readonly internal: string
  /** For clients; `internal` is among them where nothing else was asked for. */
  readonly client: string
  readonly listeners: readonly PlannedListener[]
}

const planned = (name: string, { tls, clientAuth, sasl }: ListenerOptions): PlannedListener => {
  const transport = tls ? 'SSL' : 'PLAINTEXT'
  return {
    label: name.toUpperCase(),
    name: name.toUpperCase(),
    protocol: sasl?.length ? (`SASL_${transport}` as const) : transport,
    clientAuth: clientAuth ?? 'none',
    sasl: sasl ?? [],
  }
}

/**
 * The listeners for these options.
 * @throws ClusterError `not-in-version` for what the version lacks, `bad-option` for what makes no sense.
 */
export const planListeners = (row: KafkaVersion, options: ClusterOptions): ListenerPlan => {
  const client = planned('client', options)
  const others = Object.entries(options.listeners ?? {}).map(([name, listener]) => planned(name, listener))
  const plain = client.protocol === 'PLAINTEXT'
  const wanted = plain ? others : [client, ...others]
  for (const listener of [client, ...others]) checkListener(row, listener)
  checkClientAuth(row, wanted)
  checkAcls(row, options, wanted)
  if (options.tokens === 'signed') requireFeature(row, 'signed-tokens')
  if (wanted.length === 0) return { internal: 'PLAINTEXT', client: 'PLAINTEXT', listeners: [planned('plaintext', {})] }
  if (hasFeature(row, 'named-listeners')) {
    const internal = planned('internal', {})
    return { internal: internal.name, client: plain ? internal.name : client.name, listeners: [internal, ...wanted] }
  }
  return oneOfEachProtocol(row, [planned('plaintext', {}), ...wanted], plain)
}

/** Before 0.10.2 a listener's name is its protocol. */
const oneOfEachProtocol = (row: KafkaVersion, wanted: readonly PlannedListener[], plain: boolean): ListenerPlan => {
  const listeners = wanted.map((listener) => ({ ...listener, name: listener.protocol }))
  if (new Set(listeners.map(({ name }) => name)).size < listeners.length) requireFeature(row, 'named-listeners')
  return { internal: 'PLAINTEXT', client: plain ? 'PLAINTEXT' : listeners[1]!.name, listeners }
}

const checkListener = (row: KafkaVersion, { name, protocol, clientAuth, sasl }: PlannedListener): void => {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name) || name === 'CONTROLLER' || name === 'INTERNAL') {
    throw new ClusterError('bad-option', `${JSON.stringify(name)} cannot be the name of a listener for clients.`)
  }
  if (protocol.endsWith('SSL')) requireFeature(row, 'ssl')
  else if (clientAuth !== 'none') {
    throw new ClusterError(
      'bad-option',
      'Only a listener with `tls: true` can ask clients for a certificate (`clientAuth`).',
    )
  }
  for (const mechanism of sasl) {
    if (!saslMechanisms.includes(mechanism)) {
      throw new ClusterError('bad-option', `${mechanism} is no SASL mechanism. There are ${saslMechanisms.join(', ')}.`)
    }
    requireFeature(row, mechanism === 'PLAIN' ? 'plain' : mechanism === 'OAUTHBEARER' ? 'oauthbearer' : 'scram')
  }
}

/** Before 1.1 whether clients must show a certificate is one setting for all listeners. */
const checkClientAuth = (row: KafkaVersion, wanted: readonly PlannedListener[]): void => {
  const secured = wanted.filter(({ protocol }) => protocol.endsWith('SSL'))
  if (new Set(secured.map(({ clientAuth }) => clientAuth)).size > 1) requireFeature(row, 'listener-jaas')
}

const checkAcls = (row: KafkaVersion, options: ClusterOptions, wanted: readonly PlannedListener[]): void => {
  if (!options.acls) return
  requireFeature(row, 'acls')
  if (wanted.some(({ clientAuth, sasl }) => clientAuth !== 'none' || sasl.length > 0)) return
  throw new ClusterError('bad-option', 'ACLs need to know who a client is: add `sasl`, or `tls` with `clientAuth`.')
}
