import { KeyedPartitioner } from './keyed-partitioner.ts'
import type { Partitioner } from './partitioner.ts'
import { platformaticPartition } from './platformatic-partition.ts'
import { RoundRobinPartitioner } from './round-robin-partitioner.ts'

/** What @platformatic/kafka does by default: murmur2 with the sign bit as a value; without a key round all partitions, from 0 on. */
export function platformaticPartitioner(): Partitioner {
  return new KeyedPartitioner(platformaticPartition, new RoundRobinPartitioner({ includeUnavailable: true }))
}
