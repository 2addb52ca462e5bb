// Kafka's client.properties as options of the producer: today's names, and those of the producer of Kafka 0.8 with a warning.
import { optionsOfProperties, parseProperties, type UnsupportedProperty } from '@odradek/network/internal'
import type { PartitionerName } from '@odradek/partitioners'
import { UsageError } from '@odradek/protocol'

import { type ProducerOptions, producerOptionTable } from './options.ts'

/** Called with what a property file says that is taken in another way than Kafka would; never with a value that may be secret. */
export type OnPropertyWarning = (warning: string) => void

type Rename = string | ((value: string) => Readonly<Record<string, string>>)

/** The producer of Kafka 0.8 (kafka.producer.ProducerConfig): what its names are called since, and what has no successor. */
const OLD_NAMES: Readonly<Record<string, Rename>> = {
  'metadata.broker.list': 'bootstrap.servers',
  'request.required.acks': 'acks',
  'message.send.max.retries': 'retries',
  // -1: only after a failure.
  'topic.metadata.refresh.interval.ms': (value) => ({
    'metadata.max.age.ms': value.trim() === '-1' ? '2147483647' : value,
  }),
  'queue.buffering.max.ms': 'linger.ms',
  'queue.enqueue.timeout.ms': (value) => ({ 'max.block.ms': value.trim() === '-1' ? '9007199254740991' : value }),
  'compression.codec': (value) => ({ 'compression.type': ['none', 'gzip', 'snappy', 'lz4'][Number(value)] ?? value }),
  'producer.type': (value): Readonly<Record<string, string>> => (value.trim() === 'sync' ? { 'linger.ms': '0' } : {}),
  'serializer.class': () => ({}),
  'key.serializer.class': () => ({}),
  'compressed.topics': () => ({}),
  'queue.buffering.max.messages': () => ({}),
  'batch.num.messages': () => ({}),
}

/** Properties of Kafka's producer that name Java classes. */
const WITHOUT_MEANING: readonly RegExp[] = [/^(key|value)\.serializer$/, /^interceptor\.classes$/]

const UNSUPPORTED: Readonly<Record<string, UnsupportedProperty>> = {
  'transaction.two.phase.commit.enable': {
    off: /^false$/i,
    problem:
      'asks for transactions that another coordinator commits (KIP-939), which are not there: leave it out, and a transaction is committed by the producer within transaction.timeout.ms',
  },
}

const PARTITIONER_CLASSES: Readonly<Record<string, PartitionerName>> = {
  'org.apache.kafka.clients.producer.RoundRobinPartitioner': 'java-round-robin',
  'org.apache.kafka.clients.producer.UniformStickyPartitioner': 'java-uniform-sticky',
  'org.apache.kafka.clients.producer.internals.DefaultPartitioner': 'java',
  'kafka.producer.DefaultPartitioner': 'scala-0.8.2',
  'kafka.producer.ByteArrayPartitioner': 'scala-0.8.2-bytes',
}

/**
 * The options that a Kafka `client.properties` file stands for: its text, or its names and values. Names of the 0.8 producer are taken for their
 * successors, and what has no meaning here is left out, each with a warning. Throws UsageError for a value of a wrong form. Names that nobody
 * knows come through as they are: `new Producer` refuses them and suggests the nearest.
 */
export function producerOptionsFromProperties(
  properties: string | Readonly<Record<string, string>>,
  onWarning: OnPropertyWarning = () => undefined,
): ProducerOptions {
  const given = typeof properties === 'string' ? parseProperties(properties) : properties
  const current: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const rename = Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name] : undefined
    if (rename === undefined) current[name] = value
    else takeOldName(name, value, rename, given, current, onWarning)
  }
  return optionsOfProperties<ProducerOptions>(current, producerOptionTable, {
    withoutMeaning: WITHOUT_MEANING,
    unsupported: UNSUPPORTED,
    onWarning,
    readers: { 'partitioner.class': partitionerOf },
  })
}

function takeOldName(
  name: string,
  value: string,
  rename: Rename,
  given: Readonly<Record<string, string>>,
  current: Record<string, string>,
  onWarning: OnPropertyWarning,
): void {
  const renamed = typeof rename === 'string' ? { [rename]: value } : rename(value)
  const names = Object.keys(renamed)
  const successor = names.length === 0 ? 'it has no successor and is left out' : `it is ${names.join(', ')} now`
  onWarning(`${name} is a name of the producer of Kafka 0.8: ${successor}`)
  // What is there under its new name counts more.
  for (const [newName, newValue] of Object.entries(renamed))
    if (!Object.hasOwn(given, newName)) current[newName] = newValue
}

function partitionerOf(className: string): PartitionerName {
  const name = PARTITIONER_CLASSES[className]
  if (name !== undefined) return name
  const known = Object.keys(PARTITIONER_CLASSES).join(', ')
  throw new UsageError(
    `partitioner.class names a Java class that has no counterpart here: known are ${known}; else set the option partitioner`,
  )
}
