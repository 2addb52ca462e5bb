// Judges changes of configs, and says what changes (Kafka's ConfigAdminManager and ConfigurationControlManager).
import { ErrorCode } from '@odradek/protocol'
import { topicNameError } from '../topics/topic-name.ts'
import { levelFault } from './broker-loggers.ts'
import { clientMetricsFault } from './client-metrics-checks.ts'
import { type ConfigContext, ownConfigs } from './config-context.ts'
import type { ConfigDefinition } from './config-definition.ts'
import type { ConfigFault } from './config-fault.ts'
import { ConfigResourceType } from './config-source.ts'
import type { ConfigChanged } from './config-store.ts'
import { dynamicBrokerFault } from './dynamic-broker-checks.ts'
import {
  brokerConfigDefinitions,
  clientMetricsConfigDefinitions,
  groupConfigDefinitions,
  topicConfigDefinitions,
} from './generated/kafka-configs.ts'
import { groupConfigsFault } from './group-config-checks.ts'
import { topicConfigsError } from './topic-config-checks.ts'

/** What to do with a config (Kafka's AlterConfigOp). */
export const ConfigOperation = { SET: 0, DELETE: 1, APPEND: 2, SUBTRACT: 3 } as const

const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = ConfigResourceType
const MIN_IN_SYNC_REPLICAS = 'min.insync.replicas'

/** One change of one config. */
export interface WantedChange {
  readonly name: string
  /** A `ConfigOperation`. */
  readonly operation: number
  readonly value: string | null
}

/** What is to change of one resource. */
export interface WantedChanges {
  readonly resourceType: number
  readonly resourceName: string
  readonly changes: readonly WantedChange[]
  /** Whether everything that is not named goes back to its default, as the old AlterConfigs has it. */
  readonly replaceAll: boolean
}

const DEFINITIONS: Readonly<Record<number, readonly ConfigDefinition[]>> = {
  [TOPIC]: topicConfigDefinitions,
  [BROKER]: brokerConfigDefinitions,
  [CLIENT_METRICS]: clientMetricsConfigDefinitions,
  [GROUP]: groupConfigDefinitions,
}

/** The records of a change, or why there are none. */
export function planChanges(context: ConfigContext, wanted: WantedChanges): ConfigChanged[] | ConfigFault {
  const fault = requestFault(context, wanted)
  if (fault !== undefined) return fault
  const { resourceType, resourceName } = wanted
  const before = ownConfigs(context, resourceType, resourceName)
  const after = new Map(wanted.replaceAll ? [] : before)
  for (const change of wanted.changes) {
    const refused = carryOut(change, before, after, wanted)
    if (refused !== undefined) return refused
  }
  const refused = pinnedFault(context, wanted, before, after) ?? resultFault(context, wanted, after)
  if (refused !== undefined) return refused
  const names = new Set([...wanted.changes.map(({ name }) => name), ...before.keys()])
  return [...names]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ type: 'config-changed', resourceType, resourceName, name, value: after.get(name) ?? null }))
}

function invalidRequest(errorMessage: string): ConfigFault {
  return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
}

function requestFault(context: ConfigContext, wanted: WantedChanges): ConfigFault | undefined {
  const { resourceType, resourceName, changes, replaceAll } = wanted
  const names = changes.map(({ name }) => name)
  if (new Set(names).size < names.length) return invalidRequest('Error due to duplicate config keys')
  const nulls = changes.filter(({ operation, value }) => operation !== ConfigOperation.DELETE && value === null)
  if (nulls.length > 0) {
    return invalidRequest(`Null value not supported for : ${nulls.map(({ name }) => name).join(', ')}`)
  }
  switch (resourceType) {
    case BROKER:
      return resourceName === '' ? undefined : nodeFault(resourceName, context.nodeId)
    case BROKER_LOGGER:
      return replaceAll ? invalidRequest(`Unknown resource type ${resourceType}`) : loggerFault(context, wanted)
    case TOPIC:
    case CLIENT_METRICS:
    case GROUP:
      return undefined
    default:
      return invalidRequest(`Unknown resource type ${resourceType}`)
  }
}

function nodeFault(resourceName: string, nodeId: number): ConfigFault | undefined {
  if (!/^[+-]?\d{1,10}$/.test(resourceName)) {
    return invalidRequest(`Node id must be an integer, but it is: ${resourceName}`)
  }
  if (Number(resourceName) === nodeId) return undefined
  return invalidRequest(`Unexpected broker id, expected ${nodeId}, but received ${resourceName}`)
}

function loggerFault({ nodeId }: ConfigContext, { resourceName, changes }: WantedChanges): ConfigFault | undefined {
  if (!/^[+-]?\d{1,10}$/.test(resourceName)) {
    return invalidRequest(`Node id must be an integer, but it is: ${resourceName}`)
  }
  if (Number(resourceName) !== nodeId) {
    return invalidRequest(`Unexpected node id. Expected ${nodeId}, but received ${resourceName}`)
  }
  for (const change of changes) {
    const fault = levelFault(change)
    if (fault !== undefined) return fault
  }
  return undefined
}

function carryOut(
  { name, operation, value }: WantedChange,
  before: ReadonlyMap<string, string>,
  after: Map<string, string>,
  { resourceType }: WantedChanges,
): ConfigFault | undefined {
  switch (operation) {
    case ConfigOperation.SET:
      after.set(name, value!)
      return undefined
    case ConfigOperation.DELETE:
      after.delete(name)
      return undefined
    case ConfigOperation.APPEND:
    case ConfigOperation.SUBTRACT:
      break
    default:
      if (resourceType === BROKER) return invalidRequest(`Unknown operations type ${operation}`)
      return { errorCode: ErrorCode.UNKNOWN_SERVER_ERROR, errorMessage: null }
  }
  const definition = DEFINITIONS[resourceType]?.find((known) => known.name === name)
  const isAppend = operation === ConfigOperation.APPEND
  if (definition?.type !== 'list') {
    const errorMessage = `Can't ${isAppend ? 'APPEND' : 'SUBTRACT'} to key ${name} because its type is not LIST.`
    return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage }
  }
  const members = (before.get(name) ?? definition.default ?? '').split(',').filter((member) => member !== '')
  const given = value!.split(',')
  const changed = isAppend
    ? [...members, ...given.filter((member, index) => !members.includes(member) && given.indexOf(member) === index)]
    : members.filter((member) => !given.includes(member))
  after.set(name, changed.join(','))
  return undefined
}

/** With eligible leader replicas the cluster's `min.insync.replicas` stays, and no broker has one of its own. */
function pinnedFault(
  { hasEligibleLeaderReplicas }: ConfigContext,
  { resourceType, resourceName, changes }: WantedChanges,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ConfigFault | undefined {
  const concerns = resourceType === BROKER && hasEligibleLeaderReplicas
  const isNamed = changes.some(({ name }) => name === MIN_IN_SYNC_REPLICAS)
  if (!concerns || (!isNamed && before.get(MIN_IN_SYNC_REPLICAS) === after.get(MIN_IN_SYNC_REPLICAS))) return undefined
  const refused = (what: string) => ({
    errorCode: ErrorCode.INVALID_CONFIG,
    errorMessage: `${what} while ELR is enabled.`,
  })
  if (resourceName !== '') return refused(`Broker-level ${MIN_IN_SYNC_REPLICAS} cannot be altered`)
  return after.has(MIN_IN_SYNC_REPLICAS)
    ? undefined
    : refused(`Cluster-level ${MIN_IN_SYNC_REPLICAS} cannot be removed`)
}

function resultFault(
  context: ConfigContext,
  { resourceType, resourceName }: WantedChanges,
  after: ReadonlyMap<string, string>,
): ConfigFault | undefined {
  switch (resourceType) {
    case TOPIC:
      return topicFault(context, resourceName, after)
    case BROKER:
      return dynamicBrokerFault(after, resourceName !== '', context.broker)
    case CLIENT_METRICS:
      return clientMetricsFault(resourceName, after)
    case GROUP:
      if (resourceName === '') return invalidRequest('Default group resources are not allowed.')
      return groupConfigsFault(after, context.broker)
    default:
      return undefined
  }
}

function topicFault(context: ConfigContext, name: string, after: ReadonlyMap<string, string>): ConfigFault | undefined {
  if (name === '') return invalidRequest('Default topic resources are not allowed.')
  const nameError = topicNameError(name)
  if (nameError !== undefined) return { errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, errorMessage: nameError }
  const wrong = topicConfigsError(after)
  if (wrong !== undefined) return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage: wrong }
  if (context.topicConfigs(name) !== undefined) return undefined
  return { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: `The topic '${name}' does not exist.` }
}
