// Asks the broker's own handlers, without a connection: so that what tests seed, read and await is what clients see.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import { type Api, InvariantError, type MessageInput, UsageError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'
import { type AnyBrokerApi, brokerApis } from '../core/api-table.ts'

/** A broker as it can be asked from within. */
export interface InsideNode {
  readonly nodeId: number
  ask(entry: AnyBrokerApi, version: number, body: object): Promise<object>
}

const METADATA_VERSION = 12

/** Asks the brokers of a cluster. */
export class InsideClient {
  readonly #nodes = new Map<number, InsideNode>()

  /** A broker is there, in place of an earlier one of the same id. */
  add(node: InsideNode): void {
    this.#nodes.set(node.nodeId, node)
  }

  /** A broker is gone. */
  remove(node: InsideNode): void {
    if (this.#nodes.get(node.nodeId) === node) this.#nodes.delete(node.nodeId)
  }

  get nodeIds(): number[] {
    return [...this.#nodes.keys()]
  }

  /** Asks one broker; by default any. The request goes through the codec as from a client, and so does the response. */
  async ask<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: MessageInput<Request>,
    nodeId?: number,
  ): Promise<Response> {
    const node = nodeId === undefined ? [...this.#nodes.values()][0] : this.#nodes.get(nodeId)
    if (node === undefined) throw new UsageError(`Broker ${nodeId ?? ''} does not run`)
    const writer = new ByteWriter()
    api.request.encode(writer, request, version)
    const body = api.request.decode(new ByteReader(writer.bytes()), version) as object
    const response = await node.ask(brokerApis.get(api.key)!, version, body)
    const answer = new ByteWriter()
    api.response.encode(answer, response as MessageInput<Response>, version)
    return api.response.decode(new ByteReader(answer.bytes()), version)
  }

  /** What the cluster says of a topic. */
  async topic(name: string): Promise<MetadataResponse['topics'][number]> {
    const wanted = { topics: [{ name }], allowAutoTopicCreation: false }
    const { topics } = await this.ask(metadataApi, METADATA_VERSION, wanted)
    if (topics[0] === undefined) throw new InvariantError(`Metadata without the topic ${name} that it was asked for`)
    return topics[0]
  }
}
