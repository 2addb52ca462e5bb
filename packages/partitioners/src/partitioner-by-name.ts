// All partitioners by name, for programs that are told one. A program that knows which it needs imports that alone.
import { defaultPartitioner } from './default-partitioner.ts'
import { java082Partitioner, java33Partitioner } from './java-partitioners.ts'
import { kafkajsDefaultPartitioner, kafkajsLegacyPartitioner } from './kafkajs-partitioners.ts'
import {
  librdkafkaConsistentPartitioner,
  librdkafkaConsistentRandomPartitioner,
  librdkafkaFnv1aPartitioner,
  librdkafkaFnv1aRandomPartitioner,
  librdkafkaMurmur2Partitioner,
  librdkafkaMurmur2RandomPartitioner,
} from './librdkafka-partitioners.ts'
import { LibrdkafkaRandomPartitioner } from './librdkafka-random-partitioner.ts'
import type { Partitioner } from './partitioner.ts'
import { platformaticPartitioner } from './platformatic-partitioner.ts'
import { RandomPartitioner } from './random-partitioner.ts'
import { RoundRobinPartitioner } from './round-robin-partitioner.ts'
import { saramaHashPartitioner, saramaReferenceHashPartitioner } from './sarama-partitioners.ts'
import { scala07Partitioner, scala080Partitioner, scala082Partitioner } from './scala-partitioners.ts'
import { StickyPartitioner } from './sticky-partitioner.ts'
import { UniformPartitioner } from './uniform-partitioner.ts'

interface Entry {
  readonly doc: string
  readonly usesKey: boolean
  readonly create: (random: () => number) => Partitioner
}

const byKey = (create: Entry['create'], doc: string): Entry => ({ doc, usesKey: true, create })
const withoutKey = (create: Entry['create'], doc: string): Entry => ({ doc, usesKey: false, create })

const table = {
  java: byKey(
    defaultPartitioner,
    'Java producer 2.4 to 3.2, and all others for keys: murmur2; without a key sticky (KIP-480)',
  ),
  'java-3.3': byKey(
    (random) => java33Partitioner(random),
    'Java producer since 3.3: murmur2; without a key uniform by bytes (KIP-794)',
  ),
  'java-0.8.2': byKey(java082Partitioner, 'Java producer 0.8.2 to 2.3: murmur2; without a key round robin'),
  'java-round-robin': withoutKey(
    () => new RoundRobinPartitioner(),
    "Java's RoundRobinPartitioner: one partition after the other, whatever the key",
  ),
  'java-uniform-sticky': withoutKey(
    (random) => new StickyPartitioner(random),
    "Java's UniformStickyPartitioner (2.4 to 3.9): a random partition for each batch, whatever the key",
  ),
  'java-ignore-keys': withoutKey(
    (random) => new UniformPartitioner(random),
    'Java producer since 3.3 with partitioner.ignore.keys=true: uniform by bytes (KIP-794), whatever the key',
  ),
  'scala-0.7': byKey(
    (random) => scala07Partitioner(random),
    'Kafka 0.7, String keys: math.abs(hashCode) % n, below 0 for a hash code of -2^31',
  ),
  'scala-0.7-integer': byKey((random) => scala07Partitioner(random, 'integer'), 'Kafka 0.7, Integer keys (4 bytes)'),
  'scala-0.7-long': byKey((random) => scala07Partitioner(random, 'long'), 'Kafka 0.7, Long keys (8 bytes)'),
  'scala-0.8.0': byKey(
    (random) => scala080Partitioner(random),
    'Scala producer 0.8.0 to 0.8.1.1, String keys: (hashCode & 0x7fffffff) % n',
  ),
  'scala-0.8.0-bytes': byKey(
    (random) => scala080Partitioner(random, 'bytes'),
    'Scala producer 0.8.0 to 0.8.1.1, ByteArrayPartitioner: (Arrays.hashCode & 0x7fffffff) % n',
  ),
  'scala-0.8.0-integer': byKey(
    (random) => scala080Partitioner(random, 'integer'),
    'Scala producer 0.8.0 to 0.8.1.1, Integer keys (4 bytes)',
  ),
  'scala-0.8.0-long': byKey(
    (random) => scala080Partitioner(random, 'long'),
    'Scala producer 0.8.0 to 0.8.1.1, Long keys (8 bytes)',
  ),
  'scala-0.8.2': byKey(
    (random) => scala082Partitioner(random),
    'Scala producer since 0.8.2, String keys: abs(hashCode) % n with abs(-2^31) = 0',
  ),
  'scala-0.8.2-bytes': byKey(
    (random) => scala082Partitioner(random, 'bytes'),
    'Scala producer since 0.8.2, ByteArrayPartitioner: abs(Arrays.hashCode) % n with abs(-2^31) = 0',
  ),
  'scala-0.8.2-integer': byKey(
    (random) => scala082Partitioner(random, 'integer'),
    'Scala producer since 0.8.2, Integer keys (4 bytes)',
  ),
  'scala-0.8.2-long': byKey(
    (random) => scala082Partitioner(random, 'long'),
    'Scala producer since 0.8.2, Long keys (8 bytes)',
  ),
  'librdkafka-consistent': byKey(
    librdkafkaConsistentPartitioner,
    'librdkafka consistent: CRC-32; no key counts as an empty one',
  ),
  'librdkafka-consistent-random': byKey(
    librdkafkaConsistentRandomPartitioner,
    'librdkafka consistent_random, its default: CRC-32; an empty key counts as none; without one random',
  ),
  'librdkafka-murmur2': byKey(
    librdkafkaMurmur2Partitioner,
    'librdkafka murmur2: as Java; no key counts as an empty one',
  ),
  'librdkafka-murmur2-random': byKey(
    librdkafkaMurmur2RandomPartitioner,
    'librdkafka murmur2_random: as Java; without a key random',
  ),
  'librdkafka-fnv1a': byKey(librdkafkaFnv1aPartitioner, 'librdkafka fnv1a: as sarama; no key counts as an empty one'),
  'librdkafka-fnv1a-random': byKey(
    librdkafkaFnv1aRandomPartitioner,
    'librdkafka fnv1a_random: as sarama; without a key random',
  ),
  'librdkafka-random': withoutKey(
    (random) => new LibrdkafkaRandomPartitioner(random),
    'librdkafka random: any partition, whatever the key',
  ),
  'sarama-hash': byKey(
    saramaHashPartitioner,
    'sarama NewHashPartitioner, its default: |int32(FNV-1a) % n|; without a key random',
  ),
  'sarama-reference-hash': byKey(
    saramaReferenceHashPartitioner,
    'sarama NewReferenceHashPartitioner: (FNV-1a & 0x7fffffff) % n; without a key random',
  ),
  'sarama-random': withoutKey(
    (random) => new RandomPartitioner(random),
    'sarama NewRandomPartitioner: any partition with a leader, whatever the key',
  ),
  kafkajs: byKey(
    kafkajsDefaultPartitioner,
    'kafkajs DefaultPartitioner, the default since 2.0: as Java; without a key round robin',
  ),
  'kafkajs-legacy': byKey(
    kafkajsLegacyPartitioner,
    'kafkajs LegacyPartitioner, the default before 2.0: its faulty murmur2; without a key round robin',
  ),
  platformatic: byKey(
    platformaticPartitioner,
    '@platformatic/kafka by default: (murmur2 >>> 0) % n; without a key round robin from 0',
  ),
} as const satisfies Record<string, Entry>

/** The name of a partitioner in `partitionerByName`: its client, and the version where it has changed. */
export type PartitionerName = keyof typeof table

/** All names that `partitionerByName` knows. */
export const partitionerNames: readonly PartitionerName[] = /* @__PURE__ */ Object.keys(table) as PartitionerName[]

/** A new partitioner of that name. `random` gives numbers from 0 to below 1, as Math.random. Throws a RangeError for other names. */
export function partitionerByName(name: string, random: () => number): Partitioner {
  return entryOf(name).create(random)
}

/** What there is to know of a partitioner by name. */
export interface PartitionerDescription {
  name: string
  /** One line: which client and version, how it treats a key, and what it does without one. */
  doc: string
  /** Whether a record's partition depends on its key at all. */
  usesKey: boolean
}

/** Which client's partitioner a name stands for. Throws a RangeError for a name that is not known. */
export function describePartitioner(name: string): PartitionerDescription {
  const { doc, usesKey } = entryOf(name)
  return { name, doc, usesKey }
}

function entryOf(name: string): Entry {
  if (Object.hasOwn(table, name)) return table[name as PartitionerName]
  throw new RangeError(`there is no partitioner '${name}': use one of ${partitionerNames.join(', ')}`)
}
