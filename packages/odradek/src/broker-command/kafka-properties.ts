// The names of broker properties that Apache Kafka knows and that mean nothing to a broker within one process.
const PREFIXES =
  /^(process\.roles|controller\.|num\.(network|io|recovery|replica)\.|socket\.|log\.|queued\.|background\.threads|replica\.|fetch\.|group\.|offsets\.|transaction\.|transactional\.|quota\.|metrics?\.|metadata\.|confluent\.|remote\.|ssl\.|sasl\.|security\.|listener\.name\.|principal\.|authorizer\.|super\.users$|allow\.everyone|password\.|delegation\.|connections?\.|max\.connection|inter\.broker\.|broker\.|initial\.broker\.|node\.|auto\.|leader\.|unclean\.|min\.insync|compression\.|message\.|delete\.topic|create\.topic|alter\.config|client\.quota|client\.metrics|telemetry\.|request\.|reserved\.|kafka\.metrics|share\.|streams\.|producer\.id|early\.start|eligible\.leader|unstable\.|zookeeper\.|features?\.|internal\.|bootstrap\.servers$|default\.replication|failed\.authentication|max\.(request|incremental)|raft\.|server\.|quorum\.|config\.providers|num\.partitions$|file\.delete|index\.|retention\.|segment\.|preallocate$|advertised\.)/

/** Whether Kafka has properties that begin so; its thousand of names are not kept here one by one. */
export function isKafkaProperty(key: string): boolean {
  return PREFIXES.test(key)
}
