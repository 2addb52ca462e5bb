// A cluster of brokers in simulated time, with a raw client for each broker.
import { MemoryNetwork } from '@odradek/network'
import type { Api, MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import { FakeClock, seededRandom, settle } from '@odradek/test-kit'
import type { ExecutionContext } from 'ava'
import { Broker, type BrokerOptions } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

export class ClusterWorld {
  readonly broker: Broker
  readonly clock: FakeClock
  readonly #network: MemoryNetwork

  private constructor(broker: Broker, clock: FakeClock, network: MemoryNetwork) {
    this.broker = broker
    this.clock = clock
    this.#network = network
  }

  static async start(t: ExecutionContext, options: BrokerOptions = {}, seed = 1): Promise<ClusterWorld> {
    const clock = new FakeClock()
    const network = new MemoryNetwork()
    const environment = { clock, transport: network, random: seededRandom(seed) }
    const topics = [{ name: 't', assignments: [[1, 2, 3]] }]
    const broker = await Broker.start({ brokers: 3, topics, ...options }, environment)
    t.teardown(() => broker.close())
    return new ClusterWorld(broker, clock, network)
  }

  connect(id: number): RawClient {
    const { host, port } = this.broker.brokers.find((broker) => broker.id === id)!
    return new RawClient(this.#network, { host, port })
  }

  /** Asks a broker over a connection of its own. */
  async ask<Request, Response>(
    id: number,
    api: Api<Request, Response>,
    version: number,
    request: MessageInput<Request>,
  ): Promise<Response> {
    const client = this.connect(id)
    try {
      return await client.ask(api, version, request)
    } finally {
      client.close()
    }
  }

  /** Produces records to partition 0 of `t`, and gives the partition's response. */
  async produce(id: number, values: readonly string[], acks = -1, timeoutMs = 1000) {
    const partitionData = [{ index: 0, records: batchOf(values) }]
    const body = { acks, timeoutMs, topicData: [{ name: 't', partitionData }] }
    return (await this.ask(id, produceApi, 9, body)).responses[0]!.partitionResponses[0]!
  }

  /** The partition's answer to a Fetch from its beginning. */
  async fetch(id: number, wanted: { currentLeaderEpoch?: number; fetchOffset?: bigint } = {}, version = 10) {
    const partition = { partition: 0, fetchOffset: 0n, partitionMaxBytes: 1_000_000, ...wanted }
    const body = { minBytes: 0, maxWaitMs: 0, topics: [{ topic: 't', partitions: [partition] }] }
    return (await this.ask(id, fetchApi, version, body)).responses[0]!.partitions[0]!
  }

  /** The committed records of partition 0 of `t`, as its leader gives them. */
  async committed(id = this.leader): Promise<string[]> {
    const { records } = await this.fetch(id)
    const decoder = new TextDecoder()
    return [...decodeRecordBatches(records ?? new Uint8Array(0))].flatMap((batch) =>
      Array.from(batch.records(), ({ value }) => decoder.decode(value!)),
    )
  }

  get leader(): number {
    return this.broker.leaderOf('t', 0)
  }

  get isr(): number[] {
    return [...this.broker.isrOf('t', 0)].sort()
  }

  /** What a broker says of partition 0 of `t`. */
  async metadata(id: number, version = 12) {
    const response = await this.ask(id, metadataApi, version, { topics: [{ name: 't' }] })
    return { ...response, partition: response.topics[0]!.partitions[0]! }
  }

  settle(): Promise<void> {
    return settle()
  }
}
