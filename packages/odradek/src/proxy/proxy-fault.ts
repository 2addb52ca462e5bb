// Faults of the proxy: which requests they meet, and what becomes of them. As JSON, and as text of flags.
import { errorCodeOf } from '@odradek/broker/internal'
import { allApis } from '@odradek/protocol/all-apis'
import { usageError } from '../cli/command-error.ts'
import { nearestName } from '../cli/nearest-name.ts'

/** One fault. What it does not say of requests, it means all of them. */
export interface ProxyFault {
  /** Kafka's name of an API, such as Produce. */
  readonly api?: string
  readonly clientId?: string
  /** A topic that the request is about. */
  readonly topic?: string
  /** The broker behind the proxy, as `host:port`. */
  readonly broker?: string
  /** How many requests it meets; then it is over. */
  readonly times?: number
  /** How likely it meets a request that is meant, from 0 to 1. */
  readonly probability?: number
  /** Wait before the request goes on, in ms. */
  readonly delayMs?: number
  /** Wait before the answer goes back, in ms. */
  readonly delayResponseMs?: number
  /** At most so many bytes a second, each way. */
  readonly bytesPerSecond?: number
  /** The `throttleTimeMs` of the answer. */
  readonly throttleTimeMs?: number
  /** Answer with this error, by Kafka's name or code, in each place where the API has one. */
  readonly error?: string | number
  /** Never answer, on this connection. */
  readonly drop?: boolean
  /** Close the connection. */
  readonly disconnect?: boolean
  /** Send so many bytes of the answer, then close the connection. */
  readonly partialBytes?: number
  /** With `error`, `drop` and `disconnect`: the broker gets the request, and only its answer is lost. */
  readonly handled?: boolean
}

type Kind = 'text' | 'number' | 'boolean'

const FIELDS: Readonly<Record<keyof ProxyFault, Kind>> = {
  api: 'text',
  clientId: 'text',
  topic: 'text',
  broker: 'text',
  times: 'number',
  probability: 'number',
  delayMs: 'number',
  delayResponseMs: 'number',
  bytesPerSecond: 'number',
  throttleTimeMs: 'number',
  error: 'text',
  drop: 'boolean',
  disconnect: 'boolean',
  partialBytes: 'number',
  handled: 'boolean',
}
const WHICH: ReadonlySet<string> = new Set(['api', 'clientId', 'topic', 'broker', 'times', 'probability', 'handled'])
const ENDS = ['error', 'drop', 'disconnect', 'partialBytes'] as const

/** Reads `api=Produce,error=NOT_LEADER_OR_FOLLOWER,times=2`; a name alone is true. Throws CommandError where it is no fault. */
export function parseFault(text: string): ProxyFault {
  const fault: Record<string, unknown> = {}
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [key = '', ...rest] = part.split('=')
    const name = key.trim()
    const value = rest.length === 0 ? 'true' : rest.join('=').trim()
    const kind = (FIELDS as Readonly<Record<string, Kind>>)[name]
    if (kind === 'number') fault[name] = Number(value)
    else if (kind === 'boolean') fault[name] = value === 'true'
    else fault[name] = value
  }
  return checkedFault(fault)
}

/** Checks a fault that came as JSON. Throws CommandError with what is wrong. */
export function checkedFault(given: unknown): ProxyFault {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw usageError('A fault is an object of settings')
  const fault = given as Record<string, unknown>
  for (const [name, value] of Object.entries(fault)) checkField(name, value)
  const actions = Object.keys(fault).filter((name) => !WHICH.has(name))
  if (actions.length === 0) throw usageError('The fault does nothing', `Give it one of ${faultActions().join(', ')}.`)
  const ends = ENDS.filter((name) => fault[name] !== undefined && fault[name] !== false)
  if (ends.length > 1) throw usageError(`A fault has one of ${ends.join(' and ')}, not both`)
  return fault
}

function faultActions(): string[] {
  return Object.keys(FIELDS).filter((name) => !WHICH.has(name))
}

function checkField(name: string, value: unknown): void {
  const kind = (FIELDS as Readonly<Record<string, Kind>>)[name]
  if (kind === undefined) {
    const near = nearestName(name, Object.keys(FIELDS))
    throw usageError(`A fault has no '${name}'`, near === undefined ? undefined : `Did you mean ${near}?`)
  }
  if (kind === 'number' && !(typeof value === 'number' && value >= 0))
    throw usageError(`A fault's ${name} is a number, not '${value}'`)
  if (kind === 'boolean' && typeof value !== 'boolean')
    throw usageError(`A fault's ${name} is true or false, not '${value}'`)
  if (name === 'api' && !allApis.some((api) => api.name === value)) {
    const near = nearestName(
      String(value),
      allApis.map((api) => api.name),
    )
    throw usageError(`Kafka has no API '${value}'`, near === undefined ? undefined : `Did you mean ${near}?`)
  }
  if (name === 'error') faultErrorCode(value as string | number)
}

/** The error code of a fault. Throws CommandError where Kafka has none of that name. */
export function faultErrorCode(error: string | number): number {
  try {
    return errorCodeOf((typeof error === 'string' && /^-?\d+$/.test(error) ? Number(error) : error) as never)
  } catch (cause) {
    throw usageError(cause instanceof Error ? cause.message : String(cause))
  }
}
