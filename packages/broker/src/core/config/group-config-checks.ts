// What holds for the configs of a group (Kafka's GroupConfig): each value, the bounds that the broker sets, and session over heartbeat.
import { ErrorCode } from '@odradek/protocol'
import type { BrokerConfigs } from './broker-configs.ts'
import { byName } from './config-definition.ts'
import type { ConfigFault } from './config-fault.ts'
import { configValueError, invalid } from './config-value.ts'
import { groupConfigDefinitions } from './generated/kafka-configs.ts'
import { resetDurationMs } from '../share/offset-reset.ts'

const definitions = byName(groupConfigDefinitions)
const BOUNDED = [
  'consumer.heartbeat.interval.ms',
  'consumer.session.timeout.ms',
  'consumer.assignment.interval.ms',
  'share.heartbeat.interval.ms',
  'share.session.timeout.ms',
  'share.record.lock.duration.ms',
  'share.delivery.count.limit',
  'share.partition.max.record.locks',
  'share.assignment.interval.ms',
  'streams.heartbeat.interval.ms',
  'streams.session.timeout.ms',
  'streams.num.standby.replicas',
  'streams.assignment.interval.ms',
]
const SESSIONS = ['consumer', 'share', 'streams'].map((kind) => [
  `${kind}.session.timeout.ms`,
  `${kind}.heartbeat.interval.ms`,
])

/** The broker config that holds the default of a group config. */
export function groupConfigSynonym(name: string): string {
  const synonym = name === 'share.auto.offset.reset' || name === 'share.isolation.level' ? name : `group.${name}`
  return synonym === 'group.share.renew.acknowledge.enable' ? name : synonym
}

/** The value of a group config that holds: the group's, the broker's, or Kafka's. */
export function groupConfigValue(name: string, configs: ReadonlyMap<string, string>, broker: BrokerConfigs): string {
  return configs.get(name) ?? broker.value(groupConfigSynonym(name)) ?? definitions.get(name)!.default!
}

/** Says what is wrong with all that is set for a group; undefined where nothing is. */
export function groupConfigsFault(
  configs: ReadonlyMap<string, string>,
  broker: BrokerConfigs,
): ConfigFault | undefined {
  const errorMessage = groupConfigsError(configs, broker)
  return errorMessage === undefined ? undefined : { errorCode: ErrorCode.INVALID_CONFIG, errorMessage }
}

function groupConfigsError(configs: ReadonlyMap<string, string>, broker: BrokerConfigs): string | undefined {
  for (const name of configs.keys()) if (!definitions.has(name)) return `Unknown group config name: ${name}`
  for (const [name, value] of configs) {
    const wrong = configValueError(definitions.get(name)!, value) ?? offsetResetError(name, value.trim())
    if (wrong !== undefined) return wrong
  }
  const valueOf = (name: string) => Number(groupConfigValue(name, configs, broker))
  for (const name of BOUNDED) {
    const wrong = boundError(name, valueOf(name), broker)
    if (wrong !== undefined) return wrong
  }
  for (const [session, heartbeat] of SESSIONS) {
    if (valueOf(session!) <= valueOf(heartbeat!)) return `${session} must be greater than ${heartbeat}`
  }
  return undefined
}

function boundError(name: string, value: number, broker: BrokerConfigs): string | undefined {
  const [kind, ...rest] = name.split('.')
  for (const [bound, relation, isWrong] of [
    ['min', 'greater', (limit: number) => value < limit],
    ['max', 'less', (limit: number) => value > limit],
  ] as const) {
    const limitName = `group.${kind}.${bound}.${rest.join('.').replace(/^num\./, '')}`
    const limit = broker.value(limitName)
    if (limit !== null && isWrong(Number(limit))) return `${name} must be ${relation} than or equal to ${limitName}`
  }
  return undefined
}

function offsetResetError(name: string, value: string): string | undefined {
  if (
    name !== 'share.auto.offset.reset' ||
    ['earliest', 'latest'].includes(value.toLowerCase()) ||
    resetDurationMs(value) !== undefined
  )
    return undefined
  const form = "The value must be either 'earliest', 'latest' or of the format 'by_duration:<PnDTnHnMn.nS>'."
  return invalid(name, value, `Invalid value \`${value}\` for configuration ${name}. ${form}`)
}
