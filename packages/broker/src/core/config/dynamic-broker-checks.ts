// What may change of a broker's configs while it runs (Kafka's DynamicBrokerConfig.validate).
import { ErrorCode } from '@odradek/protocol'
import { brokerConfigDefinition, type BrokerConfigs, listenerBaseConfig } from './broker-configs.ts'
import type { ConfigFault } from './config-fault.ts'
import { configValueError } from './config-value.ts'
import { brokerConfigDefinitions, dynamicConfigModes } from './generated/kafka-configs.ts'
import { gzipLevelError } from './topic-config-checks.ts'

const known = new Set(brokerConfigDefinitions.map(({ name }) => name))
const CLUSTER_WIDE_LISTENER_CONFIGS = ['max.connections', 'max.connection.creation.rate', 'num.network.threads']
const THREADS = [
  'num.io.threads',
  'num.network.threads',
  'num.replica.fetchers',
  'num.recovery.threads.per.data.dir',
  'background.threads',
]
/** Per broker, and yet not only per listener. */
const WITHOUT_LISTENER = ['listeners', 'listener.security.protocol.map', 'cordoned.log.dirs']

/** Whether a broker config may change while the broker runs. Kafka says so of no listener's own config. */
export function isDynamic(name: string): boolean {
  return Object.hasOwn(dynamicConfigModes, name)
}

/** Says what is wrong with all that is set for a broker, or for all of them (`perBroker` false); undefined where nothing is. */
export function dynamicBrokerFault(
  configs: ReadonlyMap<string, string>,
  perBroker: boolean,
  broker: BrokerConfigs,
): ConfigFault | undefined {
  const errorMessage = namesError([...configs.keys()]) ?? valuesError(configs) ?? scopeError(configs, perBroker)
  const wrong = errorMessage ?? (perBroker ? threadsError(configs, broker) : undefined)
  return wrong === undefined ? undefined : { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: wrong }
}

function listed(names: readonly string[]): string {
  return `[${names.join(', ')}]`
}

function namesError(names: readonly string[]): string | undefined {
  const fixed = names.filter((name) => known.has(name) && !Object.hasOwn(dynamicConfigModes, name))
  if (fixed.length > 0) return `Cannot update these configs dynamically: ${listed(fixed)}`
  const bare = names.filter(
    (name) => /^(ssl|sasl)\.|^principal\.builder/.test(name) && !WITHOUT_LISTENER.includes(name),
  )
  if (bare.length === 0) return undefined
  return `These security configs can be dynamically updated only per-listener using the listener prefix: ${listed(bare)}`
}

function valuesError(configs: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of configs) {
    const definition = brokerConfigDefinition(name)
    if (definition === undefined) continue
    const wrong = configValueError(definition, value) ?? specialError(name, value)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function specialError(name: string, value: string): string | undefined {
  if (name === 'compression.gzip.level') return gzipLevelError(name, value)
  if (name !== 'max.connections.per.ip.overrides' || value.trim() === '') return undefined
  const wrong = value.split(',').find((entry) => !/^.*\S.*:\s*\d+\s*$/.test(entry))
  if (wrong === undefined) return undefined
  const why = wrong.includes(':')
    ? `For input string: "${wrong.slice(wrong.lastIndexOf(':') + 1)}"`
    : `begin 0, end -1, length ${wrong.length}`
  return `Error parsing configuration property '${name}': ${why}`
}

function scopeError(configs: ReadonlyMap<string, string>, perBroker: boolean): string | undefined {
  if (perBroker) return undefined
  const names = [...configs.keys()].filter((name) => {
    const base = listenerBaseConfig(name)
    if (base !== undefined) return !CLUSTER_WIDE_LISTENER_CONFIGS.includes(base)
    return Object.hasOwn(dynamicConfigModes, name) && dynamicConfigModes[name] === 'per-broker'
  })
  if (names.length === 0) return undefined
  return `Cannot update these configs at default cluster level, broker id must be specified: ${listed(names)}`
}

/** A pool of threads may at most double, and at most halve. */
function threadsError(configs: ReadonlyMap<string, string>, broker: BrokerConfigs): string | undefined {
  for (const name of THREADS) {
    const given = configs.get(name)
    if (given === undefined) continue
    const [wanted, current] = [Number(given), Number(broker.value(name))]
    const fault =
      wanted < current / 2
        ? `value should be at least half the current value ${current}`
        : wanted > current * 2
          ? `value should not be greater than double the current value ${current}`
          : undefined
    if (fault === undefined) continue
    const failed = `Dynamic thread count update validation failed for ${name}=${wanted}, ${fault}`
    return `Invalid value org.apache.kafka.common.config.ConfigException: ${failed} for configuration Invalid dynamic configuration`
  }
  return undefined
}
