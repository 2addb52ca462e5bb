// The fetch sessions of a broker (KIP-227). They are not kept beyond its life: a client whose session is gone makes another one.
import { ErrorCode } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { BrokerRequest } from '../request.ts'
import { type FetchedPartition, FetchSession, nextSessionEpoch, type PartitionResult } from './fetch-session.ts'

/** How a Fetch is read and answered. */
export type FetchContext =
  | { readonly kind: 'error'; readonly errorCode: number }
  /** All that it names, with no session. */
  | { readonly kind: 'sessionless'; readonly partitions: readonly FetchedPartition[] }
  /** All that it names, and a session begins with the answer. */
  | { readonly kind: 'full'; readonly partitions: readonly FetchedPartition[] }
  /** All of its session's; the answer has the news. */
  | { readonly kind: 'incremental'; readonly session: FetchSession; readonly partitions: readonly FetchedPartition[] }

const INITIAL_EPOCH = 0
const FINAL_EPOCH = -1
const TOPIC_IDS_SINCE = 13
/** Kafka's MIN_INCREMENTAL_FETCH_SESSION_EVICTION_MS. */
const EVICTION_MS = 120_000
const MAX_ID = 0x7fffffff

/** Keeps sessions, at most so many. */
export class FetchSessions {
  readonly #maxSlots: number
  readonly #random: () => number
  readonly #byId = new Map<number, FetchSession>()

  /** `maxSlots`: Kafka's `max.incremental.fetch.session.cache.slots`. */
  constructor(maxSlots: number, random: () => number) {
    this.#maxSlots = maxSlots
    this.#random = random
  }

  get size(): number {
    return this.#byId.size
  }

  /** Finds out what a request is about, and takes its changes into its session. */
  open({ body, version }: BrokerRequest<FetchRequest>, nowMs: number): FetchContext {
    const partitions = partitionsOf(body)
    const { sessionId, sessionEpoch } = body
    if (sessionEpoch === INITIAL_EPOCH || sessionEpoch === FINAL_EPOCH) {
      this.#byId.delete(sessionId)
      return { kind: sessionEpoch === FINAL_EPOCH ? 'sessionless' : 'full', partitions }
    }
    const session = this.#byId.get(sessionId)
    if (session === undefined) return { kind: 'error', errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND }
    if (session.epoch !== sessionEpoch) return { kind: 'error', errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH }
    if (session.usesTopicIds !== version >= TOPIC_IDS_SINCE) {
      return { kind: 'error', errorCode: ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR }
    }
    session.update(partitions, body.forgottenTopicsData)
    if (session.size === 0) {
      this.#byId.delete(sessionId)
      return { kind: 'sessionless', partitions }
    }
    session.lastUsedMs = nowMs
    session.epoch = nextSessionEpoch(session.epoch)
    return { kind: 'incremental', session, partitions: session.all() }
  }

  /** Begins a session with the answer to its first request; its id, or 0 where there is no room for it. */
  begin(usesTopicIds: boolean, results: readonly PartitionResult[], nowMs: number): number {
    if (this.#byId.size >= this.#maxSlots && !this.#evict(results.length, nowMs)) return 0
    const session = new FetchSession({ id: this.#newId(), usesTopicIds, createdAtMs: nowMs, results })
    this.#byId.set(session.id, session)
    return session.id
  }

  /** Makes room: of a session unused for long, or else of an old one that is smaller than the new one. */
  #evict(size: number, nowMs: number): boolean {
    const sessions = [...this.#byId.values()]
    const [first, ...others] = sessions
    if (first === undefined) return false
    const oldest = others.reduce((one, other) => (other.lastUsedMs < one.lastUsedMs ? other : one), first)
    if (nowMs - oldest.lastUsedMs > EVICTION_MS) return this.#byId.delete(oldest.id)
    const old = sessions.filter(({ createdAtMs }) => nowMs - createdAtMs > EVICTION_MS)
    const [smallest] = old.sort((one, other) => one.size - other.size || one.id - other.id)
    return smallest !== undefined && smallest.size <= size && this.#byId.delete(smallest.id)
  }

  #newId(): number {
    for (;;) {
      const id = 1 + Math.floor(this.#random() * (MAX_ID - 1))
      if (!this.#byId.has(id)) return id
    }
  }
}

/** The partitions that a request names; of two entries for one the later one holds. */
function partitionsOf({ topics }: FetchRequest): FetchedPartition[] {
  const found = new Map<string, FetchedPartition>()
  for (const { topic, topicId, partitions } of topics) {
    for (const wanted of partitions) found.set(`${topic}/${topicId}/${wanted.partition}`, { topic, topicId, wanted })
  }
  return [...found.values()]
}
