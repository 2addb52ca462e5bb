// Kafka's client.properties as options of the consumer: today's names, and those of the consumers that ZooKeeper coordinated, with a warning.
import { optionsOfProperties, parseProperties } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { type AssignorName, type ConsumerOptions, consumerOptionTable } from './options.ts'
import { propertiesWithoutMeaning } from './properties-without-meaning.ts'

type Rename = string | ((value: string) => Readonly<Record<string, string>>)

/** The consumer of Kafka 0.7 and 0.8 (kafka.consumer.ConsumerConfig): what its names are called since, and what has no successor. */
const OLD_NAMES: Readonly<Record<string, Rename>> = {
  'zookeeper.connect': () => ({}),
  'zookeeper.session.timeout.ms': 'session.timeout.ms',
  'zookeeper.connection.timeout.ms': () => ({}),
  'zookeeper.sync.time.ms': () => ({}),
  'zk.connect': () => ({}),
  groupid: 'group.id',
  'consumer.id': 'group.instance.id',
  'autocommit.enable': 'enable.auto.commit',
  'autocommit.interval.ms': 'auto.commit.interval.ms',
  'auto.commit.enable': 'enable.auto.commit',
  'autooffset.reset': 'auto.offset.reset',
  'fetch.message.max.bytes': 'max.partition.fetch.bytes',
  'fetch.size': 'max.partition.fetch.bytes',
  'fetch.wait.max.ms': 'fetch.max.wait.ms',
  'socket.timeout.ms': 'request.timeout.ms',
  'refresh.leader.backoff.ms': 'retry.backoff.ms',
  'rebalance.backoff.ms': () => ({}),
  'rebalance.max.retries': () => ({}),
  'queued.max.message.chunks': () => ({}),
  'num.consumer.fetchers': () => ({}),
  'consumer.timeout.ms': () => ({}),
  'offsets.storage': () => ({}),
  'dual.commit.enabled': () => ({}),
}

/** Values that had other names. */
const OLD_RESETS: Readonly<Record<string, string>> = { smallest: 'earliest', largest: 'latest' }

const ASSIGNOR_CLASSES: Readonly<Record<string, AssignorName>> = {
  RangeAssignor: 'range',
  RoundRobinAssignor: 'roundrobin',
  StickyAssignor: 'sticky',
  CooperativeStickyAssignor: 'cooperative-sticky',
}

/**
 * The options that a Kafka `client.properties` file stands for: its text, or its names and values. Old names and values are taken for their
 * successors, and what has no meaning here is left out, each with a warning. Throws UsageError for a value of a wrong form. Names that nobody
 * knows come through as they are: `new Consumer` refuses them and suggests the nearest.
 */
export function consumerOptionsFromProperties(
  properties: string | Readonly<Record<string, string>>,
  onWarning: (warning: string) => void = () => undefined,
): ConsumerOptions {
  const given = typeof properties === 'string' ? parseProperties(properties) : properties
  const current: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const rename = Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name] : undefined
    if (rename === undefined) {
      current[name] = value
      continue
    }
    const renamed = typeof rename === 'string' ? { [rename]: value } : rename(value)
    const [successor] = Object.keys(renamed)
    const what = successor === undefined ? 'it has no successor and is left out' : `it is ${successor} now`
    onWarning(`${name} is a name of the consumers that ZooKeeper coordinated: ${what}`)
    // What is there under its new name counts more.
    for (const [newName, newValue] of Object.entries(renamed))
      if (!Object.hasOwn(given, newName)) current[newName] = newValue
  }
  return optionsOfProperties<ConsumerOptions>(current, consumerOptionTable, {
    withoutMeaning: propertiesWithoutMeaning,
    onWarning,
    readers: {
      'partition.assignment.strategy': assignorsOf,
      'auto.offset.reset': (value) => resetOf(value, onWarning),
    },
  })
}

function resetOf(value: string, onWarning: (warning: string) => void): string {
  const successor = OLD_RESETS[value]
  if (successor === undefined) return value.startsWith('by_duration') ? value : value.toLowerCase()
  onWarning(`auto.offset.reset=${value} is ${successor} now`)
  return successor
}

function assignorsOf(value: string): AssignorName[] {
  return value.split(',').map((part) => {
    const className = part.trim().replace(/^org\.apache\.kafka\.clients\.consumer\./, '')
    const name = ASSIGNOR_CLASSES[className] ?? Object.values(ASSIGNOR_CLASSES).find((each) => each === className)
    if (name !== undefined) return name
    throw new UsageError(
      `partition.assignment.strategy names ${part.trim()}, which has no counterpart here: known are ${Object.keys(ASSIGNOR_CLASSES).join(', ')}; else set the option partitionAssignmentStrategy`,
    )
  })
}
