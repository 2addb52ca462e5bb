/**
 * Every Kafka version this package can start, as data. A new version is a new row; a way of running that no row has yet
 * (such as a broker with ZooKeeper) is one more `LauncherName` and one more entry in `launchers` (cluster.ts).
 */
import { closest } from 'fastest-levenshtein'
import { ClusterError } from './cluster-error.ts'
import { toolClasses39, toolClasses40, toolClasses43 } from './tool-classes.ts'
import type { ToolClasses } from './tool-classes.ts'

/** How a broker of a version is run. `kraft`: one JVM that is broker and controller. */
export type LauncherName = 'kraft'

/** What stands behind the broker's slf4j logging, and so which settings make it write to its standard output. */
export type LoggingBackend = 'reload4j' | 'slf4j-simple'

/** All that this package must know of one version of Kafka. */
export interface KafkaVersion {
  readonly version: string
  readonly launcher: LauncherName
  /** The oldest Java, by major version, that the brokers and tools were run on. */
  readonly minimumJava: number
  readonly logging: LoggingBackend
  /** Whether the broker knows the `share.coordinator.*` settings (KIP-932, from 4.0 on). */
  readonly shareCoordinator: boolean
  /** Maven coordinates `group:artifact:version` of all that the broker needs. */
  readonly brokerArtifacts: readonly string[]
  /** The same for the command line tools, which bring many more jars along and are kept apart from the broker's. */
  readonly toolArtifacts: readonly string[]
  readonly toolClasses: ToolClasses
}

const slf4jSimple = 'org.slf4j:slf4j-simple:1.7.36'
// The 3.x broker answers requests about its loggers only if the org.apache.log4j classes are there; reload4j has them.
const slf4jReload4j = 'org.slf4j:slf4j-reload4j:1.7.36'

/** The table, newest first. */
export const kafkaVersions: readonly KafkaVersion[] = [
  {
    version: '4.3.1',
    launcher: 'kraft',
    minimumJava: 17,
    logging: 'slf4j-simple',
    shareCoordinator: true,
    brokerArtifacts: ['org.apache.kafka:kafka_2.13:4.3.1', slf4jSimple],
    toolArtifacts: ['org.apache.kafka:kafka_2.13:4.3.1', 'org.apache.kafka:kafka-tools:4.3.1', slf4jSimple],
    toolClasses: toolClasses43,
  },
  {
    version: '4.0.0',
    launcher: 'kraft',
    minimumJava: 17,
    logging: 'slf4j-simple',
    shareCoordinator: true,
    brokerArtifacts: ['org.apache.kafka:kafka_2.13:4.0.0', slf4jSimple],
    toolArtifacts: ['org.apache.kafka:kafka_2.13:4.0.0', 'org.apache.kafka:kafka-tools:4.0.0', slf4jSimple],
    toolClasses: toolClasses40,
  },
  {
    version: '3.9.1',
    launcher: 'kraft',
    minimumJava: 17,
    logging: 'reload4j',
    shareCoordinator: false,
    brokerArtifacts: ['org.apache.kafka:kafka_2.13:3.9.1', slf4jReload4j],
    // kafka-tools 3.9 brings slf4j-reload4j along itself; a second binding would only cause a warning.
    toolArtifacts: ['org.apache.kafka:kafka_2.13:3.9.1', 'org.apache.kafka:kafka-tools:3.9.1'],
    toolClasses: toolClasses39,
  },
]

/** The version that is started when none is named: the newest. */
export const defaultVersion = '4.3.1'

/**
 * The row of a version.
 * @throws ClusterError `unknown-version`, with the nearest known version and the list of all.
 */
export const findVersion = (wanted: string): KafkaVersion => {
  const found = kafkaVersions.find((row) => row.version === wanted)
  if (found) return found
  const known = kafkaVersions.map((row) => row.version)
  throw new ClusterError(
    'unknown-version',
    `Kafka ${wanted} is not among the versions that can be started. Did you mean ${closest(wanted, known)}? ` +
      `Known versions: ${known.join(', ')}.`,
  )
}
