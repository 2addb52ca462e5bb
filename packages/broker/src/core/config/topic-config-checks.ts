// What holds for the configs of a topic beyond the value of each (Kafka's LogConfig.validate).
import { byName } from './config-definition.ts'
import { configValueError, invalid, listMembers } from './config-value.ts'
import { topicConfigDefinitions } from './generated/kafka-configs.ts'

const definitions = byName(topicConfigDefinitions)
const THROTTLED = /^\d+:\d+$/
const REPLICAS_FORM = '[partitionId]:[brokerId],[partitionId]:[brokerId],...'

/** Says what is wrong with one config of a topic, in Kafka's words; undefined where nothing is. */
export function topicConfigError(name: string, value: string): string | undefined {
  const definition = definitions.get(name)
  if (definition === undefined) return `Unknown topic config name: ${name}`
  return configValueError(definition, value) ?? specialError(name, value)
}

/** The same for all that is set for a topic, together. */
export function topicConfigsError(configs: ReadonlyMap<string, string>): string | undefined {
  for (const name of configs.keys()) if (!definitions.has(name)) return `Unknown topic config name: ${name}`
  for (const [name, value] of configs) {
    const wrong = topicConfigError(name, value)
    if (wrong !== undefined) return wrong
  }
  const lag = (name: string) => BigInt(configs.get(name)?.trim() ?? definitions.get(name)!.default!)
  const [least, most] = [lag('min.compaction.lag.ms'), lag('max.compaction.lag.ms')]
  if (least > most) {
    return `conflict topic config setting min.compaction.lag.ms (${least}) > max.compaction.lag.ms (${most})`
  }
  if (configs.get('remote.storage.enable')?.trim().toLowerCase() !== 'true') return undefined
  return 'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.'
}

function specialError(name: string, value: string): string | undefined {
  if (name === 'compression.gzip.level') return gzipLevelError(name, value)
  if (name.endsWith('.replication.throttled.replicas')) {
    const members = listMembers(value)
    if (value.trim() === '*' || members.every((member) => THROTTLED.test(member))) return undefined
    const rule = `${name} must be the literal '*' or a list of replicas in the following format: ${REPLICAS_FORM}`
    return invalid(name, `[${members.join(', ')}]`, rule)
  }
  return undefined
}

/** The one level that is outside of the range. */
export function gzipLevelError(name: string, value: string): string | undefined {
  const level = Number(value)
  if (level === -1 || (level >= 1 && level <= 9)) return undefined
  return invalid(name, String(level), 'Value must be between 1 and 9 or equal to -1')
}
