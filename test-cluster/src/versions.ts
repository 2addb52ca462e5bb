/**
 * Every Kafka version this package can start, as data. A new version is a new row; what a version can do follows from its
 * number, in version-features.ts and tool-classes.ts.
 */
import { closest } from 'fastest-levenshtein'
import { ClusterError } from './cluster-error.ts'
import type { LoggingBackend } from './java-logging.ts'

/** Who runs the cluster: a ZooKeeper process beside the brokers, or some of the nodes themselves. */
export type ClusterMode = 'zookeeper' | 'kraft'

/** What a version needs beyond its own number. */
export interface KafkaVersion {
  readonly version: string
  readonly mode: ClusterMode
  /** The oldest Java, by major version, that the brokers and tools were run on. */
  readonly minimumJava: number
  readonly logging: LoggingBackend
  /** Maven coordinates `group:artifact:version` of all that the broker needs; with `!` at the end: without its dependencies. */
  readonly brokerArtifacts: readonly string[]
  /** The same for the command line tools, which bring many more jars along and are kept apart from the broker's. */
  readonly toolArtifacts: readonly string[]
}

// Up to 0.11 log4j 1 comes along, which the broker calls itself. 1.0 to 3.9 need an slf4j binding, and answer requests about
// their loggers only if the org.apache.log4j classes are there: reload4j has them.
const reload4j = 'org.slf4j:slf4j-reload4j:1.7.36'
const slf4jSimple = 'org.slf4j:slf4j-simple:1.7.36'
// 0.10.2 and 0.11 make the cluster id with a class that left the JDK in Java 11.
const jaxb = 'javax.xml.bind:jaxb-api:2.3.1'
// The client of ZooKeeper 3.4.13, which Kafka 2.0.1 asks for, cannot read addresses as Java 14 and later print them.
const zooKeeper3412 = 'org.apache.zookeeper:zookeeper:3.4.12!'

const zooKeeperVersion = (version: string, scala: string, ...extra: string[]): KafkaVersion => {
  const broker = [`org.apache.kafka:kafka_${scala}:${version}`, ...extra]
  return {
    version,
    mode: 'zookeeper',
    minimumJava: 17,
    logging: 'log4j',
    brokerArtifacts: broker,
    toolArtifacts: broker,
  }
}

/** @param toolsVersion where kafka-tools of the version itself is not on Maven Central */
const kraftVersion = (
  version: string,
  logging: LoggingBackend,
  extra: string[] = [],
  toolsVersion = version,
): KafkaVersion => {
  const binding = logging === 'log4j' ? reload4j : slf4jSimple
  const tools = ['kafka_2.13', 'kafka-tools'].map((artifact) => `org.apache.kafka:${artifact}:${toolsVersion}`)
  return {
    version,
    mode: 'kraft',
    minimumJava: 17,
    logging,
    brokerArtifacts: [`org.apache.kafka:kafka_2.13:${version}`, binding, ...extra],
    // kafka-tools before 4.0 brings slf4j-reload4j along itself; a second binding would only cause a warning.
    toolArtifacts: logging === 'log4j' ? tools : [...tools, slf4jSimple],
  }
}

/** The table, newest first. */
export const kafkaVersions: readonly KafkaVersion[] = [
  // 4.4.0 came to Maven Central without its kafka-tools and kafka-tools-api, though it declares the latter.
  kraftVersion('4.4.0', 'slf4j-simple', ['org.apache.kafka:kafka-tools-api:4.3.1'], '4.3.1'),
  kraftVersion('4.3.1', 'slf4j-simple'),
  kraftVersion('4.2.1', 'slf4j-simple'),
  kraftVersion('4.1.2', 'slf4j-simple'),
  kraftVersion('4.0.0', 'slf4j-simple'),
  kraftVersion('3.9.1', 'log4j'),
  kraftVersion('3.6.2', 'log4j'),
  kraftVersion('3.3.2', 'log4j'),
  zooKeeperVersion('2.8.2', '2.13', reload4j),
  zooKeeperVersion('2.4.1', '2.13', reload4j),
  zooKeeperVersion('2.0.1', '2.12', reload4j, zooKeeper3412),
  zooKeeperVersion('1.1.1', '2.12', reload4j),
  zooKeeperVersion('0.11.0.3', '2.11', jaxb),
  zooKeeperVersion('0.10.2.2', '2.11', jaxb),
  zooKeeperVersion('0.10.0.1', '2.11'),
  zooKeeperVersion('0.9.0.1', '2.11'),
  zooKeeperVersion('0.8.2.2', '2.11'),
]

/** The version that is started when none is named: the one that the rest of this repository is compared with. */
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
