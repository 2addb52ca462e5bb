// Coordinators answer when what they say is stored: when the replicas in sync have what was appended to the coordinator's own topic
// (Kafka's CoordinatorRuntime and TransactionStateManager, whose appends are those of acks=all).
import { ErrorCode } from '@odradek/protocol'
import type { Handler } from '../broker-api.ts'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { errorResponse } from '../faults/error-response.ts'
import { AwaitedAppend, isReplicated } from '../replication/awaited-append.ts'
import type { Replica } from '../replication/replica.ts'
import type { BrokerRequest, Completion, Outcome } from '../request.ts'

/** Where the coordinators of an API store what they decide. */
export interface CoordinatorLog<Request> {
  /** The partitions of the coordinator's topic that belong to a request, as far as this broker leads them. */
  readonly placesOf: (state: BrokerState, request: BrokerRequest<Request>) => readonly Replica[]
  /** Whether a record is one that is stored there. */
  readonly isStored: (record: BrokerRecord) => boolean
  /** How long a request waits at most, in ms. */
  readonly timeoutMs: (state: BrokerState, request: BrokerRequest<Request>) => number
  /** A request that stores nothing waits for what others have stored before it; unless it is refused. */
  readonly isOrdered?: boolean
  /** Requests of others that are answered with this one wait with it. */
  readonly holdsCompletions?: boolean
  /** What was to be stored is not: undoes what the handler has done already. `isAppended`: it is in the log all the same. */
  readonly onFailed?: (
    state: BrokerState,
    request: BrokerRequest<Request>,
    isAppended: boolean,
    nowMs: number,
  ) => Pick<Outcome<never>, 'records' | 'completions'> | undefined
}

/** The handler of an API whose answers wait until the replicas in sync have what it stores, or have had their time. */
export function onceReplicated<Request extends object, Response extends object>(
  log: CoordinatorLog<Request>,
  handle: Handler<Request, Response>,
): Handler<Request, Response> {
  return (state, request, nowMs) => {
    const outcome = handle(state, request, nowMs)
    const { reply, records = [], completions = [] } = outcome
    if (reply.kind !== 'answer' && reply.kind !== 'later') return outcome
    const isWriting = records.some(log.isStored)
    if (!isWriting && (reply.kind === 'later' || !log.isOrdered || isRefusal(reply))) return outcome
    const replicas = log.placesOf(state, request)
    if (isWriting && replicas.some(({ isUnderMinIsr }) => isUnderMinIsr)) {
      const isAppended = false
      return refusedBy(log, { state, request, outcome, isAppended }, ErrorCode.COORDINATOR_NOT_AVAILABLE, nowMs)
    }
    // What is answered later is stored by then, unless others are answered with it.
    if (reply.kind === 'later' && !(log.holdsCompletions && completions.length > 0)) return outcome
    const awaited = replicas.filter(isWriting ? isReplicated : isBehind).map((replica) => new AwaitedAppend(replica))
    if (awaited.length === 0) return outcome
    const tryAgain = whenReplicated(log, { state, request, outcome, isAppended: true }, awaited)
    const partitions = awaited.map(({ key }) => key)
    const isForOthers = log.holdsCompletions === true
    const wait = { partitions, untilMs: nowMs + log.timeoutMs(state, request), tryAgain, isForOthers }
    return { reply: { kind: 'wait', wait }, records, completions: isForOthers ? [] : completions }
  }
}

interface Held<Request, Response> {
  readonly state: BrokerState
  readonly request: BrokerRequest<Request>
  readonly outcome: Outcome<Response>
  readonly isAppended: boolean
}

function whenReplicated<Request extends object, Response extends object>(
  log: CoordinatorLog<Request>,
  held: Held<Request, Response>,
  awaited: readonly AwaitedAppend[],
) {
  const { state, outcome } = held
  return (nowMs: number, isLate: boolean): Outcome<Response> | undefined => {
    const results = awaited.map((append) => append.result(state))
    if (results.includes('not-leader')) return refusedBy(log, held, ErrorCode.NOT_COORDINATOR, nowMs)
    if (!results.includes(undefined)) {
      return { reply: outcome.reply, completions: (log.holdsCompletions && outcome.completions) || [] }
    }
    return isLate ? refusedBy(log, held, ErrorCode.COORDINATOR_NOT_AVAILABLE, nowMs) : undefined
  }
}

function isBehind({ log }: Replica): boolean {
  return log.highWatermark < log.endOffset
}

function isRefusal(reply: Outcome<object>['reply']): boolean {
  return reply.kind === 'answer' && ((reply.response as { errorCode?: number }).errorCode ?? 0) !== 0
}

/** The request fails with an error code, and with it those that wait with it; what others are told otherwise they are told all the same. */
function refusedBy<Request extends object, Response extends object>(
  log: CoordinatorLog<Request>,
  { state, request, outcome, isAppended }: Held<Request, Response>,
  errorCode: number,
  nowMs: number,
): Outcome<Response> {
  const isLed = errorCode !== ErrorCode.NOT_COORDINATOR
  const { records = [], completions = [] } =
    (isLed ? log.onFailed?.(state, request, isAppended, nowMs) : undefined) ?? {}
  const { apiKey, version, body } = request
  const refuse = (requestId: number): Completion => ({
    requestId,
    response: errorResponse(apiKey, version, body, errorCode),
  })
  // Where the request waited, others have had their answers already.
  const untold = isAppended ? [] : (outcome.completions ?? [])
  const others = log.holdsCompletions ? (outcome.completions ?? []).map(({ requestId }) => refuse(requestId)) : untold
  const reply =
    outcome.reply.kind === 'answer'
      ? ({ kind: 'answer', response: refuse(request.id).response } as Outcome<Response>['reply'])
      : outcome.reply
  return { reply, records, completions: [...others, ...completions] }
}
