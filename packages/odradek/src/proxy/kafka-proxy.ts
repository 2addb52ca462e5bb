import type { SslOptions } from '@odradek/broker/internal'
import type { Address, ConnectOptions, Environment, Listener, StreamEvents, Transport } from '@odradek/network'
import { systemEnvironment } from '@odradek/network'
import { FaultSet } from './fault-set.ts'
import { brokerName, ProxiedConnection, type ProxyContext } from './proxied-connection.ts'
import type { ProxyFault } from './proxy-fault.ts'
import { listeningTransport, upstreamConnectOptions, type UpstreamSslOptions } from './proxy-tls.ts'

/** How a proxy is to be. */
export interface KafkaProxyOptions {
  /** Brokers of the cluster behind it; the others are found in its metadata. */
  readonly to: readonly Address[]
  /** Where it listens. @default '127.0.0.1' */
  readonly host?: string
  /** The port of the first broker of `to`; 0: any free one. Those of the others are free ones. @default 0 */
  readonly port?: number
  /** The host that clients are told; unless given, `host`. */
  readonly advertisedHost?: string
  readonly faults?: readonly ProxyFault[]
  /** TLS towards clients, in PEM; with `clientAuth: 'required'` they must show a certificate that `ca` vouches for. Unless given, none. */
  readonly ssl?: SslOptions
  /** TLS towards the brokers. Unless given, none. */
  readonly toSsl?: UpstreamSslOptions
  /** A broker (`host:port`) could not be connected to; its client's connection is closed. */
  readonly onUpstreamFailure?: (broker: string, error: Error) => void
}

/** A Kafka proxy that puts faults in the way of requests. Each broker behind it gets a port of its own, and clients hear of those only. */
export class KafkaProxy implements AsyncDisposable {
  readonly faults: FaultSet
  readonly #options: KafkaProxyOptions
  readonly #environment: Environment
  readonly #listening: Transport
  readonly #connectOptions: ConnectOptions | undefined
  readonly #ports = new Map<string, Promise<{ readonly listener: Listener; readonly told: Address }>>()
  readonly #connections = new Set<ProxiedConnection>()
  #bootstrap: Address[] = []

  private constructor(options: KafkaProxyOptions, environment: Environment) {
    this.#options = options
    this.#environment = environment
    this.#listening = listeningTransport(environment, options.ssl)
    this.#connectOptions = upstreamConnectOptions(environment, options.toSsl)
    this.faults = new FaultSet(options.faults ?? [], environment.random)
  }

  /** Opens the ports of the brokers in `to`. Rejects where the port is taken, or TLS has a wrong option (UsageError). */
  static async start(options: KafkaProxyOptions, environment: Environment = systemEnvironment()): Promise<KafkaProxy> {
    const proxy = new KafkaProxy(options, environment)
    let port = options.port ?? 0
    try {
      for (const broker of options.to) {
        proxy.#bootstrap.push(await proxy.#addressOf(broker, port))
        port = 0
      }
    } catch (error) {
      await proxy.close()
      throw error
    }
    return proxy
  }

  /** Where clients connect: `host:port,...`. */
  get bootstrapServers(): string {
    return this.#bootstrap.map(brokerName).join(',')
  }

  /** How many clients are connected. */
  get connectionCount(): number {
    return this.#connections.size
  }

  /** The brokers behind it, with the addresses that clients are given in their place. */
  async brokers(): Promise<Record<string, string>> {
    const pairs = [...this.#ports].map(async ([name, port]) => [name, brokerName((await port).told)] as const)
    return Object.fromEntries(await Promise.all(pairs))
  }

  /** Closes all ports and connections. */
  async close(): Promise<void> {
    const ports = await Promise.allSettled(this.#ports.values())
    for (const port of ports) if (port.status === 'fulfilled') await port.value.listener.close()
    for (const connection of [...this.#connections]) connection.close()
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #addressOf(broker: Address, port = 0): Promise<Address> {
    const name = brokerName(broker)
    let opening = this.#ports.get(name)
    if (opening === undefined) {
      opening = this.#open(broker, port)
      this.#ports.set(name, opening)
    }
    return (await opening).told
  }

  async #open(broker: Address, port: number): Promise<{ readonly listener: Listener; readonly told: Address }> {
    const { host = '127.0.0.1', advertisedHost, onUpstreamFailure = () => {} } = this.#options
    const { transport, clock } = this.#environment
    const context: ProxyContext = { clock, faults: this.faults, findAddress: (address) => this.#addressOf(address) }
    const name = brokerName(broker)
    const upstream = {
      name,
      connect: (events: StreamEvents) => transport.connect(broker, events, this.#connectOptions),
      onFailure: (error: Error) => onUpstreamFailure(name, error),
    }
    const listener = await this.#listening.listen({ host, port }, (stream) => {
      const onGone = () => this.#connections.delete(connection)
      const connection: ProxiedConnection = new ProxiedConnection(context, stream, upstream, onGone)
      this.#connections.add(connection)
      return connection
    })
    const toldHost = advertisedHost ?? (host === '0.0.0.0' || host === '::' ? 'localhost' : host)
    return { listener, told: { host: toldHost, port: listener.address.port } }
  }
}
