import { ErrorCode, type ErrorName, type MessageInput, UsageError } from '@odradek/protocol'

/**
 * What becomes of an intercepted request. `delayMs`, `delayResponseMs` and `throttleTimeMs` go with everything else; of `error`, `respond`,
 * `drop` and `disconnect` at most one is given. With none of those the broker handles the request as ever.
 */
export interface Fault<Response = object> {
  /** Wait this long before anything else, in ms. Later requests of the connection wait behind it, as on any Kafka connection. */
  readonly delayMs?: number
  /** Wait this long before the answer goes out, in ms. */
  readonly delayResponseMs?: number
  /** Answer with this error, by Kafka's name or code, in each place where the API has one: every partition, topic, group ... */
  readonly error?: ErrorName | number
  /** Answer with this; what is left out has its default. A function gets the broker's own answer, after the request was handled. */
  readonly respond?: MessageInput<Response> | ((response: Response) => MessageInput<Response>)
  /** Never answer. Nothing else on that connection is answered either: answers of a connection come in order. */
  readonly drop?: true
  /** Close the connection without an answer. */
  readonly disconnect?: true
  /** With `error`, `respond`, `drop` and `disconnect`: the broker carries the request out first, and only its answer is lost. @default false */
  readonly handled?: boolean
  /** The `throttleTimeMs` of the answer: clients that heed it wait this long before their next request. */
  readonly throttleTimeMs?: number
}

const ACTIONS = ['error', 'respond', 'drop', 'disconnect'] as const
const TIMES = ['delayMs', 'delayResponseMs', 'throttleTimeMs'] as const
const KNOWN: ReadonlySet<string> = new Set([...ACTIONS, ...TIMES, 'handled'])

/** Throws UsageError where a fault contradicts itself or names what is not there. */
export function checkFault<Response>(fault: Fault<Response>): void {
  const unknown = Object.keys(fault).find((key) => !KNOWN.has(key))
  if (unknown !== undefined) throw new UsageError(`A fault has no '${unknown}'; it may have ${[...KNOWN].join(', ')}`)
  const actions = ACTIONS.filter((action) => fault[action] !== undefined)
  if (actions.length > 1) throw new UsageError(`A fault has one of ${actions.join(' and ')}, not both`)
  for (const name of TIMES) {
    const ms = fault[name]
    if (ms !== undefined && !(Number.isFinite(ms) && ms >= 0))
      throw new UsageError(`A fault's ${name} is a number of milliseconds, not ${ms}`)
  }
  if (fault.error !== undefined) errorCodeOf(fault.error)
}

/** The code of an error. Throws UsageError where there is none of that name. */
export function errorCodeOf(error: ErrorName | number): number {
  const code = typeof error === 'number' ? error : (ErrorCode as Readonly<Record<string, number>>)[error]
  if (code === undefined || !Number.isInteger(code) || code < -32_768 || code > 32_767)
    throw new UsageError(
      `Kafka has no error '${error}'; they are named as in ErrorCode, such as NOT_LEADER_OR_FOLLOWER`,
    )
  return code
}
