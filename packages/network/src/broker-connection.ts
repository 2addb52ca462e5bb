// One connection to a broker, from opening the stream to its end: asks for the broker's versions, writes requests, matches answers, watches
// the time. Its states are in core/connection-state.ts; stations 5 to 7 of a record's way out.
import { ByteReader, DecodeError, EncodeError } from '@odradek/bytes'
import {
  ConnectionError,
  decodeResponseFrame,
  encodeRequestFrame,
  FrameSplitter,
  KafkaError,
  TimeoutError,
  UsageError,
} from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'

import { formatAddress } from './bootstrap-servers.ts'
import type { Clock } from './clock.ts'
import { type ConnectionState, connectionStateMoves } from './core/connection-state.ts'
import { InFlightRequests } from './core/in-flight-requests.ts'
import { markNotSent } from './core/not-sent.ts'
import { StateMachine } from './core/state-machine.ts'
import {
  type BrokerVersions,
  chooseVersion,
  type FinalizedFeatures,
  readApiVersionsAnswer,
  versionsOfKafka09,
} from './core/version-negotiation.ts'
import { FrameBuffer } from './frame-buffer.ts'
import { kafka08ProbeFrame, readKafka08ProbeAnswer } from './kafka08-probe.ts'
import type { PendingRequest } from './pending-request.ts'
import { checkSilenceProbeAnswer, silenceProbeFrame } from './silence-probe.ts'
import type { Address, ByteStream, Transport } from './transport/transport.ts'

/** What BrokerConnection is told. */
export interface BrokerConnectionOptions {
  readonly address: Address
  readonly clientId: string
  readonly clock: Clock
  readonly transport: Transport
  /** A response that says it is larger ends the connection. */
  readonly maxResponseSize: number
  /** How long to wait for an answer to ApiVersions, in milliseconds. */
  readonly versionCheckTimeoutMs: number
  /** What the broker speaks, where that is known without asking. */
  readonly knownVersions?: BrokerVersions | undefined
  /** Whether the broker seems to be Kafka 0.8, which closes the connection that asks for ApiVersions: probed in another way. */
  readonly seemsKafka08?: boolean
}

/** How a connection ended. */
export interface ConnectionEnd {
  /** The state it was in. */
  readonly state: ConnectionState
  /** Undefined where it was closed on purpose, with nothing waiting. */
  readonly error: KafkaError | undefined
  /** Whether the broker closed it before it answered anything. */
  readonly closedUnanswered: boolean
}

/** What a connection tells its owner. */
export interface BrokerConnectionEvents {
  /** It is ready, an answer came, or there is room to write again. */
  onProgress(): void
  /** The broker answered for the first time. */
  onFirstAnswer(): void
  /** The broker passed over ApiVersions and answered what came after it: it is Kafka 0.9. */
  onNoApiVersions(): void
  /** The broker said which features the cluster has agreed on. */
  onFeatures?(features: FinalizedFeatures): void
  /** Something threw that never should. */
  onDefect(error: unknown): void
  /** It is gone; all that waited for an answer has failed. */
  onEnd(end: ConnectionEnd): void
}

const SOFTWARE = { clientSoftwareName: 'odradek', clientSoftwareVersion: '0.1.0' }

/** See the head of the file. */
export class BrokerConnection {
  readonly #options: BrokerConnectionOptions
  readonly #events: BrokerConnectionEvents
  readonly #state = new StateMachine<ConnectionState>('connection', connectionStateMoves, 'disconnected')
  readonly #inFlight = new InFlightRequests<PendingRequest>()
  readonly #splitter: FrameSplitter
  readonly #frameBuffer = new FrameBuffer()
  readonly #addressText: string
  #stream: ByteStream | undefined
  #versions: BrokerVersions
  #nextCorrelationId = 0
  /** Until when the current state may last: opening the stream, or waiting for the versions. */
  #stateDeadlineMs = Infinity
  /** The ApiVersions request (or the probe, which has no version here) that waits for its answer; kept while the broker is probed, because the answer may come yet. */
  #versionCheck: { readonly correlationId: number; readonly version: number | undefined } | undefined
  /** The probe that waits for its answer, once ApiVersions has been waited for in vain. */
  #silenceProbe: number | undefined
  #hasAnswered = false
  #lastUsedMs = 0

  constructor(options: BrokerConnectionOptions, events: BrokerConnectionEvents) {
    this.#options = options
    this.#events = events
    this.#splitter = new FrameSplitter(options.maxResponseSize)
    this.#addressText = formatAddress(options.address)
    this.#versions = options.knownVersions ?? new Map()
  }

  get state(): ConnectionState {
    return this.#state.current
  }

  /** Requests that wait for an answer. */
  get inFlightCount(): number {
    return this.#inFlight.count
  }

  /** When something was last written or received. */
  get lastUsedMs(): number {
    return this.#lastUsedMs
  }

  /** When `onTime` is to be called at the latest. */
  get nextDeadlineMs(): number {
    return Math.min(this.#stateDeadlineMs, this.#inFlight.nextDeadlineMs)
  }

  /** Whether a request would be written at once and reach the system at once. */
  canSend(maxInFlight: number): boolean {
    return this.state === 'ready' && this.#inFlight.count < maxInFlight && this.#stream!.pendingBytes === 0
  }

  /** Begins to connect; `onEnd` follows when that takes longer than `setupTimeoutMs`. */
  open(nowMs: number, setupTimeoutMs: number): void {
    this.#state.transitionTo('connecting')
    this.#stateDeadlineMs = nowMs + setupTimeoutMs
    this.#lastUsedMs = nowMs
    this.#stream = this.#options.transport.connect(this.#options.address, {
      onOpen: () => this.#onOpen(),
      onData: (bytes) => this.#onData(bytes),
      readTarget: () => this.#splitter.readTarget(),
      onDrain: () => this.#onWritten(),
      onClose: (error) => this.#onStreamClosed(error),
    })
  }

  /** Writes a request. One that no version fits, or that cannot be encoded, fails at once and leaves the connection as it is. */
  send(request: PendingRequest, nowMs: number): void {
    const { api, request: message } = request.unsent
    const correlationId = this.#nextCorrelationId
    let frame: Uint8Array
    try {
      request.version = chooseVersion(api, this.#versions, request.unsent, this.#addressText)
      const body: unknown = typeof message === 'function' ? message(request.version) : message
      const { clientId } = this.#options
      const writer = this.#frameBuffer.writerFor(request.unsent.expectedBytes, this.#stream!.pendingBytes > 0)
      frame = encodeRequestFrame<unknown>(api, request.version, correlationId, clientId, body as never, writer)
    } catch (error) {
      request.fail(markNotSent(unsendable(api.name, request.version, error)), nowMs)
      // What makes the message threw: that is no fault of the request, but of the client that made it.
      if (!(error instanceof EncodeError) && !KafkaError.is(error)) this.#events.onDefect(error)
      return
    }
    this.#write(frame, nowMs)
    if (request.expectsNoAnswer) {
      request.sent(nowMs)
      this.#events.onProgress()
    } else {
      request.correlationId = correlationId
      this.#inFlight.add(request)
    }
  }

  /** Something may be late. */
  onTime(nowMs: number): void {
    if (this.#inFlight.nextDeadlineMs <= nowMs) this.#onLateAnswer(nowMs)
    else if (this.#stateDeadlineMs <= nowMs) this.#onStateDeadline(nowMs)
  }

  /** Sends nothing more, and closes when the last byte is written and the last answer is there. */
  drain(): void {
    if (this.state === 'closed' || this.state === 'draining') return
    if (this.state === 'ready') this.#state.transitionTo('draining')
    this.#endIfDrained()
  }

  #endIfDrained(): void {
    const isDone = this.#inFlight.count === 0 && this.#stream?.pendingBytes === 0
    if (this.state !== 'draining' || isDone) this.#end(undefined)
  }

  #onWritten(): void {
    if (this.state === 'draining') this.#endIfDrained()
    else this.#events.onProgress()
  }

  /** Closes at once; what waits for an answer fails with `error`. */
  close(error: KafkaError): void {
    if (this.state !== 'closed') this.#end(error)
  }

  #write(frame: Uint8Array, nowMs: number): void {
    // A correlation id is an int32, and goes round.
    this.#nextCorrelationId = (this.#nextCorrelationId + 1) & 0x7fffffff
    this.#lastUsedMs = nowMs
    this.#stream!.write(frame)
  }

  #onOpen(): void {
    if (this.state !== 'connecting') return
    const nowMs = this.#options.clock.nowMs()
    this.#state.transitionTo('checking-versions')
    if (this.#options.knownVersions !== undefined) this.#becomeReady()
    else if (this.#options.seemsKafka08) this.#probeKafka08(nowMs)
    else this.#askForVersions(apiVersionsApi.latestStableVersion, nowMs)
  }

  #askForVersions(version: number, nowMs: number): void {
    const correlationId = this.#nextCorrelationId
    const request = version >= 3 ? SOFTWARE : {}
    this.#versionCheck = { correlationId, version }
    this.#stateDeadlineMs = nowMs + this.#options.versionCheckTimeoutMs
    this.#write(encodeRequestFrame(apiVersionsApi, version, correlationId, this.#options.clientId, request), nowMs)
  }

  #probeKafka08(nowMs: number): void {
    const correlationId = this.#nextCorrelationId
    this.#versionCheck = { correlationId, version: undefined }
    this.#stateDeadlineMs = nowMs + this.#options.versionCheckTimeoutMs
    this.#write(kafka08ProbeFrame(correlationId, this.#options.clientId), nowMs)
  }

  #becomeReady(): void {
    this.#stateDeadlineMs = Infinity
    this.#state.transitionTo('ready')
    this.#events.onProgress()
  }

  #onData(bytes: Uint8Array): void {
    if (this.state === 'closed') return
    const nowMs = this.#options.clock.nowMs()
    this.#lastUsedMs = nowMs
    try {
      for (const frame of this.#splitter.push(bytes)) {
        this.#onFrame(frame, nowMs)
        if (this.#state.current === 'closed') return
      }
    } catch (error) {
      const failure = this.#answerError(error)
      if (failure === undefined) this.#events.onDefect(error)
      else this.close(failure)
      return
    }
    if (this.#state.current === 'draining') this.#endIfDrained()
    else this.#events.onProgress()
  }

  #onFrame(frame: Uint8Array, nowMs: number): void {
    const correlationId = new ByteReader(frame).readInt32()
    if (this.#versionCheck?.correlationId === correlationId) {
      this.#onVersions(frame, this.#versionCheck.version, nowMs)
      this.#noteAnswer()
      return
    }
    if (this.#silenceProbe === correlationId) {
      this.#onSilenceProbe(frame)
      this.#noteAnswer()
      return
    }
    const request = this.#inFlight.complete(correlationId)
    if (request === undefined) {
      const expected = this.#inFlight.oldest?.correlationId ?? this.#versionCheck?.correlationId
      const wanted = expected === undefined ? 'none is awaited' : `${expected} is next`
      throw new ConnectionError(`it answered request ${correlationId} when ${wanted}`)
    }
    let response: unknown
    try {
      response = decodeResponseFrame<unknown>(request.unsent.api as never, request.version, frame).response
    } catch (error) {
      request.fail(this.#answerError(error) ?? this.#protocolError(String(error), error), nowMs)
      throw error
    }
    this.#noteAnswer()
    request.complete(response, nowMs)
  }

  #onVersions(frame: Uint8Array, version: number | undefined, nowMs: number): void {
    const outcome = version === undefined ? readKafka08ProbeAnswer(frame) : readApiVersionsAnswer(frame, version)
    this.#versionCheck = undefined
    if (outcome.versions === undefined) {
      this.#askForVersions(outcome.askAgainWith, nowMs)
      return
    }
    this.#versions = outcome.versions
    if (outcome.features !== undefined) this.#events.onFeatures?.(outcome.features)
    this.#becomeReady()
  }

  #onSilenceProbe(frame: Uint8Array): void {
    checkSilenceProbeAnswer(frame)
    this.#silenceProbe = undefined
    // It was only slow, and has answered both.
    if (this.#versionCheck === undefined) return
    // Answers come in order, so the one to ApiVersions will never come.
    this.#versionCheck = undefined
    this.#versions = versionsOfKafka09
    this.#events.onNoApiVersions()
    this.#becomeReady()
  }

  #noteAnswer(): void {
    if (this.#hasAnswered) return
    this.#hasAnswered = true
    this.#events.onFirstAnswer()
  }

  #onStateDeadline(nowMs: number): void {
    if (this.state === 'connecting') {
      const waited = `it did not open in ${Math.round(nowMs - this.#lastUsedMs)} ms`
      this.#end(new TimeoutError(`no connection to ${this.#addressText}: ${waited}`))
    } else if (this.#options.seemsKafka08 || this.#silenceProbe !== undefined) {
      this.close(
        new TimeoutError(`${this.#addressText} does not answer: is it overloaded, or something other than Kafka?`),
      )
    } else {
      this.#silenceProbe = this.#nextCorrelationId
      this.#stateDeadlineMs = nowMs + this.#options.versionCheckTimeoutMs
      this.#write(silenceProbeFrame(this.#silenceProbe, this.#options.clientId), nowMs)
    }
  }

  #onLateAnswer(nowMs: number): void {
    // Answers come in order: behind a late one all others wait too, and nothing tells whether the broker still works on it.
    const late = this.#inFlight.drain()
    const error = new ConnectionError(`the connection to ${this.#addressText} was closed because an answer was late`, {
      address: this.#addressText,
    })
    for (const request of late) {
      const isLate = request.deadlineMs <= nowMs
      request.fail(isLate ? this.#lateError(request) : error, nowMs)
    }
    this.close(error)
  }

  #lateError({ unsent }: PendingRequest): TimeoutError {
    const text = `${this.#addressText} did not answer ${unsent.api.name} in ${unsent.timeoutMs} ms`
    return new TimeoutError(`${text}: is the broker overloaded, or the network between?`)
  }

  #onStreamClosed(error: Error | undefined): void {
    if (this.state === 'closed') return
    this.#end(this.#lostError(error), this.state === 'checking-versions' && !this.#hasAnswered)
  }

  #lostError(cause: Error | undefined): ConnectionError {
    const code = (cause as { code?: string } | undefined)?.code
    const address = this.#addressText
    const options = { address, ...(cause === undefined ? {} : { cause }) }
    if (this.state === 'connecting') {
      const reason = code ?? cause?.message ?? 'closed'
      const advice = 'is Kafka running there, and is bootstrapServers right?'
      return new ConnectionError(`no broker answers at ${address} (${reason}): ${advice}`, options)
    }
    if (this.state === 'checking-versions') {
      const advice = 'does it expect TLS or SASL, or is it something other than Kafka?'
      return new ConnectionError(
        `${address} closed the connection before it answered${code ? ` (${code})` : ''}: ${advice}`,
        options,
      )
    }
    return new ConnectionError(`the connection to ${address} was lost${code ? ` (${code})` : ''}`, options)
  }

  /** What is wrong with an answer, said of this broker; undefined where the error is not about the answer. */
  #answerError(error: unknown): ConnectionError | undefined {
    if (error instanceof DecodeError || error instanceof ConnectionError)
      return this.#protocolError(error.message, error)
    return undefined
  }

  #protocolError(what: string, cause: unknown): ConnectionError {
    const text = `the connection to ${this.#addressText} was closed because its answer was wrong: ${what}`
    return new ConnectionError(text, { address: this.#addressText, cause })
  }

  #end(error: KafkaError | undefined, closedUnanswered = false): void {
    const state = this.state
    const nowMs = this.#options.clock.nowMs()
    this.#state.transitionTo('closed')
    this.#stateDeadlineMs = Infinity
    this.#stream?.destroy()
    const lost =
      error ?? new ConnectionError(`the connection to ${this.#addressText} was closed`, { address: this.#addressText })
    for (const request of this.#inFlight.drain()) request.fail(lost, nowMs)
    this.#events.onEnd({ state, error, closedUnanswered })
  }
}

function unsendable(api: string, version: number, cause: unknown): KafkaError {
  if (KafkaError.is(cause)) return cause
  const text = cause instanceof Error ? cause.message : String(cause)
  return new UsageError(`${api} version ${version} cannot carry this request: ${text}`, { cause })
}
