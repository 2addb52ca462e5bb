// Apache Kafka's server.properties as options of the reference broker.
import { brokerOptionTable, type BrokerOptions } from '@odradek/broker'
import type { OptionRule } from '@odradek/network'
import { CommandError } from '../cli/command-error.ts'
import { nearestName } from '../cli/nearest-name.ts'
import { clientListener } from './client-listener.ts'
import { isKafkaProperty } from './kafka-properties.ts'

/** What a broker is told by properties, and what its owner should know of them. */
export interface PropertiesResult {
  readonly options: BrokerOptions
  readonly warnings: readonly string[]
}

/** Properties that are read by code of their own, not by a row of the option table. */
const LISTENER_KEYS = new Set([
  'listeners',
  'advertised.listeners',
  'listener.security.protocol.map',
  'controller.listener.names',
  'inter.broker.listener.name',
  'port',
  'host.name',
  'advertised.port',
  'advertised.host.name',
])

const aliases: Readonly<Record<string, string>> = { 'broker.id': 'node.id', 'log.dir': 'log.dirs' }

const rulesByKafkaName = new Map<string, [string, OptionRule]>(
  Object.entries(brokerOptionTable as Readonly<Record<string, OptionRule>>).flatMap(([option, rule]) =>
    rule.kafkaName === undefined ? [] : [[rule.kafkaName, [option, rule]]],
  ),
)

/** Makes broker options of properties. `source` names them in messages. Throws CommandError where a value is none of its kind. */
export function optionsOfProperties(properties: Readonly<Record<string, string>>, source: string): PropertiesResult {
  const options: Record<string, unknown> = {}
  const warnings: string[] = []
  const withoutEffect: string[] = []
  for (const [given, text] of Object.entries(properties)) {
    const key = aliases[given] ?? given
    const rule = rulesByKafkaName.get(key)
    if (rule !== undefined) options[rule[0]] = valueOf(text, rule[1], `${source}: ${given}`)
    else if (given === 'zookeeper.connect')
      warnings.push(
        `${source}: zookeeper.connect: there is no ZooKeeper here, as in Apache Kafka since 4.0; it is ignored`,
      )
    else if (LISTENER_KEYS.has(key)) continue
    else if (isKafkaProperty(key)) withoutEffect.push(given)
    else warnings.push(`${source}: Kafka has no property ${given}${suggestion(key)}`)
  }
  if (withoutEffect.length > 0) warnings.push(`${source}: without effect on this broker: ${withoutEffect.join(', ')}`)
  const listener = clientListener(properties, source)
  return { options: { ...options, ...listener.options }, warnings: [...warnings, ...listener.warnings] }
}

function suggestion(key: string): string {
  const nearest = nearestName(key, [...rulesByKafkaName.keys(), ...LISTENER_KEYS])
  return nearest === undefined ? '' : `; did you mean ${nearest}?`
}

function valueOf(text: string, rule: OptionRule, where: string): unknown {
  const trimmed = text.trim()
  switch (rule.type) {
    case 'int':
    case 'number': {
      const value = Number(trimmed)
      if (trimmed === '' || !Number.isFinite(value)) throw wrong(where, text, 'a number')
      return value
    }
    case 'boolean':
      if (!/^(true|false)$/i.test(trimmed)) throw wrong(where, text, 'true or false')
      return trimmed.toLowerCase() === 'true'
    default:
      return trimmed
  }
}

function wrong(where: string, text: string, wanted: string): CommandError {
  return new CommandError(`${where} is '${text}'`, { hint: `Give it ${wanted}.` })
}
