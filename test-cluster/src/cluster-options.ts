/** What `startCluster` is told. */
import type { ListenerOptions } from './listeners.ts'
import type { Users } from './users.ts'

/** Settings of `startCluster`; all may be left out. `tls`, `clientAuth` and `sasl` are those of the listener for clients. */
export interface ClusterOptions extends ListenerOptions {
  /** One of `kafkaVersions`. @default the newest, 4.3.1 */
  readonly version?: string
  /** How many brokers, 1 to 9. Their node ids are 1, 2, ... @default 1 */
  readonly brokers?: number
  /** Port for clients of broker 1 on 127.0.0.1; the other brokers take the ports after it. @default free ones */
  readonly port?: number
  /** More listeners by name, such as `{ mtls: { tls: true, clientAuth: 'required' } }`: their addresses are `bootstrapServersOf(name)`. */
  readonly listeners?: Readonly<Record<string, ListenerOptions>>
  /** Switches the authorizer on: everybody but the user `admin` needs ACLs. Who connects without showing who it is may do all. @default false */
  readonly acls?: boolean
  /** Password by name, for PLAIN and SCRAM. @default admin, alice and bob with passwords like `alice-secret` */
  readonly users?: Users
  /** Whether OAUTHBEARER takes only tokens with a signature (from Kafka 3.1 on). @default 'unsecured', as Kafka's own default is */
  readonly tokens?: 'unsecured' | 'signed'
  /** Each node's largest heap, as in Java's `-Xmx`. @default '256m' */
  readonly heap?: string
  /** The nodes' JVM flags in place of those for a short life, such as Kafka's own for production: for measuring. */
  readonly jvmFlags?: readonly string[]
  /** Folders or jars with classes of one's own for the brokers, such as plug-ins: put before Kafka's. */
  readonly extraClassPath?: string
  /** Lines of server.properties, added to or in place of those made here, by Kafka's names. */
  readonly properties?: Readonly<Record<string, string>>
  /** Feature levels to format the storage with, such as `{ 'share.version': 1 }`, where the version's default is not wanted. */
  readonly features?: Readonly<Record<string, number>>
  /** Stops the start: it rejects with a ClusterError `aborted` after everything begun has been taken away. */
  readonly signal?: AbortSignal
  /** Called with a line of text for each step that takes time (fetching, formatting, starting). */
  readonly onProgress?: (message: string) => void
}
