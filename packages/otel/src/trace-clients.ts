// Spans of all producers and consumers of this process, made from what they publish on their diagnostics channels. The clients know nothing
// of OpenTelemetry, and while this is off they publish nothing.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import {
  type Context,
  context,
  diag,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api'
import type {
  ClientOperation,
  ProcessOperation,
  ReceivedRecord,
  ReceiveOperation,
  SendOperation,
} from '@odradek/network'

import {
  commonTopic,
  errorType,
  processAttributes,
  receiveAttributes,
  sendAttributes,
  sentAttributes,
  spanName,
} from './span-attributes.ts'
import { extractTrace, injectTrace } from './trace-context.ts'

/** How clients are traced. */
export interface TraceClientsOptions {
  /** Who makes the spans. @default the one that is registered globally */
  readonly tracerProvider?: TracerProvider
  /** Whether spans show the keys of records (`messaging.kafka.message.key`). Values are never shown. @default false */
  readonly showKeys?: boolean
  /** The most links that the span of a batch or a poll has, one for each record. @default 128 */
  readonly maxLinks?: number
}

/** Ends tracing, by hand or by `using`. */
export interface ClientTracing extends Disposable {
  /** No span is made from now on; those that are open end as they would. */
  stop(): void
}

const DEFAULT_MAX_LINKS = 128

/**
 * Makes spans of what every Odradek client in this process does, and carries traces through the headers of records. Call it before clients
 * are used: a loop that runs already is not traced.
 */
export function traceClients(options: TraceClientsOptions = {}): ClientTracing {
  const tracer = (options.tracerProvider ?? trace).getTracer('@odradek/otel')
  const spans = new ClientSpans(tracer, options.showKeys ?? false, options.maxLinks ?? DEFAULT_MAX_LINKS)
  for (const [name, listener] of [...spans.starts, ...spans.ends]) subscribe(name, listener)
  const stop = () => {
    for (const [name, listener] of spans.starts) unsubscribe(name, listener)
    spans.whenAllEnded(() => {
      for (const [name, listener] of spans.ends) unsubscribe(name, listener)
    })
  }
  return { stop, [Symbol.dispose]: stop }
}

/**
 * The context that a record was sent in, for work that is done outside of `run`: `context.with(recordContext(record), work)`. Within a traced
 * loop it is that of the record's span, and without tracing that of its headers.
 */
export function recordContext(record: Pick<ReceivedRecord, 'headers'>): Context {
  return contextsInHand.get(record) ?? extractTrace(record.headers)
}

/** Of records that are in hand. */
const contextsInHand = new WeakMap<object, Context>()

interface Polling {
  readonly startTime: number
  readonly context: Context
}

/** Which channels are heard by what. */
type Listeners = readonly (readonly [string, (message: unknown) => void])[]

/** Spans of operations, from their start to their end. */
class ClientSpans {
  readonly starts: Listeners = [
    ['tracing:odradek:producer:send:start', heard((operation: SendOperation) => this.#onSend(operation))],
    ['tracing:odradek:consumer:process:start', heard((operation: ProcessOperation) => this.#onProcess(operation))],
    ['tracing:odradek:consumer:receive:start', heard((operation: ReceiveOperation) => this.#onReceive(operation))],
  ]
  readonly ends: Listeners = [
    ['tracing:odradek:producer:send:asyncEnd', heard((operation: SendOperation) => this.#onSent(operation))],
    ['tracing:odradek:consumer:process:asyncEnd', heard((operation: ProcessOperation) => this.#end(operation))],
    ['tracing:odradek:consumer:receive:asyncEnd', heard((operation: ReceiveOperation) => this.#onReceived(operation))],
  ]
  readonly #tracer: Tracer
  readonly #showKeys: boolean
  readonly #maxLinks: number
  readonly #spans = new WeakMap<ClientOperation, Span>()
  readonly #polls = new WeakMap<ClientOperation, Polling>()
  /** How many operations have begun and not ended. A loop that is given up without a word never ends its last. */
  #openCount = 0
  #onAllEnded: (() => void) | undefined

  constructor(tracer: Tracer, showKeys: boolean, maxLinks: number) {
    this.#tracer = tracer
    this.#showKeys = showKeys
    this.#maxLinks = maxLinks
  }

  /** Calls once no operation is open, at once where that is so. Nothing may begin any more. */
  whenAllEnded(call: () => void): void {
    this.#onAllEnded = call
    if (this.#openCount === 0) call()
  }

  #onSend(operation: SendOperation): void {
    const topic = operation.topic ?? commonTopic(operation.records)
    const attributes = sendAttributes(operation, topic, this.#showKeys)
    const span = this.#tracer.startSpan(spanName('send', topic), { kind: SpanKind.PRODUCER, attributes })
    this.#onBegun(operation, span)
    injectTrace(trace.setSpan(context.active(), span), operation.addedHeaders)
  }

  #onSent(operation: SendOperation): void {
    if (operation.sentTo !== undefined) this.#spans.get(operation)?.setAttributes(sentAttributes(operation.sentTo))
    this.#end(operation)
  }

  #onProcess(operation: ProcessOperation): void {
    const { topic, records, isBatch } = operation
    // What happens to be active where records arrive has nothing to do with them.
    const parent = isBatch ? ROOT_CONTEXT : contextOfFirst(records)
    const links = isBatch ? this.#linksTo(records) : []
    const attributes = processAttributes(operation, this.#showKeys)
    const span = this.#tracer.startSpan(
      spanName('process', topic),
      { kind: SpanKind.CONSUMER, attributes, links },
      parent,
    )
    this.#onBegun(operation, span)
    const inSpan = trace.setSpan(parent, span)
    if (!isBatch) for (const record of records) contextsInHand.set(record, inSpan)
    operation.run = (work) => context.with(inSpan, work)
  }

  #onReceive(operation: ReceiveOperation): void {
    this.#polls.set(operation, { startTime: Date.now(), context: context.active() })
    this.#openCount += 1
  }

  /** A span is made for a poll only when it gave something, or failed: an idle consumer polls all the time. */
  #onReceived(operation: ReceiveOperation): void {
    const polling = this.#polls.get(operation)
    if (polling === undefined) return
    this.#polls.delete(operation)
    this.#onEnded()
    if (operation.records.length === 0 && operation.error === undefined) return
    const options = {
      kind: SpanKind.CLIENT,
      startTime: polling.startTime,
      attributes: receiveAttributes(operation),
      links: this.#linksTo(operation.records),
    }
    const name = spanName('receive', commonTopic(operation.records))
    endSpan(this.#tracer.startSpan(name, options, polling.context), operation)
  }

  #onBegun(operation: ClientOperation, span: Span): void {
    this.#spans.set(operation, span)
    this.#openCount += 1
  }

  #end(operation: ClientOperation): void {
    const span = this.#spans.get(operation)
    if (span === undefined) return
    this.#spans.delete(operation)
    this.#onEnded()
    endSpan(span, operation)
  }

  #onEnded(): void {
    this.#openCount -= 1
    if (this.#openCount === 0) this.#onAllEnded?.()
  }

  #linksTo(records: Iterable<ReceivedRecord>): Link[] {
    const links: Link[] = []
    for (const { headers } of records) {
      if (links.length >= this.#maxLinks) break
      const spanContext = trace.getSpanContext(extractTrace(headers))
      if (spanContext !== undefined) links.push({ context: spanContext })
    }
    return links
  }
}

function endSpan(span: Span, { error }: ClientOperation): void {
  if (error !== undefined) {
    const message = error instanceof Error ? error.message : String(error)
    span.setAttribute('error.type', errorType(error))
    span.setStatus({ code: SpanStatusCode.ERROR, message })
  }
  span.end()
}

function contextOfFirst(records: Iterable<ReceivedRecord>): Context {
  for (const { headers } of records) return extractTrace(headers)
  return ROOT_CONTEXT
}

/** What a listener of a channel throws would end the process: it goes to OpenTelemetry's own log. */
function heard<T extends ClientOperation>(listener: (operation: T) => void): (message: unknown) => void {
  return (message) => {
    try {
      listener(message as T)
    } catch (error) {
      diag.error('@odradek/otel could not trace an operation', error)
    }
  }
}
