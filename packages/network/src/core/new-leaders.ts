import type { ClusterMetadata } from './cluster-metadata.ts'

/** The brokers that have been elected leader of a partition since `before`: they were alive a moment ago. */
export function newLeaders(before: ClusterMetadata, after: ClusterMetadata): ReadonlySet<number> {
  const elected = new Set<number>()
  for (const [name, topic] of after.topics) {
    const known = before.topics.get(name)
    if (known === undefined || known === topic) continue
    for (const { partition, leader, leaderEpoch } of topic.partitions) {
      const earlier = known.partitions[partition]
      if (leader >= 0 && earlier !== undefined && leaderEpoch > earlier.leaderEpoch) elected.add(leader)
    }
  }
  return elected
}
