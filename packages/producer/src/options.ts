import { COMPRESSION_TYPES, type CompressionType } from '@odradek/compression'
import { networkOptionTable, type NetworkOptions, type OptionTable } from '@odradek/network'
import { checkLogger, type ResolvedOptions, resolveOptions } from '@odradek/network/internal'
import { type Partitioner, type PartitionerName, partitionerNames } from '@odradek/partitioners'
import { UsageError } from '@odradek/protocol'

import type { ProducerLogger } from './producer-logger.ts'
import type { RecordField } from './producer-record.ts'
import type { Serializer } from './serializer.ts'

/** How a producer is set up. Names, units and defaults are Kafka's; `producerOptionTable` says what each does. */
export interface ProducerOptions<K = RecordField, V = RecordField> extends NetworkOptions {
  /** Turns keys into bytes or strings. Kafka: key.serializer. @default keys are strings, bytes or null */
  keySerializer?: Serializer<K>
  /** Turns values into bytes or strings. Kafka: value.serializer. @default values are strings, bytes or null */
  valueSerializer?: Serializer<V>
  /** Whether brokers may create topics that do not exist when records are sent to them. @default true */
  allowAutoCreateTopics?: boolean
  /** Is told of retries and failures: console, pino and winston fit. @default none */
  logger?: ProducerLogger
  /** How many replicas must have a record before it counts: 'all' (or -1) those in sync, 1 the leader, 0 none. Kafka: acks. @default 'all' */
  acks?: 'all' | -1 | 0 | 1
  /** How long a batch waits for more records, in milliseconds. Kafka: linger.ms. @default 5 */
  lingerMs?: number
  /** Whether a batch goes without lingering when nothing is in flight to its leader. @default false */
  flushWhenIdle?: boolean
  /** Size from which on a batch is ready to be sent, in bytes before compression. Kafka: batch.size. @default 16384 */
  batchSize?: number
  /** What a batch that is ready may grow to while it waits for its turn, in bytes before compression. @default 262144 */
  batchSizeWhenBusy?: number
  /** The most that one request, and so one record, may take, in bytes. Kafka: max.request.size. @default 1048576 */
  maxRequestSize?: number
  /** The most that records may take until they settle, in bytes. Kafka: buffer.memory. @default 33554432 */
  bufferMemory?: number
  /** Longest wait of a record for metadata or memory, in milliseconds. Kafka: max.block.ms. @default 60000 */
  maxBlockMs?: number
  /** A topic that has had no record for so long leaves the metadata, in milliseconds. Kafka: metadata.max.idle.ms. @default 300000 */
  metadataMaxIdleMs?: number
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
  /** Level of gzip, 1 to 9; -1: zlib's own. Kafka: compression.gzip.level. @default -1 */
  compressionGzipLevel?: number
  /** Level of lz4, 1 to 17. Kafka: compression.lz4.level. @default 9 */
  compressionLz4Level?: number
  /** Level of zstd, -131072 to 22. Kafka: compression.zstd.level. @default 3 */
  compressionZstdLevel?: number
  /** Chooses the partition of records that name none: an object, or the name of another client's. Kafka: partitioner.class. @default as Java's */
  partitioner?: Partitioner | PartitionerName
  /** Whether records without a key prefer partitions with shorter queues. Kafka: partitioner.adaptive.partitioning.enable. @default true */
  partitionerAdaptivePartitioningEnable?: boolean
  /** After how long without a chance to send to a broker its partitions are left alone; 0: never. Kafka: partitioner.availability.timeout.ms. @default 0 */
  partitionerAvailabilityTimeoutMs?: number
  /** Whether records with a key are spread as those without. Kafka: partitioner.ignore.keys. @default false */
  partitionerIgnoreKeys?: boolean
}

const INT_MAX = 0x7fffffff

/** The rows of ProducerOptions. */
export const producerOptionTable = {
  ...networkOptionTable,
  keySerializer: {
    kafkaName: 'key.serializer',
    type: 'function',
    importance: 'high',
    doc: 'Turns the key of each record into bytes, a string (sent as UTF-8) or null: (key, { topic, field }) => bytes. Without it keys must be that already.',
  },
  valueSerializer: {
    kafkaName: 'value.serializer',
    type: 'function',
    importance: 'high',
    doc: 'Turns the value of each record into bytes, a string (sent as UTF-8) or null: (value, { topic, field }) => bytes. Without it values must be that already.',
  },
  allowAutoCreateTopics: {
    kafkaName: 'allow.auto.create.topics',
    type: 'boolean',
    default: true,
    importance: 'medium',
    doc: "Whether brokers may create a topic that does not exist when records are sent to it, where their auto.create.topics.enable allows it. Java's producer always lets them; brokers before 0.11 always may.",
  },
  logger: {
    type: 'object',
    check: checkLogger,
    importance: 'low',
    doc: 'Is told of brokers that cannot be reached or give no metadata (warn; error where they refuse us), of retries (warn) and of records that fail (error), in one line each: an object with debug, info, warn and error, such as console. Never of keys, values or secrets.',
  },
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
  flushWhenIdle: {
    type: 'boolean',
    default: false,
    importance: 'medium',
    doc: "Whether a batch goes without lingering when nothing is in flight to its partition's leader; records sent in the same turn of the event loop still share a batch. lingerMs then holds only while that broker has a request to answer, as with Nagle's algorithm: a record sent alone does not wait, and a busy producer's batches are as large as ever.",
  },
  batchSize: {
    kafkaName: 'batch.size',
    type: 'int',
    default: 16_384,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Size from which on a batch is ready and goes as soon as it is its turn, in bytes before compression. A larger record makes a batch of its own; 0: every record does.',
  },
  batchSizeWhenBusy: {
    type: 'int',
    default: 262_144,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: "What a batch that is ready may grow to while it waits for its turn, in bytes before compression: the busier the brokers, the larger the batches, and nothing waits for it. Never above maxRequestSize; from batchSize downwards it has no effect, and batches are those of Kafka's own producer. Where a broker refuses a batch for its size (max.message.bytes, segment.bytes), the batches of that topic grow to half of that from then on.",
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
  metadataMaxIdleMs: {
    kafkaName: 'metadata.max.idle.ms',
    type: 'int',
    default: 300_000,
    min: 5000,
    importance: 'low',
    doc: 'A topic that has had no record for this many milliseconds is left out of what brokers are asked for, from the next answer about the cluster on; the next record for it waits for its metadata again.',
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
  compressionGzipLevel: {
    kafkaName: 'compression.gzip.level',
    type: 'int',
    default: -1,
    min: -1,
    max: 9,
    check: (level: number) => (level === 0 ? 'must be from 1 to 9, or -1' : undefined),
    importance: 'medium',
    doc: "Level of gzip: 1 is the fastest, 9 the smallest, -1 zlib's own choice.",
  },
  compressionLz4Level: {
    kafkaName: 'compression.lz4.level',
    type: 'int',
    default: 9,
    min: 1,
    max: 17,
    importance: 'medium',
    doc: 'Level of lz4, where the codec has levels.',
  },
  compressionZstdLevel: {
    kafkaName: 'compression.zstd.level',
    type: 'int',
    default: 3,
    min: -131_072,
    max: 22,
    importance: 'medium',
    doc: 'Level of zstd, where the codec has levels.',
  },
  partitioner: {
    kafkaName: 'partitioner.class',
    type: 'any',
    check: checkPartitioner,
    importance: 'medium',
    doc: "Chooses the partition of records that name none: an object with a method partition(context), or the name of another client's partitioner, such as 'librdkafka-consistent-random' or 'kafkajs'. Without it: the murmur2 hash of the key, as Java's producer, and records without a key stay with a partition until it has got batchSize bytes (KIP-794).",
  },
  partitionerAdaptivePartitioningEnable: {
    kafkaName: 'partitioner.adaptive.partitioning.enable',
    type: 'boolean',
    default: true,
    importance: 'low',
    doc: 'Whether records without a key prefer partitions with shorter queues. Counts only without partitioner.',
  },
  partitionerAvailabilityTimeoutMs: {
    kafkaName: 'partitioner.availability.timeout.ms',
    type: 'int',
    default: 0,
    min: 0,
    importance: 'low',
    doc: 'Partitions whose broker has taken no request for this many milliseconds, although batches wait for it, get no records without a key; 0: they do. Counts only without partitioner, and with partitionerAdaptivePartitioningEnable.',
  },
  partitionerIgnoreKeys: {
    kafkaName: 'partitioner.ignore.keys',
    type: 'boolean',
    default: false,
    importance: 'medium',
    doc: 'Whether records with a key are spread as those without one. Counts only without partitioner.',
  },
} as const satisfies OptionTable<ProducerOptions>

function checkPartitioner(partitioner: Partitioner | PartitionerName): string | undefined {
  if (typeof partitioner !== 'string') {
    const isPartitioner = typeof (partitioner as Partitioner | null)?.partition === 'function'
    return isPartitioner
      ? undefined
      : 'must be an object with a method partition(context), or the name of a partitioner'
  }
  return partitionerNames.includes(partitioner) ? undefined : `must be one of ${partitionerNames.join(', ')}`
}

/** Options as the producer's parts take them: checked, complete, and with `acks` as a number. */
export type ProducerConfig = Omit<
  ResolvedOptions<ProducerOptions, typeof producerOptionTable>,
  'acks' | 'enableIdempotence'
> & {
  readonly acks: -1 | 0 | 1
  readonly enableIdempotence: boolean
  /** The level of `compressionType` that the user chose; undefined: the codec's own. */
  readonly chosenCompressionLevel: number | undefined
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
  const { batchSize, batchSizeWhenBusy, maxRequestSize } = resolved
  return Object.freeze({
    ...resolved,
    acks,
    // Without batches there is nothing to grow.
    batchSizeWhenBusy: batchSize === 0 ? 0 : Math.min(batchSizeWhenBusy, maxRequestSize),
    deliveryTimeoutMs: Math.max(resolved.deliveryTimeoutMs, least),
    enableIdempotence: resolveIdempotence({ ...resolved, acks }),
    chosenCompressionLevel: chosenCompressionLevel(given),
    isIdempotenceRequired: resolved.enableIdempotence === true,
  })
}

function chosenCompressionLevel(given: ProducerOptions): number | undefined {
  if (given.compressionType === 'gzip') return given.compressionGzipLevel
  if (given.compressionType === 'lz4') return given.compressionLz4Level
  return given.compressionType === 'zstd' ? given.compressionZstdLevel : undefined
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
