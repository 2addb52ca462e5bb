// librdkafka's values of `partitioner` but `random` (see LibrdkafkaRandomPartitioner). The `..._random` ones stick to a random partition for
// `sticky.partitioning.linger.ms` since librdkafka 1.6; here they draw for each record, as before that and as with 0.
import { crc32Partition } from './crc32-partition.ts'
import { fnv1aPartition } from './fnv1a-partition.ts'
import type { KeyPartition } from './key-partition.ts'
import { KeyedPartitioner } from './keyed-partitioner.ts'
import { LibrdkafkaRandomPartitioner } from './librdkafka-random-partitioner.ts'
import { murmur2Partition } from './murmur2-partition.ts'
import type { Partitioner } from './partitioner.ts'

/** librdkafka's `consistent`: CRC-32; records without a key all go where an empty key goes (partition 0). */
export function librdkafkaConsistentPartitioner(): Partitioner {
  return noKeyAsEmpty(crc32Partition)
}

/** librdkafka's `consistent_random`, its default: CRC-32; records without a key, **and those with an empty one**, go anywhere. */
export function librdkafkaConsistentRandomPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(crc32Partition, new LibrdkafkaRandomPartitioner(random), true)
}

/** librdkafka's `murmur2`: as Java; records without a key all go where an empty key goes. */
export function librdkafkaMurmur2Partitioner(): Partitioner {
  return noKeyAsEmpty(murmur2Partition)
}

/** librdkafka's `murmur2_random`: as Java; records without a key go anywhere, an empty key is a key. */
export function librdkafkaMurmur2RandomPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(murmur2Partition, new LibrdkafkaRandomPartitioner(random))
}

/** librdkafka's `fnv1a`: as sarama's hash partitioner; records without a key all go where an empty key goes. */
export function librdkafkaFnv1aPartitioner(): Partitioner {
  return noKeyAsEmpty(fnv1aPartition)
}

/** librdkafka's `fnv1a_random`: as sarama's hash partitioner; records without a key go anywhere, an empty key is a key. */
export function librdkafkaFnv1aRandomPartitioner(random: () => number): Partitioner {
  return new KeyedPartitioner(fnv1aPartition, new LibrdkafkaRandomPartitioner(random))
}

function noKeyAsEmpty(keyPartition: KeyPartition): Partitioner {
  const empty = new Uint8Array(0)
  return { partition: ({ key, partitionCount }) => keyPartition(key ?? empty, partitionCount) }
}
