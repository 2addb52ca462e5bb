// The brokers of a cluster together, without their sockets: they copy from each other through Fetch requests.
import type { MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import { brokerApis } from '../api-table.ts'
import type { BrokerCore, Ending } from '../broker-core.ts'
import { type LogBounds, type Peers, REPLICA_FETCH_VERSION, ReplicaFetcher } from '../replication/replica-fetcher.ts'

interface Node {
  readonly core: BrokerCore
  readonly fetcher: ReplicaFetcher
}

/** The cores of the brokers that run. */
export class ClusterCore implements Peers {
  readonly #nodes = new Map<number, Node>()

  /** A broker has started. */
  add(core: BrokerCore): void {
    this.#nodes.set(core.state.config.nodeId, { core, fetcher: new ReplicaFetcher(core.state, this) })
  }

  /** A broker is gone: it asks for nothing, and answers nothing. */
  remove(brokerId: number): void {
    this.#nodes.get(brokerId)?.fetcher.close()
    this.#nodes.delete(brokerId)
  }

  /** A broker's followers, which may be paused. */
  fetcherOf(brokerId: number): ReplicaFetcher | undefined {
    return this.#nodes.get(brokerId)?.fetcher
  }

  /** When to call `replicate` again where nothing else happens. */
  get nextDeadlineMs(): number {
    let atMs = Infinity
    for (const { fetcher } of this.#nodes.values()) atMs = Math.min(atMs, fetcher.nextDeadlineMs)
    return atMs
  }

  /** Lets the brokers copy from each other as long as there is something to copy. Tells whether there was. */
  replicate(nowMs: number, wallClockMs: number): boolean {
    let did = false
    for (let again = true; again;) {
      again = false
      for (const { core, fetcher } of this.#nodes.values()) {
        core.settle(nowMs)
        if (fetcher.poll(nowMs, wallClockMs)) again = did = true
      }
    }
    return did
  }

  fetch(
    brokerId: number,
    body: MessageInput<FetchRequest>,
    nowMs: number,
    onEnding: (ending: Ending) => void,
  ): (() => void) | undefined {
    const request = { version: REPLICA_FETCH_VERSION, clientId: 'replica', clientHost: '', receivedAtMs: 0, body }
    return this.#nodes.get(brokerId)?.core.onPeerRequest(brokerApis.get(fetchApi.key)!, request, nowMs, onEnding)
  }

  logBounds(brokerId: number, topicId: string, partition: number): LogBounds | undefined {
    return this.#nodes.get(brokerId)?.core.state.replicas.find(topicId, partition)?.log
  }
}
