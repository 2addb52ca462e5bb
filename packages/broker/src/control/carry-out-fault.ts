import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { Clock } from '@odradek/network'
import type { Ending } from '../core/ending.ts'
import { errorResponse, withErrorCode } from '../core/faults/error-response.ts'
import { errorCodeOf, type Fault } from './fault.ts'
import type { RequestFacts } from './seen-request.ts'

/** What a fault can do with its request. */
export interface FaultHooks {
  readonly clock: Clock
  /** Has the broker handle the request; its end is given to `onEnding` in place of the client. */
  readonly handle: (onEnding: (ending: Ending) => void) => void
  /** Ends the request for its connection. */
  readonly end: (ending: Ending) => void
}

/** Does to a request what a fault says. */
export function carryOutFault(fault: Fault, request: RequestFacts, { clock, handle, end }: FaultHooks): void {
  const after = (delayMs: number | undefined, then: () => void) => {
    if (delayMs === undefined) then()
    else clock.setTimer(delayMs, then)
  }
  const finish = (ending: Ending | undefined) => {
    // Without an end the connection keeps waiting, and takes no further request.
    if (ending !== undefined) after(fault.delayResponseMs, () => end(ending))
  }
  const fail = (error: unknown) => end({ kind: 'failed', error })
  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      fail(error)
    }
  }
  after(fault.delayMs, () =>
    guarded(() => {
      if (isHandled(fault)) handle((ending) => guarded(() => finish(changedEnding(fault, request, ending))))
      else finish(changedEnding(fault, request, undefined))
    }),
  )
}

function isHandled({ error, respond, drop, disconnect, handled = false }: Fault): boolean {
  const isLeftToTheBroker =
    error === undefined && respond === undefined && drop === undefined && disconnect === undefined
  return handled || typeof respond === 'function' || isLeftToTheBroker
}

/** How the request ends for its client; undefined: never. `ending` is what the broker made of it. */
function changedEnding(fault: Fault, request: RequestFacts, ending: Ending | undefined): Ending | undefined {
  const { error, respond, drop, disconnect } = fault
  if (drop) return undefined
  if (disconnect) return { kind: 'disconnect', reason: 'a fault was injected' }
  // Produce with acks 0 wants no answer; an error is told by closing the connection, as Kafka does.
  const wantsNoAnswer = ending?.kind === 'silence' || ('acks' in request.body && request.body.acks === 0)
  if (wantsNoAnswer && error !== undefined) return { kind: 'disconnect', reason: 'a fault was injected' }
  if (wantsNoAnswer) return ending?.kind === 'silence' ? ending : { kind: 'silence' }
  if (ending !== undefined && ending.kind !== 'answer') return ending
  const response = throttled(fault, changedResponse(error, respond, request, ending?.response))
  // A client that has exceeded a quota waits, whatever its answer says.
  return { ...(ending ?? { kind: 'answer' }), response }
}

function changedResponse(
  error: Fault['error'],
  respond: Fault['respond'],
  request: RequestFacts,
  response: object | undefined,
): object {
  if (error !== undefined) {
    const { api, version, body } = request
    const code = errorCodeOf(error)
    if (response === undefined) return errorResponse(api.key, version, body, code)
    return withErrorCode(api.key, version, complete(request, response), code)
  }
  if (typeof respond === 'function') return respond(complete(request, response!))
  return respond ?? response!
}

function throttled({ throttleTimeMs }: Fault, response: object): object {
  return throttleTimeMs === undefined ? response : { ...response, throttleTimeMs }
}

/** A response with every field that its version has, as a client decodes it. */
function complete({ api, version }: RequestFacts, response: object): object {
  const writer = new ByteWriter()
  api.response.encode(writer, response, version)
  return api.response.decode(new ByteReader(writer.bytes()), version)
}
