/** One partition of one topic. */
export interface TopicPartition {
  readonly topic: string
  readonly partition: number
}

/** The partition's name as Kafka prints it, such as `orders-3`: unique, since the last hyphen always comes before the partition. */
export function topicPartitionKey({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`
}

/** Groups things that have a topic by it, in order of first appearance: the shape of most of Kafka's requests. */
export function groupByTopic<T extends { readonly topic: string }>(items: Iterable<T>): Map<string, T[]> {
  const byTopic = new Map<string, T[]>()
  for (const item of items) {
    const others = byTopic.get(item.topic)
    if (others === undefined) byTopic.set(item.topic, [item])
    else others.push(item)
  }
  return byTopic
}

/** Plain copies, sorted by topic and partition: what goes to users and listeners. */
export function sortedTopicPartitions(partitions: Iterable<TopicPartition>): TopicPartition[] {
  const copies = Array.from(partitions, ({ topic, partition }) => ({ topic, partition }))
  return copies.sort((a, b) => (a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1))
}
