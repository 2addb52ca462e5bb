// What protects a client's connections, from its options: TLS, SASL, and what lies below them.
import { UsageError } from '@odradek/protocol'

import type { Environment } from './environment.ts'
import type { NetworkConfig } from './network-options.ts'
import { configuredMechanism } from './sasl/configured-mechanism.ts'
import type { SaslMechanism } from './sasl/sasl-mechanism.ts'
import { TlsClient } from './tls/tls-client.ts'
import { proxySocketFactory } from './transport/proxy.ts'
import type { ConnectOptions } from './transport/transport.ts'

/** How each connection is opened, and how it says who we are. */
export interface ConnectionSecurity {
  readonly usesTls: boolean
  /** For the transport; undefined: plain streams. */
  readonly connectOptions: ConnectOptions | undefined
  /** Undefined: no SASL. */
  readonly mechanism: SaslMechanism | undefined
}

/** Throws UsageError where options are missing or contradict each other. */
export function connectionSecurity(
  config: NetworkConfig,
  { transport, clock, random }: Environment,
): ConnectionSecurity {
  const usesTls = config.securityProtocol.endsWith('SSL')
  if (config.socketFactory !== undefined && config.proxy !== undefined) {
    throw new UsageError('give socketFactory or proxy, not both')
  }
  const socketFactory = config.proxy === undefined ? config.socketFactory : proxySocketFactory(config.proxy)
  const mechanism = configuredMechanism(config, { clock, random, fetch: (...args) => fetch(...args) })
  if (!usesTls && socketFactory === undefined) return { usesTls, connectOptions: undefined, mechanism }
  if (transport.takesOptions !== true) {
    throw new UsageError('the transport of this environment has no TLS, socketFactory and proxy')
  }
  const tls = usesTls ? new TlsClient(config) : undefined
  const connectOptions = { socketFactory, tls: tls && ((address) => tls.options(address)) } satisfies ConnectOptions
  return { usesTls, connectOptions, mechanism }
}
