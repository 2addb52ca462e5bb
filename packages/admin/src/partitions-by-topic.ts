import type { TopicPartition } from './drivers/places.ts'

/** Partitions as requests list them: by topic. */
export function partitionsByTopic<Item extends TopicPartition>(items: readonly Item[]): Map<string, Item[]> {
  const topics = new Map<string, Item[]>()
  for (const item of items) {
    const partitions = topics.get(item.topic)
    if (partitions === undefined) topics.set(item.topic, [item])
    else partitions.push(item)
  }
  return topics
}

/** What answers are found by. */
export function partitionKey(topic: string, partition: number): string {
  return `${partition} ${topic}`
}
