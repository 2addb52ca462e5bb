// Idempotence without transactions (KIP-98, KIP-360): gets a producer id from any broker, and gives out epochs to partitions that have a gap.
import {
  type AnyUnsentRequest,
  exponentialBackoff,
  type PollResult,
  type RequestManager,
  StateMachine,
  type UnsentRequest,
} from '@odradek/network/internal'
import {
  AuthenticationError,
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorName,
  isRetriableErrorCode,
  type KafkaError,
  UnsupportedVersionError,
} from '@odradek/protocol'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import type { InitProducerIdRequest } from '@odradek/protocol/messages/init-producer-id-request'
import type { InitProducerIdResponse } from '@odradek/protocol/messages/init-producer-id-response'

import { type ProducerIdState, producerIdStateMoves } from './producer-id-state.ts'
import type { ProducerIdAndEpoch, ProducerIdentity } from './producer-identity.ts'

/** What ProducerIdManager is told; the producer's options fit. */
export interface ProducerIdManagerOptions {
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  /** Whether to go on without numbers where the cluster is too old for them. */
  readonly mayDisable: boolean
  readonly random: () => number
  /** Has the manager polled again soon. */
  readonly wakeup: () => void
  /** Called once when the producer cannot go on. */
  readonly onFatalError: (error: KafkaError) => void
  /** Called when no broker lets us in: what waits for a producer id waits in vain, but credentials may change. */
  readonly onRefused: (error: KafkaError) => void
}

/** An int16. */
const LAST_EPOCH = 32_767
const nothing: readonly AnyUnsentRequest[] = []

/** See the head of the file. States: producer-id-state.ts. */
export class ProducerIdManager implements RequestManager, ProducerIdentity {
  readonly transactionalId = null
  readonly maxProduceVersion = undefined
  readonly #options: ProducerIdManagerOptions
  readonly #machine = new StateMachine<ProducerIdState>('producer id', producerIdStateMoves, 'unknown')
  #current: ProducerIdAndEpoch | undefined
  #isOpen = false
  #retryAtMs = -Infinity
  #failures = 0

  constructor(options: ProducerIdManagerOptions) {
    this.#options = options
  }

  get state(): ProducerIdState {
    return this.#machine.current
  }

  get isDisabled(): boolean {
    return this.state === 'disabled'
  }

  get current(): ProducerIdAndEpoch | undefined {
    return this.state === 'known' ? this.#current : undefined
  }

  want(): void {
    if (this.state === 'unknown') this.#ask()
  }

  maySend(): boolean {
    return true
  }

  newerThan(stale: ProducerIdAndEpoch): ProducerIdAndEpoch | undefined {
    const current = this.#current
    if (this.state !== 'known' || current === undefined) return undefined
    // Another partition's gap may have brought a newer epoch already.
    if (current.producerId !== stale.producerId || current.epoch > stale.epoch) return current
    if (current.epoch === LAST_EPOCH) {
      this.#ask()
      return undefined
    }
    this.#current = { producerId: current.producerId, epoch: current.epoch + 1 }
    return this.#current
  }

  onBatchFailed(): void {
    // The partition begins again under a newer epoch; nothing else hangs on one batch.
  }

  onFatalError(error: KafkaError): void {
    if (this.state === 'failed') return
    this.#machine.transitionTo('failed')
    this.#options.onFatalError(error)
  }

  poll(nowMs: number): PollResult {
    if (this.state !== 'asking' || this.#isOpen) return { requests: nothing, nextPollAtMs: Infinity }
    if (nowMs < this.#retryAtMs) return { requests: nothing, nextPollAtMs: this.#retryAtMs }
    this.#isOpen = true
    return { requests: [this.#makeRequest()], nextPollAtMs: Infinity }
  }

  #ask(): void {
    this.#machine.transitionTo('asking')
    this.#options.wakeup()
  }

  #makeRequest(): UnsentRequest<InitProducerIdRequest, InitProducerIdResponse> {
    const { requestTimeoutMs } = this.#options
    return {
      destination: 'any',
      api: initProducerIdApi,
      request: { transactionalId: null, transactionTimeoutMs: 0x7fffffff },
      timeoutMs: requestTimeoutMs,
      onResponse: (response, _version, nowMs) => this.#onResponse(response, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(error, nowMs),
    }
  }

  #onResponse({ errorCode, producerId, producerEpoch }: InitProducerIdResponse, nowMs: number): void {
    if (errorCode !== ErrorCode.NONE) {
      this.#onFailure(refusal(errorCode), nowMs)
      return
    }
    this.#isOpen = false
    this.#failures = 0
    if (this.state !== 'asking') return
    this.#current = { producerId, epoch: producerEpoch }
    this.#machine.transitionTo('known')
  }

  #onFailure(error: KafkaError, nowMs: number): void {
    this.#isOpen = false
    if (this.state !== 'asking') return
    const { retryBackoffMs, retryBackoffMaxMs, random, mayDisable } = this.#options
    const isRefused = AuthenticationError.is(error)
    if (isRefused) this.#options.onRefused(error)
    if (error.retriable || isRefused) {
      this.#retryAtMs = nowMs + exponentialBackoff(this.#failures++, retryBackoffMs, retryBackoffMaxMs, random)
    } else if (mayDisable && UnsupportedVersionError.is(error)) this.#machine.transitionTo('disabled')
    else this.onFatalError(error)
  }
}

function refusal(errorCode: number): KafkaError {
  if (errorCode === ErrorCode.CLUSTER_AUTHORIZATION_FAILED) {
    const text =
      'this user may not write idempotently: add an ACL that allows IDEMPOTENT_WRITE on the cluster, or set enableIdempotence to false'
    return new AuthorizationError(text, { errorCode, errorName: errorName(errorCode), resource: 'kafka-cluster' })
  }
  return new BrokerError({ api: 'InitProducerId', errorCode, retriable: isRetriableErrorCode(errorCode) })
}
