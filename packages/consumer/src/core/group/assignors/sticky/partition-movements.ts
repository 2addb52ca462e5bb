import type { TopicPartition } from '../../../topic-partition.ts'

interface Movement {
  readonly from: string
  readonly to: string
}

/**
 * Which partitions moved from whom to whom during one assignment. Where a partition of a topic has moved from B to A and another of the
 * same topic is to move from A to B, the first one goes back instead: nothing moves in circles.
 */
export class PartitionMovements {
  readonly #moved = new Map<TopicPartition, Movement>()
  /** By topic and pair of members: what moved. */
  readonly #byPair = new Map<string, TopicPartition[]>()

  /** Notes that `tp` moves. */
  move(tp: TopicPartition, from: string, to: string): void {
    const before = this.#moved.get(tp)
    if (before === undefined) {
      this.#add(tp, { from, to })
      return
    }
    this.#moved.delete(tp)
    const key = pairKey(tp.topic, before)
    const left = this.#byPair.get(key)!.filter((other) => other !== tp)
    if (left.length > 0) this.#byPair.set(key, left)
    else this.#byPair.delete(key)
    if (before.from !== to) this.#add(tp, { from: before.from, to })
  }

  /** The partition to move where `tp` is to go: itself, or one that has come the opposite way. */
  toMove(tp: TopicPartition, from: string, to: string): TopicPartition {
    const origin = this.#moved.get(tp)?.from ?? from
    const opposite = this.#byPair.get(pairKey(tp.topic, { from: to, to: origin }))
    return opposite === undefined ? tp : firstInHashOrder(opposite)
  }

  #add(tp: TopicPartition, movement: Movement): void {
    this.#moved.set(tp, movement)
    const key = pairKey(tp.topic, movement)
    const others = this.#byPair.get(key)
    if (others === undefined) this.#byPair.set(key, [tp])
    else others.push(tp)
  }
}

function pairKey(topic: string, { from, to }: Movement): string {
  return JSON.stringify([topic, from, to])
}

/** Java keeps them in a HashSet: the same one comes first here, so that members of both kinds make the same assignment. */
function firstInHashOrder(partitions: readonly TopicPartition[]): TopicPartition {
  let buckets = 16
  while (partitions.length > buckets * 0.75) buckets *= 2
  let first = partitions[0]!
  for (const tp of partitions) if (bucketOf(tp, buckets) < bucketOf(first, buckets)) first = tp
  return first
}

function bucketOf({ topic, partition }: TopicPartition, buckets: number): number {
  let hash = 0
  for (let i = 0; i < topic.length; i++) hash = (Math.imul(hash, 31) + topic.charCodeAt(i)) | 0
  hash = (Math.imul(31 + partition, 31) + hash) | 0
  return (hash ^ (hash >>> 16)) & (buckets - 1)
}
