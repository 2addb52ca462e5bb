import { kafkajsLegacyPartition } from './kafkajs-legacy-partition.ts'
import type { KeyPartition } from './key-partition.ts'
import { KeyedPartitioner } from './keyed-partitioner.ts'
import { murmur2Partition } from './murmur2-partition.ts'
import type { Partitioner } from './partitioner.ts'
import { randomIndex } from './random-index.ts'
import { RoundRobinPartitioner } from './round-robin-partitioner.ts'

/** kafkajs's DefaultPartitioner since 2.0 (JavaCompatiblePartitioner before): as Java; without a key round from a random partition. */
export function kafkajsDefaultPartitioner(random: () => number): Partitioner {
  return goingRound(murmur2Partition, random)
}

/** kafkajs's LegacyPartitioner, the default before 2.0: its own hash, not Java's; without a key round from a random partition. */
export function kafkajsLegacyPartitioner(random: () => number): Partitioner {
  return goingRound(kafkajsLegacyPartition, random)
}

function goingRound(keyPartition: KeyPartition, random: () => number): Partitioner {
  const firstValue = () => randomIndex(random, 0x100000000)
  return new KeyedPartitioner(keyPartition, new RoundRobinPartitioner({ firstValue }))
}
