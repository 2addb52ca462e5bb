/**
 * The Java classes of Kafka's command line tools. Their names are those of the scripts in Kafka's bin folder, without
 * `kafka-` and `.sh`. Classes moved between versions, so each version's row in versions.ts points at one of these lists.
 */
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

/** The Java class of each tool. */
export type ToolClasses = Readonly<Record<ToolName, string>>

/** Kafka 4.3. */
export const toolClasses43: ToolClasses = {
  acls: 'org.apache.kafka.tools.AclCommand',
  configs: 'kafka.admin.ConfigCommand',
  'console-consumer': 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  'console-producer': 'org.apache.kafka.tools.ConsoleProducer',
  'consumer-groups': 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
  'consumer-perf-test': 'org.apache.kafka.tools.ConsumerPerformance',
  'delete-records': 'org.apache.kafka.tools.DeleteRecordsCommand',
  'dump-log': 'org.apache.kafka.tools.DumpLogSegments',
  features: 'org.apache.kafka.tools.FeatureCommand',
  'get-offsets': 'org.apache.kafka.tools.GetOffsetShell',
  'producer-perf-test': 'org.apache.kafka.tools.ProducerPerformance',
  topics: 'org.apache.kafka.tools.TopicCommand',
  transactions: 'org.apache.kafka.tools.TransactionsCommand',
}

/** Kafka 4.0, where the reader of log segments still was a Scala class. */
export const toolClasses40: ToolClasses = {
  ...toolClasses43,
  'dump-log': 'kafka.tools.DumpLogSegments',
}

/** Kafka 3.9, where the console producer and the ACL tool were so too. */
export const toolClasses39: ToolClasses = {
  ...toolClasses40,
  acls: 'kafka.admin.AclCommand',
  'console-producer': 'kafka.tools.ConsoleProducer',
}

/** Tools that read files and speak to no broker, so they get no `--bootstrap-server`. */
export const offlineTools: ReadonlySet<ToolName> = new Set(['dump-log'])
