/**
 * Kafka's command line tools: their Java classes, which moved between versions, and how each is told where the cluster is.
 * The names are those of the scripts in Kafka's bin folder, without `kafka-` and `.sh`.
 */
import { ClusterError } from './cluster-error.ts'
import { compareVersions, isAtLeast } from './version-order.ts'

/** All tools, by the names of their scripts. */
export const toolNames = [
  'acls',
  'configs',
  'console-consumer',
  'console-producer',
  'consumer-groups',
  'consumer-perf-test',
  'delete-records',
  'dump-log',
  'features',
  'get-offsets',
  'producer-perf-test',
  'topics',
  'transactions',
] as const

/** A tool, by the name of its script. */
export type ToolName = (typeof toolNames)[number]

type Since = readonly [version: string, className: string | undefined]

/** Each class with the first version of ours that has it; `undefined` where the tool is in none of the jars. */
const classes: Readonly<Record<ToolName, readonly Since[]>> = {
  acls: [
    ['0.9', 'kafka.admin.AclCommand'],
    ['4.0', 'org.apache.kafka.tools.AclCommand'],
  ],
  configs: [['0.9', 'kafka.admin.ConfigCommand']],
  'console-consumer': [
    ['0.8', 'kafka.tools.ConsoleConsumer'],
    ['3.9', 'org.apache.kafka.tools.consumer.ConsoleConsumer'],
  ],
  'console-producer': [
    ['0.8', 'kafka.tools.ConsoleProducer'],
    ['4.0', 'org.apache.kafka.tools.ConsoleProducer'],
  ],
  'consumer-groups': [
    ['0.9', 'kafka.admin.ConsumerGroupCommand'],
    ['3.9', 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand'],
  ],
  'consumer-perf-test': [
    ['0.8', 'kafka.tools.ConsumerPerformance'],
    ['3.6', 'org.apache.kafka.tools.ConsumerPerformance'],
  ],
  'delete-records': [
    ['0.11', 'kafka.admin.DeleteRecordsCommand'],
    ['3.6', 'org.apache.kafka.tools.DeleteRecordsCommand'],
  ],
  'dump-log': [
    ['0.8', 'kafka.tools.DumpLogSegments'],
    ['4.3', 'org.apache.kafka.tools.DumpLogSegments'],
  ],
  features: [
    ['2.8', 'kafka.admin.FeatureCommand'],
    ['3.6', 'org.apache.kafka.tools.FeatureCommand'],
  ],
  'get-offsets': [
    ['0.8', 'kafka.tools.GetOffsetShell'],
    ['3.9', 'org.apache.kafka.tools.GetOffsetShell'],
  ],
  'producer-perf-test': [
    ['0.8', 'kafka.tools.ProducerPerformance'],
    ['2.0', undefined],
    ['3.3', 'org.apache.kafka.tools.ProducerPerformance'],
  ],
  topics: [
    ['0.8', 'kafka.admin.TopicCommand'],
    ['3.9', 'org.apache.kafka.tools.TopicCommand'],
  ],
  transactions: [['3.3', 'org.apache.kafka.tools.TransactionsCommand']],
}

/** Tools that read files and speak to no broker. */
const offlineTools: ReadonlySet<ToolName> = new Set(['dump-log'])

/** The tools that a version has. */
export const toolsOf = (version: string): ToolName[] =>
  toolNames.filter((tool) => findClass(tool, version) !== undefined)

/**
 * The Java class of a tool.
 * @throws ClusterError `not-in-version` for a tool that the version, or its jars, do not have.
 */
export const toolClass = (tool: ToolName, version: string): string => {
  const found = findClass(tool, version)
  if (found !== undefined) return found
  const text = `Kafka ${version} has no tool ${tool} in its jars. It has ${toolsOf(version).join(', ')}.`
  throw new ClusterError('not-in-version', text)
}

const findClass = (tool: ToolName, version: string): string | undefined =>
  classes[tool].findLast(([since]) => compareVersions(since, version) <= 0)?.[1]

/** Where tools find a cluster. */
export interface ToolAddresses {
  readonly bootstrapServers: string
  /** `host:port`; `undefined` for a cluster without. */
  readonly zooKeeper?: string | undefined
}

/** From which version on a tool takes `--bootstrap-server`, and what it takes before. */
const bootstrapServerSince: Readonly<
  Partial<Record<ToolName, readonly [version: string, before: 'broker-list' | 'zookeeper']>>
> = {
  acls: ['2.4', 'zookeeper'],
  configs: ['2.8', 'zookeeper'],
  'console-producer': ['2.8', 'broker-list'],
  'consumer-perf-test': ['2.8', 'broker-list'],
  'get-offsets': ['3.3', 'broker-list'],
  topics: ['2.4', 'zookeeper'],
}

const ownAddress = [
  '--bootstrap-server',
  '--broker-list',
  '--zookeeper',
  '--authorizer-properties',
  '--producer-props',
  '--help',
]

/** The arguments with the cluster's address in front, unless they name one or the tool speaks to no broker. */
export const toolArguments = (
  tool: ToolName,
  version: string,
  args: readonly string[],
  addresses: ToolAddresses,
): string[] => {
  if (offlineTools.has(tool) || args.some((argument) => ownAddress.includes(argument))) return [...args]
  return [...addressArguments(tool, version, addresses), ...args]
}

const addressArguments = (tool: ToolName, version: string, addresses: ToolAddresses): string[] => {
  const { bootstrapServers, zooKeeper = '' } = addresses
  if (tool === 'producer-perf-test' && !isAtLeast(version, '4.2')) {
    return isAtLeast(version, '2.0')
      ? ['--producer-props', `bootstrap.servers=${bootstrapServers}`]
      : ['--broker-list', bootstrapServers]
  }
  // The consumers of 0.8 read from ZooKeeper; those of 0.9 and 0.10.0 have to be told that they should not.
  if (tool === 'console-consumer' && !isAtLeast(version, '0.9')) return ['--zookeeper', zooKeeper]
  const isConsumer = tool === 'console-consumer' || tool === 'consumer-groups'
  if (isConsumer && !isAtLeast(version, '0.10.2')) return ['--new-consumer', '--bootstrap-server', bootstrapServers]
  const [since, before] = bootstrapServerSince[tool] ?? ['0', 'broker-list']
  if (isAtLeast(version, since)) return ['--bootstrap-server', bootstrapServers]
  if (before === 'broker-list') return ['--broker-list', bootstrapServers]
  return tool === 'acls' ? ['--authorizer-properties', `zookeeper.connect=${zooKeeper}`] : ['--zookeeper', zooKeeper]
}
