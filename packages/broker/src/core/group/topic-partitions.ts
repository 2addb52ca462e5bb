// Sets of partitions by topic id, as assignments are made of.

/** Partitions by topic id; no topic is there without partitions. */
export type TopicPartitions = ReadonlyMap<string, ReadonlySet<number>>

/** Partitions by topic id, each with the epoch at which it was assigned (KIP-1251). */
export type EpochPartitions = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Partitions as messages carry them. */
export interface TopicPartitionList {
  readonly topicId: string
  readonly partitions: readonly number[]
}

/** No partitions. */
export const NO_PARTITIONS: TopicPartitions = new Map()

/** No partitions, with no epochs. */
export const NO_EPOCH_PARTITIONS: EpochPartitions = new Map()

type Partitions = ReadonlySet<number> | ReadonlyMap<number, number>

/** As messages carry them: partitions in ascending order. */
export function toList(partitions: ReadonlyMap<string, Partitions>): { topicId: string; partitions: number[] }[] {
  return [...partitions].map(([topicId, set]) => ({
    topicId,
    partitions: [...set.keys()].sort((left, right) => left - right),
  }))
}

/** From the form that messages have. */
export function fromList(list: readonly TopicPartitionList[]): TopicPartitions {
  const map = new Map<string, Set<number>>()
  for (const { topicId, partitions } of list) {
    const set = map.get(topicId) ?? new Set()
    for (const partition of partitions) set.add(partition)
    if (set.size > 0) map.set(topicId, set)
  }
  return map
}

/** Whether both hold the same partitions. */
export function samePartitions(left: ReadonlyMap<string, Partitions>, right: ReadonlyMap<string, Partitions>): boolean {
  if (left.size !== right.size) return false
  for (const [topicId, set] of left) {
    const other = right.get(topicId)
    if (other === undefined || other.size !== set.size) return false
    for (const partition of set.keys()) if (!other.has(partition)) return false
  }
  return true
}

/** Whether each partition of the list is among the others. */
export function isSubset(list: readonly TopicPartitionList[] | null, of: ReadonlyMap<string, Partitions>): boolean {
  if (list === null) return false
  return list.every(({ topicId, partitions }) => {
    const set = of.get(topicId)
    return set !== undefined && partitions.every((partition) => set.has(partition))
  })
}

/** Adds one partition to a map that may still change. */
export function addPartition(to: Map<string, Set<number>>, topicId: string, partition: number): void {
  const set = to.get(topicId)
  if (set === undefined) to.set(topicId, new Set([partition]))
  else set.add(partition)
}

/** Takes one partition out of a map that may still change. */
export function removePartition(from: Map<string, Set<number>>, topicId: string, partition: number): void {
  const set = from.get(topicId)
  if (set === undefined) return
  set.delete(partition)
  if (set.size === 0) from.delete(topicId)
}

/** A copy that may be changed. */
export function copyPartitions(partitions: TopicPartitions): Map<string, Set<number>> {
  return new Map([...partitions].map(([topicId, set]) => [topicId, new Set(set)]))
}
