// Pushes a client's metrics to brokers that subscribe to them (KIP-714): asks what they want, pushes at their interval, and once more when the
// client closes. Where brokers cannot or will not have metrics, nothing is ever sent.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode, type KafkaError } from '@odradek/protocol'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { pushTelemetryApi } from '@odradek/protocol/apis/push-telemetry'
import type { GetTelemetrySubscriptionsResponse } from '@odradek/protocol/messages/get-telemetry-subscriptions-response'

import type { ClientMetric } from '../../client-metric.ts'
import { exponentialBackoff } from '../exponential-backoff.ts'
import type { AnyUnsentRequest, PollResult, RequestManager } from '../request-manager.ts'
import { StateMachine } from '../state-machine.ts'
import { encodeOtlpMetrics } from './otlp-metrics.ts'
import { TelemetryLedger, type TelemetrySnapshot } from './telemetry-ledger.ts'
import { type TelemetryState, telemetryStateMoves } from './telemetry-state.ts'

/** What TelemetryManager is told. */
export interface TelemetryManagerOptions {
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
  readonly wallClockMs: () => number
  /** Whether a broker is known: telemetry alone never connects a client. */
  readonly isConnected: () => boolean
  readonly readMetrics: () => readonly ClientMetric[]
  /** What the client is: `group_id`, `transactional_id` and so on. */
  readonly resource: () => Readonly<Record<string, string>>
  /** Compresses by Kafka's id of a type; undefined where it cannot. */
  readonly compress: (typeId: number, bytes: Uint8Array) => Uint8Array | undefined
}

interface Subscription {
  readonly id: number
  readonly intervalMs: number
  readonly compressionTypes: readonly number[]
  readonly maxBytes: number
  readonly deltaTemporality: boolean
  readonly requestedMetrics: readonly string[]
}

interface Payload {
  readonly snapshot: TelemetrySnapshot
  readonly compressionType: number
  readonly bytes: Uint8Array
}

/** What Kafka takes where a broker says nothing that makes sense. */
const DEFAULT_INTERVAL_MS = 300_000

/** The first push comes after half to one and a half times the interval, so that clients that start together do not push together. */
const JITTER_FROM = 0.5

const NO_COMPRESSION = 0

const nothing: readonly AnyUnsentRequest[] = []

/** See the head of the file. */
export class TelemetryManager implements RequestManager {
  /** Under which the brokers know this client; undefined until one has said. */
  clientInstanceId: string | undefined
  /** Called when `clientInstanceId` is there, and when telemetry has ended. */
  onChange: () => void = () => undefined
  readonly #options: TelemetryManagerOptions
  readonly #ledger: TelemetryLedger
  readonly #machine = new StateMachine<TelemetryState>('telemetry', telemetryStateMoves, 'subscription-needed')
  #subscription: Subscription | undefined
  /** What the push under way says. */
  #underWay: TelemetrySnapshot | undefined
  #nextAtMs = -Infinity
  /** Answers in a row that ask for a new subscription at once. */
  #immediateRetries = 0

  constructor(options: TelemetryManagerOptions) {
    this.#options = options
    this.#ledger = new TelemetryLedger(options.wallClockMs())
  }

  get state(): TelemetryState {
    return this.#machine.current
  }

  /** The client closes: pushes once more, where something is subscribed to. */
  terminate(): void {
    // The broker may have it: the last push, which does not wait for the answer, is not to say it again.
    if (this.state === 'push-in-progress') this.#ledger.onPushed(this.#underWay!)
    if (this.state === 'push-needed' || this.state === 'push-in-progress') this.#move('terminating-push-needed')
    else if (this.state.startsWith('subscription')) this.#move('terminated')
  }

  poll(nowMs: number): PollResult {
    const isTerminating = this.state === 'terminating-push-needed'
    const isWaiting = this.state === 'subscription-needed' || this.state === 'push-needed'
    if (!isTerminating && (!isWaiting || !this.#options.isConnected()))
      return { requests: nothing, nextPollAtMs: Infinity }
    if (!isTerminating && nowMs < this.#nextAtMs) return { requests: nothing, nextPollAtMs: this.#nextAtMs }
    if (this.state === 'subscription-needed') return { requests: [this.#askForSubscription()], nextPollAtMs: Infinity }
    const request = this.#makePush(this.#subscription!, isTerminating, nowMs)
    return { requests: request === undefined ? nothing : [request], nextPollAtMs: this.#nextWakeupMs() }
  }

  #nextWakeupMs(): number {
    return this.state === 'push-needed' ? this.#nextAtMs : Infinity
  }

  #askForSubscription(): AnyUnsentRequest {
    this.#move('subscription-in-progress')
    return {
      destination: 'any',
      api: getTelemetrySubscriptionsApi,
      request: { clientInstanceId: this.clientInstanceId ?? ZERO_UUID },
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: (response: GetTelemetrySubscriptionsResponse, _version, nowMs) =>
        this.#onSubscription(response, nowMs),
      onFailure: (error, nowMs) => {
        if (this.state === 'subscription-in-progress') this.#onRequestFailed(error, nowMs)
      },
    }
  }

  #onSubscription(response: GetTelemetrySubscriptionsResponse, nowMs: number): void {
    if (this.state !== 'subscription-in-progress') return
    if (response.errorCode !== ErrorCode.NONE) {
      this.#onErrorCode(response.errorCode, nowMs)
      return
    }
    const before = this.#subscription
    const subscription = subscriptionOf(response)
    this.#subscription = subscription
    if (before !== undefined && before.deltaTemporality !== subscription.deltaTemporality) this.#ledger.reset()
    this.#nextAtMs = nowMs + Math.round(subscription.intervalMs * (JITTER_FROM + this.#options.random()))
    this.#move(subscription.requestedMetrics.length === 0 ? 'subscription-needed' : 'push-needed')
    if (response.clientInstanceId === ZERO_UUID) return
    this.clientInstanceId = response.clientInstanceId
    this.onChange()
  }

  /** Undefined where all that could be said is more than the broker takes. */
  #makePush(subscription: Subscription, terminating: boolean, nowMs: number): AnyUnsentRequest | undefined {
    const payload = this.#makePayload(subscription)
    if (payload === undefined) {
      if (terminating) this.#move('terminated')
      else this.#nextAtMs = nowMs + subscription.intervalMs
      return undefined
    }
    const during = terminating ? 'terminating-push-in-progress' : 'push-in-progress'
    this.#move(during)
    const { snapshot, bytes, compressionType } = payload
    this.#underWay = snapshot
    return {
      destination: 'any',
      api: pushTelemetryApi,
      request: {
        clientInstanceId: this.clientInstanceId ?? ZERO_UUID,
        subscriptionId: subscription.id,
        terminating,
        compressionType,
        metrics: bytes,
      },
      expectedBytes: bytes.length,
      timeoutMs: this.#options.requestTimeoutMs,
      onResponse: ({ errorCode }: { errorCode: number }, _version, answeredMs) => {
        if (errorCode === ErrorCode.NONE) this.#ledger.onPushed(snapshot)
        if (this.state !== during) return
        if (terminating) this.#move('terminated')
        else if (errorCode === ErrorCode.NONE) this.#onPushed(subscription, answeredMs)
        else this.#onErrorCode(errorCode, answeredMs)
      },
      onFailure: (error, failedMs) => {
        if (this.state !== during) return
        if (terminating) this.#move('terminated')
        else this.#onRequestFailed(error, failedMs)
      },
    }
  }

  #onPushed({ intervalMs }: Subscription, nowMs: number): void {
    this.#immediateRetries = 0
    this.#nextAtMs = nowMs + intervalMs
    this.#move('push-needed')
  }

  #makePayload(subscription: Subscription): Payload | undefined {
    const { readMetrics, resource, wallClockMs } = this.#options
    const metrics = readMetrics()
    for (const isShort of [false, true]) {
      const snapshot = this.#ledger.take(metrics, subscription, resource(), wallClockMs(), isShort)
      const payload = this.#compress(snapshot, encodeOtlpMetrics(snapshot.data), subscription.compressionTypes)
      if (payload.bytes.length <= subscription.maxBytes) return payload
    }
    return undefined
  }

  /** By the first type that the broker prefers and this client has. */
  #compress(snapshot: TelemetrySnapshot, plain: Uint8Array, types: readonly number[]): Payload {
    for (const compressionType of types) {
      if (compressionType === NO_COMPRESSION) break
      const bytes = this.#options.compress(compressionType, plain)
      if (bytes !== undefined) return { snapshot, compressionType, bytes }
    }
    return { snapshot, compressionType: NO_COMPRESSION, bytes: plain }
  }

  /** As Kafka's clients: at once for a new subscription, later where it is too much or too often, never where it makes no sense. */
  #onErrorCode(errorCode: number, nowMs: number): void {
    switch (errorCode) {
      case ErrorCode.UNKNOWN_SUBSCRIPTION_ID:
      case ErrorCode.UNSUPPORTED_COMPRESSION_TYPE:
        this.#askAgainAt(nowMs + this.#immediateDelayMs())
        return
      case ErrorCode.TELEMETRY_TOO_LARGE:
      case ErrorCode.THROTTLING_QUOTA_EXCEEDED:
        this.#askAgainAt(nowMs + this.#intervalMs())
        return
      default:
        this.#move('terminated')
    }
  }

  #onRequestFailed(error: KafkaError, nowMs: number): void {
    if (error.retriable) this.#askAgainAt(nowMs + this.#intervalMs())
    else this.#move('terminated')
  }

  #askAgainAt(atMs: number): void {
    this.#nextAtMs = atMs
    this.#move('subscription-needed')
  }

  /** At once for the first time; then with back-off, should the broker not know what it wants. */
  #immediateDelayMs(): number {
    const { retryBackoffMs, retryBackoffMaxMs, random } = this.#options
    const retries = this.#immediateRetries++
    return retries === 0 ? 0 : exponentialBackoff(retries - 1, retryBackoffMs, retryBackoffMaxMs, random)
  }

  #intervalMs(): number {
    return this.#subscription?.intervalMs ?? DEFAULT_INTERVAL_MS
  }

  #move(next: TelemetryState): void {
    this.#machine.transitionTo(next)
    if (next === 'terminated') this.onChange()
  }
}

function subscriptionOf(response: GetTelemetrySubscriptionsResponse): Subscription {
  const { subscriptionId, pushIntervalMs, telemetryMaxBytes, deltaTemporality, requestedMetrics } = response
  return {
    id: subscriptionId,
    intervalMs: pushIntervalMs > 0 ? pushIntervalMs : DEFAULT_INTERVAL_MS,
    compressionTypes: response.acceptedCompressionTypes,
    maxBytes: telemetryMaxBytes > 0 ? telemetryMaxBytes : Infinity,
    deltaTemporality,
    requestedMetrics,
  }
}
