import { toPositive } from './murmur2.ts'
import { checkPartitionCount } from './partition-count.ts'
import type { PartitionContext, Partitioner } from './partitioner.ts'

/** How a RoundRobinPartitioner goes round. */
export interface RoundRobinOptions {
  /** The number that a topic's count starts from; 32 bits of it are used. @default () => 0 */
  firstValue?: () => number
  /** Whether partitions without a leader have their turn too, as in @platformatic/kafka. @default false */
  includeUnavailable?: boolean
}

/**
 * Sends the records of a topic, whatever their keys, to one partition after the other: Java's RoundRobinPartitioner. With a random first
 * value, what Java's producer before 2.4 and kafkajs do with records that have no key.
 */
export class RoundRobinPartitioner implements Partitioner {
  readonly #firstValue: () => number
  readonly #includeUnavailable: boolean
  readonly #nextValues = new Map<string, number>()

  constructor({ firstValue = () => 0, includeUnavailable = false }: RoundRobinOptions = {}) {
    this.#firstValue = firstValue
    this.#includeUnavailable = includeUnavailable
  }

  partition({ topic, partitionCount, availablePartitions }: PartitionContext): number {
    checkPartitionCount(partitionCount)
    const value = this.#nextValues.get(topic) ?? this.#firstValue() | 0
    // As Java's int: after 2147483647 comes -2147483648, of which toPositive makes 0.
    this.#nextValues.set(topic, (value + 1) | 0)
    if (this.#includeUnavailable || availablePartitions === undefined || availablePartitions.length === 0) {
      return toPositive(value) % partitionCount
    }
    return availablePartitions[toPositive(value) % availablePartitions.length]!
  }
}
