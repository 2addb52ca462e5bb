// What holds for a subscription to client metrics (KIP-714, Kafka's ClientMetricsConfigs).
import { ErrorCode } from '@odradek/protocol'
import { byName } from './config-definition.ts'
import type { ConfigFault } from './config-fault.ts'
import { configValueError, listMembers } from './config-value.ts'
import { clientMetricsConfigDefinitions } from './generated/kafka-configs.ts'

const definitions = byName(clientMetricsConfigDefinitions)
const SHORTEST_MS = 100
const LONGEST_MS = 3_600_000
const SELECTORS = [
  'client_instance_id',
  'client_id',
  'client_software_name',
  'client_software_version',
  'client_source_address',
  'client_source_port',
]

/** Says what is wrong with all that is set for a subscription; undefined where nothing is. */
export function clientMetricsFault(name: string, configs: ReadonlyMap<string, string>): ConfigFault | undefined {
  if (name === '') return refused("Subscription name can't be empty")
  for (const [config, value] of configs) {
    const definition = definitions.get(config)
    if (definition === undefined) return refused(`Unknown client metrics configuration: ${config}`)
    const wrong = configValueError(definition, value)
    if (wrong !== undefined) return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage: wrong }
    const fault = config === 'interval.ms' ? intervalFault(value) : config === 'match' ? matchFault(value) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The patterns of a subscription, by what they are matched with. Undefined: a pattern is none. */
export function parseMatch(text: string): ReadonlyMap<string, RegExp> | string {
  const patterns = new Map<string, RegExp>()
  for (const member of listMembers(text)) {
    const [, selector, pattern] = /^([^=]+)=(.*)$/s.exec(member) ?? []
    const compiled = pattern === undefined || !SELECTORS.includes(selector!) ? undefined : wholePattern(pattern)
    if (compiled === undefined) return member
    patterns.set(selector!, compiled)
  }
  return patterns
}

function wholePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 's')
  } catch {
    return undefined
  }
}

function intervalFault(value: string): ConfigFault | undefined {
  const interval = Number(value)
  if (interval >= SHORTEST_MS && interval <= LONGEST_MS) return undefined
  return refused(
    `Invalid value ${value} for interval.ms, interval must be between ${SHORTEST_MS} and ${LONGEST_MS} (1 hour)`,
  )
}

function matchFault(value: string): ConfigFault | undefined {
  const patterns = parseMatch(value)
  if (typeof patterns !== 'string') return undefined
  return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage: `Illegal client matching pattern: ${patterns}` }
}

function refused(errorMessage: string): ConfigFault {
  return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
}
