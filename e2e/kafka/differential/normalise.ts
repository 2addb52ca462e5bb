// Answers made comparable: what two brokers cannot have in common is replaced, and lists without an order are sorted.

/** Fields whose values are each broker's own: replaced where they are set. */
const OWN_VALUES = new Set([
  'host',
  'port',
  'clusterId',
  'logAppendTimeMs',
  'memberId',
  'leader',
  'clientHost',
  'logDir',
  'totalBytes',
  'usableBytes',
  'partitionSize',
  'lastTimestamp',
  'transactionStartTimeMs',
  'lastFetchTimestamp',
  'lastCaughtUpTimestamp',
  'logEndOffset',
  'leaderEpoch',
  'highWatermark@quorum',
  'finalizedFeaturesEpoch',
  'replicaDirectoryId',
  'clientInstanceId',
  'subscriptionId',
  'brokerEpoch',
  'hmac',
  'tokenId',
])

/** Lists that Kafka fills from hash maps: sorted by their contents. */
const UNORDERED = new Set([
  'topics',
  'responses',
  'results',
  'groups',
  'partitions',
  'configs',
  'members',
  'apiKeys',
  'transactionStates',
  'resources',
  'entries',
  'supportedFeatures',
  'finalizedFeatures',
  'coordinators',
  'configResources',
  'credentialInfos',
  'values',
  'acls',
])

const ZERO_ID = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A plain value to compare; ids that requests made up themselves stay as they are. */
export function normalise(value: unknown, ownIds: ReadonlySet<string>, key = ''): unknown {
  if (typeof value === 'bigint') return OWN_VALUES.has(key) && value > 0n ? '*' : `${value}n`
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`
  if (typeof value === 'number') return OWN_VALUES.has(key) && value > 0 ? '*' : value
  if (typeof value === 'string') {
    if (key === 'topicId' || key === 'id') return value === ZERO_ID || ownIds.has(value) ? value : '*'
    return OWN_VALUES.has(key) && value !== '' ? '*' : value
  }
  if (Array.isArray(value)) {
    const list = value.map((element) => normalise(element, ownIds, key))
    if (!UNORDERED.has(key)) return list
    return list
      .map((element) => [JSON.stringify(element), element] as const)
      .sort(byText)
      .map(([, element]) => element)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, normalise(field, ownIds, name)]))
}

function byText([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Where two plain values differ: `path: kafka's value | ours`. */
export function differences(kafka: unknown, ours: unknown, path = ''): string[] {
  if (JSON.stringify(kafka) === JSON.stringify(ours)) return []
  const bothObjects = typeof kafka === 'object' && typeof ours === 'object' && kafka !== null && ours !== null
  if (!bothObjects) return [`${path}: ${JSON.stringify(kafka)} | ${JSON.stringify(ours)}`]
  const left = kafka as Readonly<Record<string, unknown>>
  const right = ours as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
    differences(left[name], right[name], path === '' ? name : `${path}.${name}`),
  )
}
