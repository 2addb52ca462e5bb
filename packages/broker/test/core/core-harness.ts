// A broker core without sockets or a clock: what is asked goes through the codecs, so that each answer is one that its version can carry.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { Api, MessageCodec, MessageInput } from '@odradek/protocol'
import { brokerApis } from '../../src/core/api-table.ts'
import type { BrokerConfig } from '../../src/core/broker-config.ts'
import { BrokerCore } from '../../src/core/broker-core.ts'
import type { Ending } from '../../src/core/ending.ts'
import type { BrokerRecord } from '../../src/core/broker-record.ts'
import { BrokerState } from '../../src/core/broker-state.ts'
import { ClusterState } from '../../src/core/cluster/cluster-state.ts'
import { newPartition } from '../../src/core/cluster/partition-registration.ts'
import { seededRandom } from '@odradek/test-kit'
import { resolveBrokerOptions, type BrokerOptions } from '../../src/options.ts'

/** A request that was asked; `response` and `ending` come when it has ended. */
export interface Asked<Response> {
  response: Response | undefined
  ending: Ending | undefined
}

interface Waiting {
  readonly asked: Asked<unknown>
  readonly decode: (response: object) => unknown
}

export function brokerConfig(options: BrokerOptions = {}): BrokerConfig {
  return resolveBrokerOptions(options)
}

/** The state of a broker that is the only one of its cluster. */
export function lonelyBroker(options: BrokerOptions = {}): BrokerState {
  const config = brokerConfig(options)
  const settings = { clusterId: 'test-cluster', newUuid: countingUuids(), random: seededRandom(1) }
  const state = new BrokerState(config, new ClusterState(settings))
  const identity = { brokerId: config.nodeId, brokerEpoch: 1, rack: null }
  state.apply({ type: 'broker-registered', ...identity, host: 'localhost', port: 9092 })
  return state
}

/** UUIDs that count: the n-th one is the same in each run. */
export function countingUuids(): () => string {
  let count = 0
  return () => `${String(++count).padStart(21, 'u')}A`
}

export class CoreHarness {
  readonly records: BrokerRecord[] = []
  readonly state: BrokerState
  readonly core: BrokerCore
  readonly #waiting = new Map<number, Waiting>()
  nowMs = 0
  /** Wall clock = `nowMs` + this. */
  readonly epochMs = 1_767_225_600_000
  #nextId = 1

  constructor(options: BrokerOptions = {}) {
    this.state = lonelyBroker(options)
    const apply = this.state.apply.bind(this.state)
    this.state.apply = (record) => {
      this.records.push(record)
      apply(record)
    }
    this.core = new BrokerCore(this.state)
  }

  get wallClockMs(): number {
    return Math.floor(this.epochMs + this.nowMs)
  }

  /** Asks, and leaves the answer to come. */
  ask<Request extends object, Response extends object>(
    api: Api<Request, Response>,
    version: number,
    input: MessageInput<Request>,
    clientId = 'test',
    connectionId?: number,
  ): Asked<Response> {
    const writer = new ByteWriter()
    api.request.encode(writer, input, version)
    const body = api.request.decode(new ByteReader(writer.bytes()), version)
    const asked: Asked<Response> = { response: undefined, ending: undefined }
    const id = this.#nextId++
    this.#waiting.set(id, { asked, decode: (response) => roundTrip(api.response, version, response) })
    const request = {
      id,
      apiKey: api.key,
      version,
      clientId,
      clientHost: '/test',
      receivedAtMs: this.wallClockMs,
      body,
      ...(connectionId !== undefined && { connectionId }),
    }
    this.core.onRequest(brokerApis.get(api.key)!, request, this.nowMs)
    this.#poll()
    return asked
  }

  /** Asks, and gives back the answer, which must have come at once. */
  get<Request extends object, Response extends object>(
    api: Api<Request, Response>,
    version: number,
    input: MessageInput<Request>,
  ): Response {
    const { response, ending } = this.ask(api, version, input)
    if (ending?.kind === 'failed') throw ending.error as Error
    if (response === undefined)
      throw new Error(`${api.name} ${version} was not answered at once: ${ending?.kind ?? 'it waits'}`)
    return response
  }

  /** A client has closed its connection. */
  disconnect(connectionId: number): void {
    this.core.onDisconnected(connectionId, this.nowMs)
    this.#poll()
  }

  /** Moves time on, deadline by deadline. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms
    for (;;) {
      const { nextPollAtMs } = this.#poll()
      if (nextPollAtMs > untilMs) break
      this.nowMs = Math.max(this.nowMs, nextPollAtMs)
    }
    this.nowMs = untilMs
  }

  createTopic(name: string, partitions = 1, configs: Record<string, string> = {}): string {
    const topicId = this.state.cluster.newUuid()
    const all = Array.from({ length: partitions }, () => newPartition([this.state.config.nodeId]))
    this.state.apply({ type: 'topic-created', topicId, name, partitions: all, configs })
    return topicId
  }

  #poll() {
    const result = this.core.poll(this.nowMs)
    for (const { requestId, ending } of result.ended) {
      const waiting = this.#waiting.get(requestId)
      if (waiting === undefined) throw new Error(`request ${requestId} was answered twice`)
      this.#waiting.delete(requestId)
      waiting.asked.ending = ending
      if (ending.kind === 'answer') waiting.asked.response = waiting.decode(ending.response)
    }
    return result
  }

  /** How many requests wait for their answer. */
  get waitingCount(): number {
    return this.#waiting.size
  }
}

function roundTrip<Response>(codec: MessageCodec<Response>, version: number, response: object): Response {
  const writer = new ByteWriter()
  codec.encode(writer, response as MessageInput<Response>, version)
  return codec.decode(new ByteReader(writer.bytes().slice()), version)
}
