export { crc32Partition } from './crc32-partition.ts'
export { defaultPartitioner } from './default-partitioner.ts'
export { fnv1a } from './fnv1a.ts'
export { fnv1aPartition, fnv1aReferencePartition } from './fnv1a-partition.ts'
export { bytesHashCode, integerHashCode, longHashCode, stringHashCode, utf8StringHashCode } from './java-hash-code.ts'
export { java082Partitioner, java33Partitioner } from './java-partitioners.ts'
export { kafkajsLegacyMurmur2 } from './kafkajs-legacy-murmur2.ts'
export { kafkajsLegacyPartition } from './kafkajs-legacy-partition.ts'
export { kafkajsDefaultPartitioner, kafkajsLegacyPartitioner } from './kafkajs-partitioners.ts'
export type { KeyPartition } from './key-partition.ts'
export { KeyedPartitioner } from './keyed-partitioner.ts'
export {
  librdkafkaConsistentPartitioner,
  librdkafkaConsistentRandomPartitioner,
  librdkafkaFnv1aPartitioner,
  librdkafkaFnv1aRandomPartitioner,
  librdkafkaMurmur2Partitioner,
  librdkafkaMurmur2RandomPartitioner,
} from './librdkafka-partitioners.ts'
export { LibrdkafkaRandomPartitioner } from './librdkafka-random-partitioner.ts'
export { murmur2, toPositive } from './murmur2.ts'
export { murmur2Partition } from './murmur2-partition.ts'
export { NodeLatencyStats } from './node-latency-stats.ts'
export type { PartitionContext, Partitioner, TopicLoad } from './partitioner.ts'
export {
  describePartitioner,
  partitionerByName,
  type PartitionerDescription,
  type PartitionerName,
  partitionerNames,
} from './partitioner-by-name.ts'
export { PartitionLoadStats } from './partition-load-stats.ts'
export { platformaticPartition } from './platformatic-partition.ts'
export { platformaticPartitioner } from './platformatic-partitioner.ts'
export { RandomPartitioner } from './random-partitioner.ts'
export { type RoundRobinOptions, RoundRobinPartitioner } from './round-robin-partitioner.ts'
export { saramaHashPartitioner, saramaReferenceHashPartitioner } from './sarama-partitioners.ts'
export { scalaKeyHash, type ScalaKeyType } from './scala-key-hash.ts'
export { scala07Partition, scala080Partition, scala082Partition } from './scala-partition.ts'
export { scala07Partitioner, scala080Partitioner, scala082Partitioner } from './scala-partitioners.ts'
export { StickyPartitioner } from './sticky-partitioner.ts'
export { type PartitionQueueLoad, topicLoad } from './topic-load.ts'
export { UniformPartitioner, type UniformPartitionerOptions } from './uniform-partitioner.ts'
