// How a trace goes through a record's headers: by the propagator that the program has registered, or, where it has none, as the W3C's
// traceparent and tracestate (https://www.w3.org/TR/trace-context/).
import {
  type Context,
  createTraceState,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type SpanContext,
  trace,
  TraceFlags,
} from '@opentelemetry/api'
import type { AddedHeader, ReceivedRecord } from '@odradek/network'

/** Writes the trace of `context` into headers that are to be added. */
export function injectTrace(context: Context, headers: AddedHeader[]): void {
  if (propagation.fields().length > 0) {
    propagation.inject(context, headers, { set: (carrier, key, value) => void carrier.push({ key, value }) })
    return
  }
  const spanContext = trace.getSpanContext(context)
  if (spanContext === undefined || !isSpanContextValid(spanContext)) return
  const { traceId, spanId, traceFlags, traceState } = spanContext
  headers.push({ key: TRACE_PARENT, value: `00-${traceId}-${spanId}-${hexByte(traceFlags)}` })
  const state = traceState?.serialize()
  if (state) headers.push({ key: TRACE_STATE, value: state })
}

/** The context that a record's headers name; the root context where they name none. */
export function extractTrace(headers: ReceivedRecord['headers']): Context {
  if (headers.length === 0) return ROOT_CONTEXT
  if (propagation.fields().length > 0) {
    return propagation.extract(ROOT_CONTEXT, headers, {
      keys: (carrier) => carrier.map(({ key }) => key),
      get: headerText,
    })
  }
  const spanContext = parseTraceParent(headerText(headers, TRACE_PARENT))
  if (spanContext === undefined) return ROOT_CONTEXT
  const state = headerText(headers, TRACE_STATE)
  const traceState = state === undefined ? {} : { traceState: createTraceState(state) }
  return trace.setSpanContext(ROOT_CONTEXT, { ...spanContext, ...traceState })
}

const TRACE_PARENT = 'traceparent'
const TRACE_STATE = 'tracestate'
const traceParentPattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/
const decoder = new TextDecoder()

/** The last header of a name: whoever sent a record on wrote after those before. */
function headerText(headers: ReceivedRecord['headers'], name: string): string | undefined {
  for (let i = headers.length - 1; i >= 0; i--) {
    const { key, value } = headers[i]!
    if (key === name && value !== null) return decoder.decode(value)
  }
  return undefined
}

function parseTraceParent(text: string | undefined): SpanContext | undefined {
  const [, version, traceId = '', spanId = '', flags = '', rest] = traceParentPattern.exec(text ?? '') ?? []
  // Version 00 has four fields; later ones may have more; ff is not allowed.
  if (version === undefined || version === 'ff' || (version === '00' && rest !== undefined)) return undefined
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED
  const spanContext = { traceId, spanId, traceFlags, isRemote: true }
  return isSpanContextValid(spanContext) ? spanContext : undefined
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
