// The loggers of a broker (KIP-412): it writes no log of its own, and keeps their levels for those who ask.
import { ErrorCode } from '@odradek/protocol'
import type { ConfigFault } from './config-fault.ts'
import { ConfigResourceType } from './config-source.ts'
import type { ConfigStore } from './config-store.ts'

const ROOT = 'root'
const LOGGERS = [ROOT, 'kafka']
const LEVELS = ['DEBUG', 'ERROR', 'FATAL', 'INFO', 'TRACE', 'WARN']
const DEFAULT_LEVEL = 'INFO'
const SET = 0
const DELETE = 1
const OPERATIONS: Readonly<Record<number, string>> = { 2: 'APPEND', 3: 'SUBTRACT' }

/** One change of a logger's level, as IncrementalAlterConfigs asks for it. */
export interface LevelChange {
  readonly name: string
  readonly operation: number
  readonly value: string | null
}

/** The loggers of a broker with their levels. */
export function loggerLevels(store: ConfigStore, nodeId: number): [name: string, level: string][] {
  const set = store.get(ConfigResourceType.BROKER_LOGGER, String(nodeId))
  return LOGGERS.map((name) => [name, set.get(name) ?? set.get(ROOT) ?? DEFAULT_LEVEL])
}

/** Says why a change of a level is refused; undefined where it is not. */
export function levelFault({ name, operation, value }: LevelChange): ConfigFault | undefined {
  if (operation !== SET && operation !== DELETE) {
    const errorMessage = OPERATIONS[operation]
      ? `${OPERATIONS[operation]} operation is not allowed for the BROKER_LOGGER resource`
      : `Unknown operation type ${operation} is not allowed for the BROKER_LOGGER resource`
    return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
  }
  if (!LOGGERS.includes(name)) {
    return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage: `Logger ${name} does not exist!` }
  }
  if (operation === DELETE) {
    const errorMessage = 'Removing the log level of the root logger is not allowed'
    return name === ROOT ? { errorCode: ErrorCode.INVALID_REQUEST, errorMessage } : undefined
  }
  if (LEVELS.includes(value!)) return undefined
  const errorMessage = `Cannot set the log level of ${name} to ${value} as it is not a supported log level. Valid log levels are ${LEVELS.join(', ')}`
  return { errorCode: ErrorCode.INVALID_CONFIG, errorMessage }
}
