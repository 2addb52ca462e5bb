// One connection to a broker, from opening the stream to its end: asks for the broker's versions, writes requests, matches answers, watches
// the time. Its states are in core/connection-state.ts; stations 5 to 7 of a record's way out.
import { ByteReader, EncodeError } from '@odradek/bytes'
import {
  ConnectionError,
  decodeResponseFrame,
  encodeRequestFrame,
  FrameSplitter,
  KafkaError,
  TimeoutError,
} from '@odradek/protocol'

import { formatAddress } from './bootstrap-servers.ts'
import type { BrokerConnectionEvents, BrokerConnectionOptions, ConnectionEnd } from './broker-connection-options.ts'
import { ConnectionAuthentication } from './connection-authentication.ts'
import {
  answerError,
  closedOnTokenError,
  endedHandshakeUnanswered,
  inFlightError,
  lateError,
  looksLikeTls,
  lostError,
  protocolError,
  unsendableError,
} from './connection-errors.ts'
import type { ConnectionSecurity } from './connection-security.ts'
import { type ConnectionState, connectionStateMoves } from './core/connection-state.ts'
import { InFlightRequests } from './core/in-flight-requests.ts'
import { markNotSent } from './core/not-sent.ts'
import { StateMachine } from './core/state-machine.ts'
import { throttleTimeMs } from './core/throttle-time.ts'
import { type BrokerVersions, chooseVersion, versionsOfKafka09 } from './core/version-negotiation.ts'
import { FrameBuffer } from './frame-buffer.ts'
import type { PendingRequest } from './pending-request.ts'
import { checkSilenceProbeAnswer, SILENCE_PROBE_AFTER_MS, silenceProbeFrame } from './silence-probe.ts'
import { expectsTls } from './tls/tls-errors.ts'
import type { ByteStream } from './transport/transport.ts'
import { apiVersionsQuestion, kafka08Question, readVersionAnswer, type VersionQuestion } from './version-check.ts'

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
  #versionCheck: VersionQuestion | undefined
  /** The probe that waits for its answer, once ApiVersions has been waited for in vain. */
  #silenceProbe: number | undefined
  /** What has come so far; `usable`: the broker answers, and has let us in. */
  #heard: 'nothing' | 'bytes' | 'answers' | 'usable' | 'served' = 'nothing'
  #lastUsedMs = 0
  /** The broker wants no request before, for its quotas. */
  #throttledUntilMs = -Infinity
  readonly #authentication: ConnectionAuthentication | undefined

  constructor(options: BrokerConnectionOptions, events: BrokerConnectionEvents) {
    this.#options = options
    this.#events = events
    this.#splitter = new FrameSplitter(options.maxResponseSize)
    this.#addressText = formatAddress(options.address)
    this.#versions = options.knownVersions ?? new Map()
    const { mechanism } = options.security
    if (mechanism !== undefined) this.#authentication = this.#makeAuthentication(mechanism)
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
    const reauthenticateAtMs = this.state === 'ready' ? (this.#authentication?.againAtMs ?? Infinity) : Infinity
    const isThrottled = this.#throttledUntilMs > this.#options.clock.nowMs()
    const throttledUntilMs = isThrottled ? this.#throttledUntilMs : Infinity
    return Math.min(this.#stateDeadlineMs, this.#inFlight.nextDeadlineMs, reauthenticateAtMs, throttledUntilMs)
  }

  /** Whether a request would be written at once and reach the system at once. */
  canSend(maxInFlight: number): boolean {
    if (this.#throttledUntilMs > this.#options.clock.nowMs()) return false
    return this.state === 'ready' && this.#inFlight.count < maxInFlight && this.#stream!.pendingBytes === 0
  }

  /** Begins to connect; `onEnd` follows when that takes longer than `setupTimeoutMs`. */
  open(nowMs: number, setupTimeoutMs: number): void {
    this.#state.transitionTo('connecting')
    this.#stateDeadlineMs = nowMs + setupTimeoutMs
    this.#lastUsedMs = nowMs
    const events = {
      onOpen: () => this.#onOpen(),
      onData: (bytes: Uint8Array) => this.#onData(bytes),
      readTarget: () => this.#splitter.readTarget(),
      onDrain: () => this.#onWritten(),
      onClose: (error?: Error) => this.#onStreamClosed(error),
    }
    const { address, transport, security } = this.#options
    this.#stream = transport.connect(address, events, security.connectOptions)
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
      request.fail(markNotSent(unsendableError(api.name, request.version, error)), nowMs)
      // What makes the message threw: that is no fault of the request, but of the client that made it.
      if (!(error instanceof EncodeError) && !KafkaError.is(error)) this.#events.onDefect(error)
      // No answer will come that would have the cores polled: what the failure changed would be seen by nobody.
      this.#events.onProgress()
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
    else if (this.state === 'ready' && (this.#authentication?.againAtMs ?? Infinity) <= nowMs)
      this.#authenticate('re-authenticating')
  }

  /** Sends nothing more, and closes when the last byte is written and the last answer is there. */
  drain(): void {
    if (this.state === 'closed' || this.state === 'draining') return
    if (this.state === 'ready' || this.state === 're-authenticating') this.#state.transitionTo('draining')
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
    if (this.state !== 're-authenticating') this.#lastUsedMs = nowMs
    this.#stream!.write(frame)
  }

  #onOpen(): void {
    if (this.state !== 'connecting') return
    const nowMs = this.#options.clock.nowMs()
    this.#state.transitionTo('checking-versions')
    if (this.#options.knownVersions !== undefined) this.#onVersionsKnown()
    else this.#askForVersions(this.#firstQuestion(), nowMs)
  }

  #firstQuestion(): VersionQuestion {
    const { seemsKafka08, clientId } = this.#options
    return (seemsKafka08 ? kafka08Question : apiVersionsQuestion)(this.#nextCorrelationId, clientId)
  }

  #askForVersions(question: VersionQuestion, nowMs: number): void {
    this.#versionCheck = question
    this.#stateDeadlineMs = nowMs + Math.min(SILENCE_PROBE_AFTER_MS, this.#options.versionCheckTimeoutMs)
    this.#write(question.frame, nowMs)
  }

  #onVersionsKnown(): void {
    if (this.#authentication === undefined) this.#becomeReady()
    else this.#authenticate('authenticating')
  }

  #becomeReady(): void {
    this.#stateDeadlineMs = Infinity
    this.#state.transitionTo('ready')
    this.#events.onProgress()
  }

  #makeAuthentication(mechanism: NonNullable<ConnectionSecurity['mechanism']>): ConnectionAuthentication {
    const { clock, random, address, authenticationTimeoutMs } = this.#options
    const isUnderWay = () => this.state === 'authenticating' || this.state === 're-authenticating'
    return new ConnectionAuthentication({
      mechanism,
      clock,
      random,
      address,
      timeoutMs: authenticationTimeoutMs,
      versions: () => this.#versions,
      isUnderWay,
      send: (request) => this.send(request, clock.nowMs()),
      write: (frame) => this.#write(frame, clock.nowMs()),
      onDefect: (error) => this.#events.onDefect(error),
      onDone: () => {
        this.#becomeReady()
        this.#noteAnswer()
      },
      onRefused: (error) => this.close(error),
    })
  }

  #authenticate(next: 'authenticating' | 're-authenticating'): void {
    this.#state.transitionTo(next)
    this.#stateDeadlineMs = this.#options.clock.nowMs() + this.#options.authenticationTimeoutMs
    this.#authentication!.begin()
    this.#events.onProgress()
  }

  #onData(bytes: Uint8Array): void {
    if (this.state === 'closed') return
    const nowMs = this.#options.clock.nowMs()
    // A connection that only authenticates again and again is idle.
    if (this.state !== 're-authenticating') this.#lastUsedMs = nowMs
    if (this.#heard === 'nothing') {
      this.#heard = 'bytes'
      if (!this.#options.security.usesTls && looksLikeTls(bytes)) return this.close(expectsTls(this.#addressText))
    }
    try {
      for (const frame of this.#splitter.push(bytes)) {
        this.#onFrame(frame, nowMs)
        if (this.#state.current === 'closed') return
      }
    } catch (error) {
      const failure = answerError(this.#addressText, error)
      if (failure === undefined) this.#events.onDefect(error)
      else this.close(failure)
      return
    }
    if (this.#state.current === 'draining') this.#endIfDrained()
    else this.#events.onProgress()
  }

  #onFrame(frame: Uint8Array, nowMs: number): void {
    if (this.#authentication?.takeBareToken(frame) === true) return
    const correlationId = new ByteReader(frame).readInt32()
    if (this.#versionCheck?.correlationId === correlationId) {
      this.#onVersions(frame, this.#versionCheck, nowMs)
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
      request.fail(
        answerError(this.#addressText, error) ?? protocolError(this.#addressText, String(error), error),
        nowMs,
      )
      throw error
    }
    this.#throttledUntilMs = nowMs + throttleTimeMs(response, this.#versions)
    if (this.#heard === 'usable') this.#heard = 'served'
    this.#noteAnswer()
    request.complete(response, nowMs)
  }

  #onVersions(frame: Uint8Array, question: VersionQuestion, nowMs: number): void {
    const outcome = readVersionAnswer(question, frame)
    this.#versionCheck = undefined
    if (outcome.versions === undefined) {
      const { clientId } = this.#options
      this.#askForVersions(apiVersionsQuestion(this.#nextCorrelationId, clientId, outcome.askAgainWith), nowMs)
      return
    }
    this.#versions = outcome.versions
    if (outcome.features !== undefined) this.#events.onFeatures?.(outcome.features)
    this.#onVersionsKnown()
  }

  #onSilenceProbe(frame: Uint8Array): void {
    checkSilenceProbeAnswer(frame)
    this.#silenceProbe = undefined
    if (this.#versionCheck === undefined) return // It was only slow, and has answered both.
    // Answers come in order, so the one to ApiVersions will never come.
    this.#versionCheck = undefined
    this.#versions = versionsOfKafka09
    this.#events.onNoApiVersions()
    this.#onVersionsKnown()
  }

  #noteAnswer(): void {
    if (this.#heard === 'usable' || this.#heard === 'served') return
    const isLetIn =
      this.#authentication === undefined || (this.state !== 'checking-versions' && this.state !== 'authenticating')
    this.#heard = isLetIn ? 'usable' : 'answers'
    if (isLetIn) this.#events.onFirstAnswer()
  }

  #onStateDeadline(nowMs: number): void {
    if (this.state === 'connecting') {
      const waitedMs = Math.round(nowMs - this.#lastUsedMs)
      this.#end(new TimeoutError(`the connection to ${this.#addressText} did not open in ${waitedMs} ms`))
    } else if (this.state === 'authenticating' || this.state === 're-authenticating') {
      const { authenticationTimeoutMs } = this.#options
      this.close(
        new TimeoutError(`authentication at ${this.#addressText} took longer than ${authenticationTimeoutMs} ms`),
      )
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
      const { api, timeoutMs } = request.unsent
      request.fail(isLate ? lateError(this.#addressText, api.name, timeoutMs) : error, nowMs)
    }
    this.close(error)
  }

  #onStreamClosed(error: Error | undefined): void {
    const { state } = this
    if (state === 'closed') return
    const { usesTls } = this.#options.security
    const isUnanswered = this.#heard === 'nothing' || this.#heard === 'bytes'
    const closedUnanswered = state === 'checking-versions' && isUnanswered
    const mechanism = this.#options.security.mechanism?.name ?? ''
    let suspicion: ConnectionEnd['suspicion']
    if (usesTls && endedHandshakeUnanswered(error)) suspicion = 'plaintext'
    if (!usesTls && closedUnanswered) suspicion = 'tls'
    // Kafka tells its versions to anybody, and closes without a word on what else comes before SASL.
    const isUnserved = state === 'ready' && this.#heard === 'usable' && this.#inFlight.count > 0
    if (isUnserved && this.#authentication === undefined) suspicion = 'sasl'
    const lost = this.#authentication?.awaitsBareToken
      ? closedOnTokenError(this.#addressText, mechanism)
      : lostError(state, this.#addressText, error, usesTls, suspicion === 'sasl')
    this.#end(lost, closedUnanswered, suspicion)
  }

  #end(error: KafkaError | undefined, closedUnanswered = false, suspicion?: ConnectionEnd['suspicion']): void {
    const state = this.state
    const nowMs = this.#options.clock.nowMs()
    this.#state.transitionTo('closed')
    this.#stateDeadlineMs = Infinity
    this.#stream?.destroy()
    const lost = inFlightError(error, this.#addressText)
    this.#authentication?.stop(lost)
    for (const request of this.#inFlight.drain()) request.fail(lost, nowMs)
    this.#events.onEnd({ state, error, closedUnanswered, suspicion })
  }
}
