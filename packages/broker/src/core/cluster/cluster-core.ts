// The brokers of a cluster together, without their sockets: they copy from each other through Fetch requests.
import type { Api, MessageInput } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import { brokerApis } from '../api-table.ts'
import type { BrokerPeers } from './broker-peers.ts'
import type { BrokerCore } from '../broker-core.ts'
import type { Ending } from '../ending.ts'
import type { Replica } from '../replication/replica.ts'
import { type Peers, REPLICA_FETCH_VERSION, ReplicaFetcher } from '../replication/replica-fetcher.ts'
import type { LogBounds } from '../replication/truncation.ts'

interface Node {
  readonly core: BrokerCore
  readonly fetcher: ReplicaFetcher
}

/** The cores of the brokers that run. */
export class ClusterCore implements Peers, BrokerPeers {
  readonly #nodes = new Map<number, Node>()
  readonly #onFailure: (replica: Replica, error: unknown) => void

  /** `onFailure` hears of followers that could not take in what their leaders gave. */
  constructor(onFailure: (replica: Replica, error: unknown) => void = () => {}) {
    this.#onFailure = onFailure
  }

  /** A broker has started. */
  add(core: BrokerCore): void {
    core.state.peers = this
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

  onReplicationFailed(replica: Replica, error: unknown): void {
    this.#onFailure(replica, error)
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
    const core = this.#nodes.get(brokerId)?.core
    const receivedAtMs = nowMs + (core?.state.wallClockOffsetMs ?? 0)
    const request = { version: REPLICA_FETCH_VERSION, clientId: 'replica', clientHost: '', receivedAtMs, body }
    return core?.onPeerRequest(brokerApis.get(fetchApi.key)!, request, nowMs, onEnding)
  }

  ask<Request, Response>(
    brokerId: number,
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
    nowMs: number,
    wallClockMs: number,
  ): Response | undefined {
    let ended: Ending | undefined
    const request = { version, clientId: 'peer', clientHost: '', receivedAtMs: wallClockMs, body: body as object }
    const withdraw = this.#nodes
      .get(brokerId)
      ?.core.onPeerRequest(brokerApis.get(api.key)!, request, nowMs, (ending) => (ended = ending))
    // What the broker stores is to be on the replicas in sync: they copy it now.
    while (withdraw !== undefined && ended === undefined && this.replicate(nowMs, wallClockMs));
    const answered = ended as Ending | undefined
    if (answered?.kind === 'answer') return answered.response as Response
    withdraw?.()
    return undefined
  }

  logBounds(brokerId: number, topicId: string, partition: number): LogBounds | undefined {
    return this.#nodes.get(brokerId)?.core.state.replicas.find(topicId, partition)?.log
  }
}
