import { ByteReader } from '@odradek/bytes'
import type { Address, ByteStream, Clock, MemoryNetwork, StreamEvents } from '@odradek/network'
import { type Api, decodeRequestHeader, encodeResponseFrame, ErrorCode, FrameSplitter } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { pushTelemetryApi } from '@odradek/protocol/apis/push-telemetry'

import {
  DelayedAnswer,
  RawAnswer,
  type ReceivedRequest,
  type ScriptedAnswer,
  type ScriptedHandler,
} from './scripted-answer.ts'
import type { ScriptedCluster } from './scripted-cluster.ts'

/**
 * How a broker takes ApiVersions: `answers`; `refuses` versions above 0 with an empty list (Kafka 0.10 to 2.3), or above 3 and names what it
 * has (`refuses-and-names`, Kafka 2.4 to 3.8); stays `silent` and answers what comes next (0.9); `closes` the connection (0.8).
 */
export type VersionCheckBehaviour = 'answers' | 'refuses' | 'refuses-and-names' | 'silent' | 'closes'

/** What ScriptedBroker is told. */
export interface ScriptedBrokerOptions {
  readonly id: number
  readonly address: Address
  readonly clock: Clock
  readonly network: MemoryNetwork
  readonly cluster: ScriptedCluster
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- handlers of all APIs are kept in one map; `on` sees to the types
type AnyHandler = ScriptedHandler<any, any>

const MAX_REQUEST_SIZE = 104_857_600

/**
 * A broker that says what a test tells it to, over a MemoryNetwork. ApiVersions, Metadata, FindCoordinator and InitProducerId answer by themselves, from
 * the cluster; for any other API `on` gives the answers. Answers of a connection come in the order of its requests, as Kafka's do.
 */
export class ScriptedBroker {
  readonly id: number
  readonly address: Address
  /** All requests so far, oldest first. */
  readonly requests: ReceivedRequest[] = []
  versionCheck: VersionCheckBehaviour = 'answers'
  /** The versions that it announces, by API key; the library's own range at first. */
  readonly versions = new Map<number, { min: number; max: number }>()
  readonly #options: ScriptedBrokerOptions
  readonly #handlers = new Map<number, AnyHandler>()
  readonly #onceHandlers = new Map<number, AnyHandler[]>()
  #connections = 0

  constructor(options: ScriptedBrokerOptions) {
    this.id = options.id
    this.address = options.address
    this.#options = options
    for (const { key, minVersion, latestStableVersion } of allApis) {
      if (latestStableVersion >= minVersion) this.versions.set(key, { min: minVersion, max: latestStableVersion })
    }
    // As Kafka without a receiver of clients' metrics.
    this.limitVersions(getTelemetrySubscriptionsApi, undefined).limitVersions(pushTelemetryApi, undefined)
    this.on(apiVersionsApi, () => this.#announce())
    this.on(metadataApi, (request, version) => options.cluster.metadata(request, version))
    this.on(findCoordinatorApi, (request, version) => options.cluster.findCoordinator(request, version))
    this.on(initProducerIdApi, () => options.cluster.initProducerId())
    // In memory a port is open as soon as `listen` was called.
    void options.network.listen(this.address, (stream) => this.#accept(stream))
  }

  /** Answers this API so from now on. */
  on<Req, Res>(api: Api<Req, Res>, handler: ScriptedHandler<Req, Res>): this {
    this.#handlers.set(api.key, handler)
    return this
  }

  /** Answers the next request of this API so; called several times, the next few, one after the other. */
  once<Req, Res>(api: Api<Req, Res>, handler: ScriptedHandler<Req, Res>): this {
    this.#onceHandlers.set(api.key, [...(this.#onceHandlers.get(api.key) ?? []), handler])
    return this
  }

  /** The requests of one API so far, oldest first. */
  received<Req>(api: Api<Req, unknown>): ReceivedRequest<Req>[] {
    return this.requests.filter(({ apiKey }) => apiKey === api.key) as ReceivedRequest<Req>[]
  }

  /** Announces only these versions of an API; undefined: not the API at all. */
  limitVersions(api: Api<unknown, unknown>, range: { min: number; max: number } | undefined): this {
    if (range === undefined) this.versions.delete(api.key)
    else this.versions.set(api.key, range)
    return this
  }

  /** Takes connections again after `stop`. */
  start(): void {
    this.#options.network.setRefusing(this.address, false)
  }

  /** Refuses connections and breaks those that are open. */
  stop(): void {
    this.#options.network.setRefusing(this.address)
    this.cut()
  }

  /** Breaks the open connections. */
  cut(): void {
    this.#options.network.cut(this.address)
  }

  #announce() {
    return {
      apiKeys: [...this.versions].map(([apiKey, { min, max }]) => ({ apiKey, minVersion: min, maxVersion: max })),
    }
  }

  #accept(stream: ByteStream): StreamEvents {
    const connection = this.#connections++
    const splitter = new FrameSplitter(MAX_REQUEST_SIZE)
    const answers = new AnswerQueue(stream, this.#options.clock)
    return {
      onData: (bytes) => {
        for (const frame of splitter.push(bytes)) this.#onFrame(frame, connection, answers)
      },
      onClose: () => undefined,
    }
  }

  #onFrame(frame: Uint8Array, connection: number, answers: AnswerQueue): void {
    const reader = new ByteReader(frame)
    const { apiKey, apiVersion: version, correlationId, clientId } = decodeRequestHeader(reader)
    const api = allApis.find(({ key }) => key === apiKey)
    if (api === undefined) throw new Error(`broker ${this.id} got a request of unknown API ${apiKey}`)
    const request = api.request.decode(reader, version)
    const atMs = this.#options.clock.nowMs()
    const received = { apiKey, apiName: api.name, version, correlationId, clientId, request, atMs, connection }
    this.requests.push(received)
    const refusal = api.key === apiVersionsApi.key ? this.#refuseVersionCheck(received) : undefined
    answers.add(refusal ?? this.#answer(received), (response) =>
      encodeResponseFrame(api as never, version, correlationId, response as never),
    )
  }

  #answer(received: ReceivedRequest): ScriptedAnswer<unknown> {
    const handler = this.#onceHandlers.get(received.apiKey)?.shift() ?? this.#handlers.get(received.apiKey)
    if (handler !== undefined) return handler(received.request, received.version, received) as ScriptedAnswer<unknown>
    throw new Error(`broker ${this.id} has no answer for ${received.apiName}: give it one with broker.on(...)`)
  }

  #refuseVersionCheck({ version, correlationId }: ReceivedRequest): ScriptedAnswer<unknown> | undefined {
    if (this.versionCheck === 'silent') return 'drop'
    if (this.versionCheck === 'closes') return 'disconnect'
    const names = this.versionCheck === 'refuses-and-names'
    if (version <= (names ? 3 : 0) || this.versionCheck === 'answers') return undefined
    const apiKeys = names ? [{ apiKey: apiVersionsApi.key, minVersion: 0, maxVersion: 3 }] : []
    const response = { errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys }
    return new RawAnswer(encodeResponseFrame(apiVersionsApi as never, 0, correlationId, response as never))
  }
}

interface AnswerSlot {
  bytes: Uint8Array | undefined
  isReady: boolean
  closes: boolean
}

/** Answers of one connection, sent in the order of the requests. */
class AnswerQueue {
  readonly #stream: ByteStream
  readonly #clock: Clock
  readonly #slots: AnswerSlot[] = []

  constructor(stream: ByteStream, clock: Clock) {
    this.#stream = stream
    this.#clock = clock
  }

  add(answer: ScriptedAnswer<unknown>, encode: (response: unknown) => Uint8Array): void {
    const isDelayed = answer instanceof DelayedAnswer
    const slot = this.#makeSlot(isDelayed ? answer.answer : answer, encode)
    this.#slots.push(slot)
    const ready = () => {
      slot.isReady = true
      this.#flush()
    }
    if (!isDelayed) ready()
    else if (answer.delayMs !== Infinity) this.#clock.setTimer(answer.delayMs, ready)
  }

  #makeSlot(answer: ScriptedAnswer<unknown>, encode: (response: unknown) => Uint8Array): AnswerSlot {
    if (answer === 'drop') return { bytes: undefined, isReady: false, closes: false }
    if (answer === 'disconnect') return { bytes: undefined, isReady: false, closes: true }
    return { bytes: answer instanceof RawAnswer ? answer.bytes : encode(answer), isReady: false, closes: false }
  }

  #flush(): void {
    while (this.#slots[0]?.isReady) {
      const { bytes, closes } = this.#slots.shift()!
      if (bytes !== undefined) this.#stream.write(bytes)
      if (closes) this.#stream.end()
    }
  }
}
