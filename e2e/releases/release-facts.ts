/** What is known of Kafka's releases from their documentation, and so what each check has to give on each of them. */

/** Whether a release is another one or newer. */
export function isAtLeast(release: string, other: string): boolean {
  const [a, b] = [release, other].map((text) => text.split('.').map(Number))
  for (let i = 0; i < Math.max(a!.length, b!.length); i++) {
    const difference = (a![i] ?? 0) - (b![i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** The format that a release stores by default: message set v0, message set v1, record batch v2. */
export function storedMagic(release: string): 0 | 1 | 2 {
  if (isAtLeast(release, '0.11')) return 2
  return isAtLeast(release, '0.10') ? 1 : 0
}

/** The columns of the table, with the first release that has what they are about. */
export const columns = [
  { name: 'write', since: '0.8.2', missing: undefined },
  { name: 'stored as', since: '0.8.2', missing: undefined },
  { name: 'read', since: '0.8.2', missing: undefined },
  { name: 'group', since: '0.9', missing: /JoinGroup.*Kafka 0\.9 or newer/ },
  { name: 'main job', since: '0.9', missing: /Kafka 0\.9 or newer/ },
  { name: 'headers', since: '0.11', missing: /headers need Kafka 0\.11/ },
  { name: 'transactions', since: '0.11', missing: /Kafka 0\.11/ },
  { name: 'zstd', since: '2.1', missing: /zstd needs Kafka 2\.1/ },
  { name: 'KIP-848', since: '4.0', missing: /Kafka 4\.0/ },
  { name: 'admin', since: '0.10.1', missing: /CreateTopics.*Kafka 0\.10\.1 or newer/ },
] as const

/** One of the table's columns. */
export type Column = (typeof columns)[number]['name']

/** How kcat has to be told about brokers that cannot say what they are. */
export function kcatOptions(release: string): string[] {
  if (isAtLeast(release, '0.10')) return []
  const fallback = isAtLeast(release, '0.9') ? '0.9.0' : '0.8.2'
  return ['-X', 'api.version.request=false', '-X', `broker.version.fallback=${fallback}`]
}
