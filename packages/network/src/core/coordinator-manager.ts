// Finds the broker that coordinates one group or one transactional id (FindCoordinator), and finds it again when it has moved.
import { AuthorizationError, BrokerError, ErrorCode, errorName, type KafkaError } from '@odradek/protocol'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import type { FindCoordinatorRequest } from '@odradek/protocol/messages/find-coordinator-request'
import type { FindCoordinatorResponse } from '@odradek/protocol/messages/find-coordinator-response'

import { exponentialBackoff } from './exponential-backoff.ts'
import type { AnyUnsentRequest, PollResult, RequestManager, UnsentRequest } from './request-manager.ts'

/** What CoordinatorManager is told. */
export interface CoordinatorManagerOptions {
  readonly keyType: 'group' | 'transaction'
  /** The group id or the transactional id. */
  readonly key: string
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
}

const nothing: readonly AnyUnsentRequest[] = []

/** Asks any broker for the coordinator while it is wanted and not known. Errors that pass are tried again with back-off (KIP-580). */
export class CoordinatorManager implements RequestManager {
  /** Broker id of the coordinator; undefined while it is not known. */
  nodeId: number | undefined
  /** Why asking was given up; undefined otherwise. `markUnknown` begins again. */
  fatalError: KafkaError | undefined
  /** Why the last try failed; undefined after one that succeeded. */
  lastError: KafkaError | undefined
  /** Whether to ask while the coordinator is not known. */
  wanted = true
  readonly #options: CoordinatorManagerOptions
  readonly #listeners = new Set<(nodeId: number | undefined, nowMs: number) => void>()
  #isAsking = false
  #retryAtMs = -Infinity
  #failures = 0

  constructor(options: CoordinatorManagerOptions) {
    this.#options = options
  }

  /** Forgets the coordinator: a broker said that it is another one, or the connection to it was lost. */
  markUnknown(nowMs: number): void {
    this.fatalError = undefined
    this.#become(undefined, nowMs)
  }

  /** A connection to this broker was lost, or could not be made: if it is the coordinator, it may have moved. */
  onConnectionLost(nodeId: number, nowMs: number): void {
    if (nodeId === this.nodeId) this.markUnknown(nowMs)
  }

  /** Calls `listener` when the coordinator becomes known, unknown or another, or asking was given up, until the returned function is called. */
  onChange(listener: (nodeId: number | undefined, nowMs: number) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  poll(nowMs: number): PollResult {
    const isIdle = this.#isAsking || !this.wanted || this.nodeId !== undefined || this.fatalError !== undefined
    if (isIdle) return { requests: nothing, nextPollAtMs: Infinity }
    if (nowMs < this.#retryAtMs) return { requests: nothing, nextPollAtMs: this.#retryAtMs }
    this.#isAsking = true
    return { requests: [this.#makeRequest()], nextPollAtMs: Infinity }
  }

  #makeRequest(): UnsentRequest<FindCoordinatorRequest, FindCoordinatorResponse> {
    const { key, keyType, requestTimeoutMs } = this.#options
    const isGroup = keyType === 'group'
    return {
      destination: 'any',
      api: findCoordinatorApi,
      // Version 0 knows only groups.
      ...(isGroup ? {} : { minVersion: 1, minVersionFor: 'transactions need Kafka 0.11' }),
      request(version) {
        if (version === 0) return { key }
        return version >= 4 ? { keyType: isGroup ? 0 : 1, coordinatorKeys: [key] } : { keyType: isGroup ? 0 : 1, key }
      },
      timeoutMs: requestTimeoutMs,
      onResponse: (response, version, nowMs) => this.#onResponse(response, version, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(error, nowMs),
    }
  }

  #onResponse(response: FindCoordinatorResponse, version: number, nowMs: number): void {
    const answer = version >= 4 ? response.coordinators.find(({ key }) => key === this.#options.key) : response
    if (answer === undefined) {
      this.#onFailure(this.#brokerError(ErrorCode.COORDINATOR_NOT_AVAILABLE, 'the answer leaves the key out'), nowMs)
    } else if (answer.errorCode !== ErrorCode.NONE) {
      this.#onFailure(this.#brokerError(answer.errorCode, answer.errorMessage), nowMs)
    } else {
      this.#isAsking = false
      this.#failures = 0
      this.lastError = undefined
      // Should it turn out to be wrong at once, the next question waits a moment.
      this.#retryAtMs = nowMs + this.#backoff(0)
      this.#become(answer.nodeId, nowMs)
    }
  }

  #onFailure(error: KafkaError, nowMs: number): void {
    this.#isAsking = false
    this.lastError = error
    this.#retryAtMs = nowMs + this.#backoff(this.#failures++)
    if (error.retriable) return
    this.fatalError = error
    for (const listener of [...this.#listeners]) listener(undefined, nowMs)
  }

  #become(nodeId: number | undefined, nowMs: number): void {
    if (this.nodeId === nodeId) return
    this.nodeId = nodeId
    for (const listener of [...this.#listeners]) listener(nodeId, nowMs)
  }

  #brokerError(errorCode: number, detail: string | null): KafkaError {
    const { keyType, key } = this.#options
    const isRefusal =
      errorCode === ErrorCode.GROUP_AUTHORIZATION_FAILED ||
      errorCode === ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED
    if (!isRefusal) return new BrokerError({ api: 'FindCoordinator', errorCode, detail })
    const what = keyType === 'group' ? 'group' : 'transactional id'
    const text = `this client may not use the ${what} ${key}: add an ACL that allows it`
    return new AuthorizationError(text, { errorCode, errorName: errorName(errorCode), resource: key })
  }

  #backoff(attempts: number): number {
    const { retryBackoffMs, retryBackoffMaxMs, random } = this.#options
    return exponentialBackoff(attempts, retryBackoffMs, retryBackoffMaxMs, random)
  }
}
