import { kafkajsLegacyMurmur2 } from './kafkajs-legacy-murmur2.ts'
import { toPositive } from './murmur2.ts'
import { checkPartitionCount } from './partition-count.ts'

/**
 * Where kafkajs's LegacyPartitioner (its default before 2.0) sends a key. Nearly every key goes elsewhere than in Java: for topics that
 * kafkajs 1 has filled and whose keys must stay where they are.
 */
export function kafkajsLegacyPartition(key: Uint8Array, partitionCount: number): number {
  checkPartitionCount(partitionCount)
  return toPositive(kafkajsLegacyMurmur2(key)) % partitionCount
}
