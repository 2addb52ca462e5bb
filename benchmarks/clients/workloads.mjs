// What is measured, and with whom. A workload is data; child.mjs and the Go and Java entrants know what each kind of it does.

export const PARTITIONS = 6
/** Bulk calls: a thousand records of 100 B, two calls open; more makes the other JavaScript clients slower. */
const CALL_BYTES = 110_000
const OPEN_CALLS = 2

const produce = (name, title, count, rest = {}) => ({
  name: `produce-${name}`,
  title,
  kind: 'bulk',
  count,
  valueBytes: 100,
  acks: 1,
  compression: 'none',
  openCalls: OPEN_CALLS,
  // Sent before the measuring begins, so that it is no compiler's time that is compared: 50 MB, and no fewer than 50,000 records.
  warmUp: Math.max(50_000, Math.floor(5e7 / (rest.valueBytes ?? 100))),
  ...rest,
  recordsPerCall: Math.max(10, Math.min(1000, Math.floor((CALL_BYTES * 5) / (rest.valueBytes ?? 550)))),
})

const consume = (name, title, count, rest = {}) => ({
  name: `consume-${name}`,
  title,
  kind: 'consume',
  count,
  valueBytes: 100,
  compression: 'none',
  ...rest,
})

export const workloads = [
  produce('acks1', 'Produce in bulk, acks=1', 2_000_000),
  produce('acksall', 'Produce in bulk, acks=all', 2_000_000, { acks: -1 }),
  produce('lz4', 'Produce in bulk, lz4', 1_000_000, { compression: 'lz4' }),
  produce('snappy', 'Produce in bulk, snappy', 1_000_000, { compression: 'snappy' }),
  produce('zstd', 'Produce in bulk, zstd', 1_000_000, { compression: 'zstd' }),
  produce('gzip', 'Produce in bulk, gzip', 500_000, { compression: 'gzip' }),
  produce('1k', 'Produce in bulk, 1 KB records', 400_000, { valueBytes: 1000 }),
  produce('10k', 'Produce in bulk, 10 KB records', 120_000, { valueBytes: 10_000 }),
  {
    ...produce('single', 'One record per send(), 10,000 in flight', 1_000_000),
    kind: 'single',
    inFlight: 10_000,
  },
  {
    ...produce('awaited', 'send() awaited one by one, acks=all', 5000, { acks: -1 }),
    kind: 'awaited',
    warmUp: 5000,
  },
  consume('none', 'Consume', 2_000_000),
  consume('lz4', 'Consume, lz4', 2_000_000, { compression: 'lz4' }),
  consume('1k', 'Consume 1 KB records', 1_000_000, { valueBytes: 1000 }),
  consume('10k', 'Consume 10 KB records', 200_000, { valueBytes: 10_000 }),
  {
    ...consume('latency', 'End to end at 1,000 records/s, acks=all', 10_000),
    name: 'latency',
    kind: 'latency',
    perSecond: 1000,
    warmUp: 5000,
  },
]

/** The one who is measured, on which Node (`here`: the one that runs the benchmarks). `share`: of the records, for those who take long. */
const entrant = (title, module, rest = {}) => ({ title, module, node: '24', isPeer: true, ...rest })
const ours = (title, rest = {}) => entrant(title, 'ours', { isPeer: false, ...rest })
const limit = (title, module) => entrant(title, module, { isPeer: false, node: undefined })

const KAFKAJS = 'kafkajs 2.2.4'
const PLATFORMATIC = '@platformatic/kafka 2.12.1'
const RDKAFKA = entrant('node-rdkafka 3.6.1', 'rdkafka', { isPeer: false, node: 'here' })
const JAVA = limit("Kafka's ProducerPerformance", 'java')
const FRANZ_GO = limit('franz-go', 'franz-go')
/** Clients that make a request per record take minutes for a million. */
const ONE_BY_ONE = 0.05
/** In bulk none but the fastest needs all the records for seconds of work. */
const SLOW = 0.3

const producers = [
  ours('odradek', { node: 'here' }),
  ours('odradek'),
  entrant(KAFKAJS, 'kafkajs', { share: SLOW }),
  entrant(PLATFORMATIC, 'platformatic', { share: SLOW }),
  { ...RDKAFKA, share: SLOW },
  FRANZ_GO,
]
const consumers = [
  ours('odradek, batches', { node: 'here', setting: 'batches' }),
  ours('odradek, batches', { setting: 'batches' }),
  ours('odradek, for await over records', { node: 'here', setting: 'records' }),
  ours('odradek, for await over records', { setting: 'records' }),
  entrant(`${KAFKAJS}, eachBatch`, 'kafkajs', { setting: 'eachBatch' }),
  entrant(`${KAFKAJS}, eachMessage`, 'kafkajs', { setting: 'eachMessage' }),
  entrant(`${PLATFORMATIC}, maxBytes 1 MiB`, 'platformatic', { setting: '1MiB' }),
  entrant(`${PLATFORMATIC}, its defaults`, 'platformatic', { setting: 'defaults' }),
  RDKAFKA,
  limit("Kafka's ConsumerPerformance", 'java'),
  FRANZ_GO,
]

/** Who takes part in a workload. */
export function entrantsOf({ kind, compression }) {
  if (kind === 'consume') return consumers
  if (kind === 'latency')
    return [
      ours('odradek', { node: 'here', setting: 'records' }),
      ours('odradek', { setting: 'records' }),
      entrant(`${KAFKAJS}, eachMessage`, 'kafkajs', { setting: 'eachMessage' }),
      entrant(`${PLATFORMATIC}, its defaults`, 'platformatic', { setting: 'defaults' }),
      RDKAFKA,
    ]
  if (kind === 'single')
    return [
      ours('odradek', { node: 'here' }),
      ours('odradek'),
      entrant(KAFKAJS, 'kafkajs', { share: ONE_BY_ONE }),
      entrant(`${PLATFORMATIC}, send()`, 'platformatic', { share: ONE_BY_ONE }),
      entrant(`${PLATFORMATIC}, asStream()`, 'platformatic', { setting: 'stream' }),
      RDKAFKA,
      FRANZ_GO,
    ]
  if (kind === 'awaited') return producers.map((one) => ({ ...one, share: 1 }))
  return compression === 'none' ? [...producers, JAVA] : producers
}
