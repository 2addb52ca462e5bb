import { brokerConfigDefinitions } from './core/config/generated/kafka-configs.ts'

const defaults = new Map(brokerConfigDefinitions.map(({ name, default: value }) => [name, value]))

/** What a broker shows as its own static configs: the options that have a name in Kafka and another value than there. */
export function kafkaConfigsOf(
  names: readonly (readonly [option: string, kafkaName: string])[],
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const configs: Record<string, string> = {
    'broker.id': String(options['nodeId']),
    'process.roles': 'broker,controller',
    'controller.listener.names': 'CONTROLLER',
  }
  for (const [option, name] of names) {
    const value = options[option]
    if (value === undefined || !isText(value)) continue
    const text = Array.isArray(value) ? value.join(name === 'super.users' ? ';' : ',') : String(value)
    if (text !== (defaults.get(name) ?? '')) configs[name] = text
  }
  return configs
}

function isText(value: unknown): value is string | number | boolean | string[] {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
}
