// The configs that a topic can have, with Kafka 4.3's defaults and checks (LogConfig, TopicConfig).

/** What a config's value is. */
export type ConfigType = 'string' | 'boolean' | 'int' | 'long' | 'double' | 'list'

/** One config that topics have. */
export interface TopicConfigRule {
  readonly type: ConfigType
  readonly default: string
  readonly min?: number
  readonly max?: number
  readonly values?: readonly string[]
  /** Kafka's ConfigSource of the default. */
  readonly source?: number
}

/** The default lies in the broker configs of the whole cluster, where Kafka 4.3 keeps it for eligible leader replicas (KIP-966). */
const CLUSTER_WIDE_BROKER_CONFIG = 3

const MAX_LONG = '9223372036854775807'
const COMPRESSION = ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer']

/** By name, in the order in which Kafka lists them. */
export const topicConfigRules: Readonly<Record<string, TopicConfigRule>> = {
  'cleanup.policy': { type: 'list', default: 'delete', values: ['compact', 'delete'] },
  'compression.gzip.level': { type: 'int', default: '-1', min: -1, max: 9 },
  'compression.lz4.level': { type: 'int', default: '9', min: 1, max: 17 },
  'compression.type': { type: 'string', default: 'producer', values: COMPRESSION },
  'compression.zstd.level': { type: 'int', default: '3', min: -131072, max: 22 },
  'delete.retention.ms': { type: 'long', default: '86400000', min: 0 },
  'file.delete.delay.ms': { type: 'long', default: '60000', min: 0 },
  'flush.messages': { type: 'long', default: MAX_LONG, min: 1 },
  'flush.ms': { type: 'long', default: MAX_LONG, min: 0 },
  'follower.replication.throttled.replicas': { type: 'list', default: '' },
  'index.interval.bytes': { type: 'int', default: '4096', min: 0 },
  'leader.replication.throttled.replicas': { type: 'list', default: '' },
  'local.retention.bytes': { type: 'long', default: '-2', min: -2 },
  'local.retention.ms': { type: 'long', default: '-2', min: -2 },
  'max.compaction.lag.ms': { type: 'long', default: MAX_LONG, min: 1 },
  'max.message.bytes': { type: 'int', default: '1048588', min: 0 },
  'message.timestamp.after.max.ms': { type: 'long', default: '3600000', min: 0 },
  'message.timestamp.before.max.ms': { type: 'long', default: MAX_LONG, min: 0 },
  'message.timestamp.type': { type: 'string', default: 'CreateTime', values: ['CreateTime', 'LogAppendTime'] },
  'min.cleanable.dirty.ratio': { type: 'double', default: '0.5', min: 0, max: 1 },
  'min.compaction.lag.ms': { type: 'long', default: '0', min: 0 },
  'min.insync.replicas': { type: 'int', default: '1', min: 1, source: CLUSTER_WIDE_BROKER_CONFIG },
  preallocate: { type: 'boolean', default: 'false' },
  'remote.log.copy.disable': { type: 'boolean', default: 'false' },
  'remote.log.delete.on.disable': { type: 'boolean', default: 'false' },
  'remote.storage.enable': { type: 'boolean', default: 'false' },
  'retention.bytes': { type: 'long', default: '-1' },
  'retention.ms': { type: 'long', default: '604800000', min: -1 },
  'segment.bytes': { type: 'int', default: '1073741824', min: 1048576 },
  'segment.index.bytes': { type: 'int', default: '10485760', min: 4 },
  'segment.jitter.ms': { type: 'long', default: '0', min: 0 },
  'segment.ms': { type: 'long', default: '604800000', min: 1 },
  'unclean.leader.election.enable': { type: 'boolean', default: 'false' },
}

/** Says what is wrong with a config, in Kafka's words; undefined where nothing is. */
export function topicConfigError(name: string, value: string): string | undefined {
  const rule = Object.hasOwn(topicConfigRules, name) ? topicConfigRules[name]! : undefined
  if (rule === undefined) return `Unknown topic config name: ${name}`
  const wrong = valueError(rule, value.trim())
  return wrong === undefined ? undefined : `Invalid value ${value} for configuration ${name}: ${wrong}`
}

function valueError(rule: TopicConfigRule, value: string): string | undefined {
  switch (rule.type) {
    case 'boolean':
      return /^(true|false)$/i.test(value) ? undefined : 'Expected value to be either true or false'
    case 'list':
    case 'string':
      return memberError(rule, value)
    case 'int':
    case 'long':
      return numberError(rule, value, /^[+-]?\d{1,19}$/, rule.type === 'int' ? 2 ** 31 : 2 ** 63)
    default:
      return numberError(rule, value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, Infinity)
  }
}

function memberError(rule: TopicConfigRule, value: string): string | undefined {
  if (rule.values === undefined) return undefined
  // An empty list is a value: nothing is cleaned up.
  if (rule.type === 'list' && value === '') return undefined
  const given = rule.type === 'list' ? value.split(',').map((item) => item.trim()) : [value]
  if (given.every((item) => rule.values!.includes(item))) return undefined
  return `String must be one of: ${rule.values.join(', ')}`
}

function numberError(rule: TopicConfigRule, text: string, form: RegExp, limit: number): string | undefined {
  const value = Number(text)
  const kind = rule.type === 'double' ? 'double' : rule.type === 'int' ? 'number of type INT' : 'number of type LONG'
  if (!form.test(text) || Math.abs(value) > limit || (rule.type === 'int' && value === limit)) return `Not a ${kind}`
  if (rule.min !== undefined && value < rule.min) return `Value must be at least ${rule.min}`
  if (rule.max !== undefined && value > rule.max) return `Value must be no more than ${rule.max}`
  return undefined
}

const TOPIC_CONFIG_SOURCE = 1
const DEFAULT_CONFIG_SOURCE = 5

/** Where the value of a topic's config comes from, as Kafka's ConfigSource: set for the topic, or a default. */
export function topicConfigSource(name: string, configs: Readonly<Record<string, string>>): number {
  if (Object.hasOwn(configs, name)) return TOPIC_CONFIG_SOURCE
  return topicConfigRules[name]?.source ?? DEFAULT_CONFIG_SOURCE
}
