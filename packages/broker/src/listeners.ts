// The listeners of a broker, from its options.
import type { Address, Transport } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import type { BrokerState } from './core/broker-state.ts'
import type { SecurityProtocol } from './core/security/client-session.ts'
import type { ResolvedBrokerOptions } from './options.ts'
import { saslMechanisms } from './sasl-mechanisms.ts'
import type { ListenerOptions } from './security-options.ts'
import type { ListenerPort } from './server.ts'
import { TlsListening } from './tls-listener.ts'

/** A listener before it is opened. */
export interface PlannedListener {
  readonly address: Address
  readonly port: ListenerPort
  /** The one of the option `port`, where there is no list of listeners. */
  readonly isFirst: boolean
  readonly advertisedHost: string | undefined
  readonly advertisedPort: number | undefined
}

const PROTOCOLS: readonly string[] = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL']

/** All listeners, the one for `bootstrapServers` first. Throws UsageError where they contradict themselves. */
export function planListeners(
  options: ResolvedBrokerOptions,
  state: BrokerState,
  transport: Transport,
): PlannedListener[] {
  const given = options.listeners ?? [onlyListener(options)]
  const names = given.map(({ name }) => name)
  if (given.length === 0) throw new UsageError('Broker option listeners is empty, where it must have a listener')
  if (new Set(names).size < names.length) throw new UsageError('Broker option listeners: two have the same name')
  return given.map((listener) => planListener(listener, options, state, transport))
}

function onlyListener({ port, advertisedHost, advertisedPort, ssl, sasl }: ResolvedBrokerOptions): ListenerOptions {
  const protection = ssl === undefined ? 'PLAINTEXT' : 'SSL'
  const name: SecurityProtocol = sasl === undefined ? protection : `SASL_${protection}`
  return {
    name,
    port,
    ...(advertisedHost !== undefined && { advertisedHost }),
    ...(advertisedPort !== undefined && { advertisedPort }),
  }
}

function planListener(
  listener: ListenerOptions,
  options: ResolvedBrokerOptions,
  state: BrokerState,
  transport: Transport,
): PlannedListener {
  const { name, protocol = name, host = options.host, port = 0 } = listener
  if (!PROTOCOLS.includes(protocol)) {
    throw new UsageError(`Broker option listeners: ${name} needs a protocol, one of ${PROTOCOLS.join(', ')}`)
  }
  const ssl = listener.ssl ?? options.ssl
  const sasl = listener.sasl ?? options.sasl
  if (protocol.endsWith('SSL') && ssl === undefined) {
    throw new UsageError(`Broker option ssl is missing, which the listener ${name} needs`)
  }
  if (protocol.startsWith('SASL') && sasl === undefined) {
    throw new UsageError(`Broker option sasl is missing, which the listener ${name} needs`)
  }
  const tls = protocol.endsWith('SSL') ? new TlsListening(ssl!) : undefined
  const authentication = protocol.startsWith('SASL')
    ? { mechanisms: saslMechanisms(sasl!, options.users, state), maxReauthMs: options.connectionsMaxReauthMs }
    : undefined
  return {
    address: { host, port },
    isFirst: options.listeners === undefined,
    advertisedHost: listener.advertisedHost,
    advertisedPort: listener.advertisedPort,
    port: {
      listener: name,
      securityProtocol: protocol as SecurityProtocol,
      failedAuthenticationDelayMs: options.connectionFailedAuthenticationDelayMs,
      sasl: authentication,
      ...(tls && { transport: tls.over(transport), peerPrincipal: (stream) => tls.peerPrincipal(stream) }),
    },
  }
}
