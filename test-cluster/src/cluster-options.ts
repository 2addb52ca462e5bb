/** What `startCluster` is told. */

/** Settings of `startCluster`; all may be left out. */
export interface ClusterOptions {
  /** One of `kafkaVersions`. @default the newest, 4.3.1 */
  readonly version?: string
  /** How many brokers, 1 to 9. Their node ids are 1, 2, ... @default 1 */
  readonly brokers?: number
  /** Port for clients of broker 1 on 127.0.0.1; the other brokers take the ports after it. @default free ones */
  readonly port?: number
  /** Each node's largest heap, as in Java's `-Xmx`. @default '256m' */
  readonly heap?: string
  /** The nodes' JVM flags in place of those for a short life, such as Kafka's own for production: for measuring. */
  readonly jvmFlags?: readonly string[]
  /** Lines of server.properties, added to or in place of those made here, by Kafka's names. */
  readonly properties?: Readonly<Record<string, string>>
  /** Feature levels to format the storage with, such as `{ 'share.version': 1 }`, where the version's default is not wanted. */
  readonly features?: Readonly<Record<string, number>>
  /** Stops the start: it rejects with a ClusterError `aborted` after everything begun has been taken away. */
  readonly signal?: AbortSignal
  /** Called with a line of text for each step that takes time (fetching, formatting, starting). */
  readonly onProgress?: (message: string) => void
}
