// Environment variables as Apache Kafka's own Docker image reads them.

/** What that image uses for its scripts, and not as properties. */
const NOT_PROPERTIES = new Set([
  'KAFKA_VERSION',
  'KAFKA_HEAP_OPTS',
  'KAFKA_OPTS',
  'KAFKA_LOG4J_OPTS',
  'KAFKA_JMX_OPTS',
  'KAFKA_JVM_PERFORMANCE_OPTS',
  'KAFKA_GC_LOG_OPTS',
  'KAFKA_LOG4J_ROOT_LOGLEVEL',
  'KAFKA_LOG4J_LOGGERS',
  'KAFKA_TOOLS_LOG4J_LOGLEVEL',
])

/**
 * The properties in `KAFKA_*` variables: `KAFKA_NUM_PARTITIONS` is `num.partitions`; two underscores stand for one, three for a dash.
 * `CLUSTER_ID` is the cluster's id, under `cluster.id`.
 */
export function propertiesOfEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || !name.startsWith('KAFKA_') || NOT_PROPERTIES.has(name)) continue
    const key = name
      .slice('KAFKA_'.length)
      .toLowerCase()
      .replace(/_{1,3}/g, (run) => ['.', '_', '-'][run.length - 1]!)
    properties[key] = value
  }
  return properties
}
