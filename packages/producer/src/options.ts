import { COMPRESSION_TYPES, type CompressionType } from '@odradek/compression'
import { networkOptionTable, type NetworkOptions, type OptionTable } from '@odradek/network'
import { type ResolvedOptions, resolveOptions } from '@odradek/network/internal'
import type { Partitioner } from '@odradek/partitioners'
import { UsageError } from '@odradek/protocol'

/** How a producer is set up. Names, units and defaults are Kafka's; `producerOptionTable` says what each does. */
export interface ProducerOptions extends NetworkOptions {
  /** How many replicas must have a record before it counts: 'all' (or -1) those in sync, 1 the leader, 0 none. Kafka: acks. @default 'all' */
  acks?: 'all' | -1 | 0 | 1
  /** How long a batch waits for more records, in milliseconds. Kafka: linger.ms. @default 5 */
  lingerMs?: number
  /** Size at which a batch is full, in bytes before compression. Kafka: batch.size. @default 16384 */
  batchSize?: number
  /** The most that one request, and so one record, may take, in bytes. Kafka: max.request.size. @default 1048576 */
  maxRequestSize?: number
  /** The most that records may take until they settle, in bytes. Kafka: buffer.memory. @default 33554432 */
  bufferMemory?: number
  /** Longest wait of a record for metadata or memory, in milliseconds. Kafka: max.block.ms. @default 60000 */
  maxBlockMs?: number
  /** How many times a batch is sent again after errors that pass. Kafka: retries. @default 2147483647 */
  retries?: number
  /** Time limit from a batch's first record until it is acknowledged, in milliseconds. Kafka: delivery.timeout.ms. @default 120000 */
  deliveryTimeoutMs?: number
  /** Whether retries can make no duplicates and no reorder. Kafka: enable.idempotence. @default true, unless other options speak against it */
  enableIdempotence?: boolean
  /** Makes the producer transactional: the same id for every run of the same program instance. Kafka: transactional.id. @default none */
  transactionalId?: string
  /** How long a transaction may stay open before its coordinator aborts it, in milliseconds. Kafka: transaction.timeout.ms. @default 60000 */
  transactionTimeoutMs?: number
  /** How batches are compressed. Kafka: compression.type. @default 'none' */
  compressionType?: CompressionType
  /** Chooses the partition of records that name none. Kafka: partitioner.class. @default as Java's */
  partitioner?: Partitioner
}

const INT_MAX = 0x7fffffff

/** The rows of ProducerOptions. */
export const producerOptionTable = {
  ...networkOptionTable,
  acks: {
    kafkaName: 'acks',
    type: 'enum',
    default: 'all',
    values: ['all', -1, 0, 1],
    importance: 'high',
    doc: "How many replicas must have a record before it is acknowledged: 'all' (or -1) all those in sync, 1 the leader alone, 0 none: then a record counts as sent when it is written to the connection, is lost without a word when that fails later, and its offset is -1n.",
  },
  lingerMs: {
    kafkaName: 'linger.ms',
    type: 'int',
    default: 5,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How long a batch that is not full waits for more records, in milliseconds. 0 sends at once; records sent in the same turn of the event loop still share a batch.',
  },
  batchSize: {
    kafkaName: 'batch.size',
    type: 'int',
    default: 16_384,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Size at which a batch is full and goes at once, in bytes before compression. A larger record makes a batch of its own.',
  },
  maxRequestSize: {
    kafkaName: 'max.request.size',
    type: 'int',
    default: 1_048_576,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The most that the batches of one request take, in bytes; a record that is larger before compression is refused. Brokers have a limit of their own, message.max.bytes.',
  },
  bufferMemory: {
    kafkaName: 'buffer.memory',
    type: 'int',
    default: 33_554_432,
    min: 0,
    importance: 'high',
    doc: 'The most that records take from send() until they settle, in bytes. When it is used up, further records wait, in order, for up to maxBlockMs.',
  },
  maxBlockMs: {
    kafkaName: 'max.block.ms',
    type: 'int',
    default: 60_000,
    min: 0,
    importance: 'medium',
    doc: 'Longest wait of a record for the metadata of its topic and for room in bufferMemory together, in milliseconds.',
  },
  retries: {
    kafkaName: 'retries',
    type: 'int',
    default: INT_MAX,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'How many times a batch is sent again after an error that passes. Leave it, and use deliveryTimeoutMs.',
  },
  deliveryTimeoutMs: {
    kafkaName: 'delivery.timeout.ms',
    type: 'int',
    default: 120_000,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Time limit from the first record of a batch until the batch is acknowledged, in milliseconds: lingering, requests and retries together. At least lingerMs and requestTimeoutMs together; the default is raised to that.',
  },
  enableIdempotence: {
    kafkaName: 'enable.idempotence',
    type: 'boolean',
    importance: 'low',
    doc: "Whether the broker numbers this producer's batches, so that retries make no duplicates and never change the order, with up to five requests in flight. Needs acks 'all', retries above 0 and maxInFlightRequestsPerConnection of at most 5. On by default; where acks or retries speak against it, off without a word; where it is asked for and they do, an error.",
  },
  transactionalId: {
    kafkaName: 'transactional.id',
    type: 'string',
    check: (id: string) => (id === '' ? 'must not be empty' : undefined),
    importance: 'low',
    doc: 'Makes the producer transactional: what it sends in a transaction becomes visible to read_committed consumers together or not at all. A producer that starts with the id fences every earlier one. Needs idempotence.',
  },
  transactionTimeoutMs: {
    kafkaName: 'transaction.timeout.ms',
    type: 'int',
    default: 60_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: "How long a transaction may stay open before its coordinator aborts it, in milliseconds. At most the brokers' transaction.max.timeout.ms (15 minutes).",
  },
  compressionType: {
    kafkaName: 'compression.type',
    type: 'enum',
    default: 'none',
    values: COMPRESSION_TYPES,
    importance: 'high',
    doc: 'How batches are compressed. The larger the batches, the more it saves. zstd needs Kafka 2.1 or newer.',
  },
  partitioner: {
    kafkaName: 'partitioner.class',
    type: 'object',
    check: (partitioner: Partitioner) =>
      typeof partitioner.partition === 'function' ? undefined : 'must have a method partition(context)',
    importance: 'medium',
    doc: "Chooses the partition of records that name none. Without it: the murmur2 hash of the key, as Java's producer, and for records without a key one partition until a batch of it is full.",
  },
} as const satisfies OptionTable<ProducerOptions>

/** Options as the producer's parts take them: checked, complete, and with `acks` as a number. */
export type ProducerConfig = Omit<
  ResolvedOptions<ProducerOptions, typeof producerOptionTable>,
  'acks' | 'enableIdempotence'
> & {
  readonly acks: -1 | 0 | 1
  readonly enableIdempotence: boolean
  /** Whether the user asked for idempotence in so many words. */
  readonly isIdempotenceRequired: boolean
}

/** Brokers remember this many batches of an idempotent producer. */
const MAX_IN_FLIGHT_WITH_IDEMPOTENCE = 5

/** Checks the options and fills in the defaults. Throws UsageError that says what is wrong. */
export function resolveProducerOptions(given: ProducerOptions): ProducerConfig {
  const resolved = resolveOptions('Producer', producerOptionTable, given)
  const { lingerMs, requestTimeoutMs } = resolved
  const least = Math.min(lingerMs + requestTimeoutMs, INT_MAX)
  if (given.deliveryTimeoutMs !== undefined && given.deliveryTimeoutMs < least) {
    throw new UsageError(
      `Producer option deliveryTimeoutMs is ${given.deliveryTimeoutMs}: it must be at least lingerMs and requestTimeoutMs together, ${least}`,
    )
  }
  const acks = resolved.acks === 'all' ? -1 : resolved.acks
  return Object.freeze({
    ...resolved,
    acks,
    deliveryTimeoutMs: Math.max(resolved.deliveryTimeoutMs, least),
    enableIdempotence: resolveIdempotence({ ...resolved, acks }),
    isIdempotenceRequired: resolved.enableIdempotence === true,
  })
}

/** As Java's ProducerConfig: what was asked for must be possible; what is only the default gives way, except to too many requests in flight. */
function resolveIdempotence(options: {
  readonly acks: number
  readonly retries: number
  readonly maxInFlightRequestsPerConnection: number
  readonly enableIdempotence: boolean | undefined
  readonly transactionalId: string | undefined
}): boolean {
  const { acks, retries, maxInFlightRequestsPerConnection: maxInFlight, enableIdempotence, transactionalId } = options
  const isTransactional = transactionalId !== undefined
  if (enableIdempotence === false) {
    if (isTransactional) throw new UsageError('Producer: a transactionalId needs enableIdempotence, which is false')
    return false
  }
  const isRequired = enableIdempotence === true || isTransactional
  const refuse = (what: string) => {
    const advice = isTransactional ? '' : ', or enableIdempotence: false'
    throw new UsageError(`Producer: ${isTransactional ? 'a transactionalId' : 'idempotence'} needs ${what}${advice}`)
  }
  if (acks !== -1) return isRequired ? refuse(`acks 'all', not ${acks}`) : false
  if (retries === 0) return isRequired ? refuse('retries above 0') : false
  if (maxInFlight > MAX_IN_FLIGHT_WITH_IDEMPOTENCE) {
    refuse(`maxInFlightRequestsPerConnection of at most ${MAX_IN_FLIGHT_WITH_IDEMPOTENCE}, not ${maxInFlight}`)
  }
  return true
}
