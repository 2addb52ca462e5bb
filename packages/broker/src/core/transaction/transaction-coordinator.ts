// The transactional ids of a broker and what becomes due with them. What requests ask is in the files beside it.
import { InvariantError } from '@odradek/protocol'
import type { BrokerConfig } from '../broker-config.ts'
import type { TransactionMetadata, TransactionPartition } from './transaction-metadata.ts'

interface PendingState {
  readonly metadata: TransactionMetadata
  /** The partition of `__transaction_state`. */
  readonly key: string
  readonly endOffset: number
}

/** Keeps the transactional ids whose coordinator this broker is (Kafka's TransactionStateManager). */
export class TransactionCoordinator {
  readonly #config: BrokerConfig
  readonly #byId = new Map<string, TransactionMetadata>()
  /** Ids whose markers are still to be written, in the order of their ends. */
  readonly #unmarked = new Set<string>()
  readonly #ongoing = new Set<string>()
  /** Of those whose markers are being written, the partitions that have theirs. */
  readonly #marked = new Map<string, Set<string>>()
  /** New states that are not on all replicas in sync yet: until then the old ones hold. */
  readonly #pending = new Map<string, PendingState>()
  #lastAbortCheckMs = 0
  #lastExpirationMs = 0
  /** When to try again to write markers that could not be written; 0: at once. */
  #markersAtMs = 0

  constructor(config: BrokerConfig) {
    this.#config = config
  }

  find(transactionalId: string): TransactionMetadata | undefined {
    return this.#byId.get(transactionalId)
  }

  all(): Iterable<TransactionMetadata> {
    return this.#byId.values()
  }

  /** Takes over what has been stored. */
  store(metadata: TransactionMetadata): void {
    const { transactionalId, state } = metadata
    this.#marked.delete(transactionalId)
    this.#pending.delete(transactionalId)
    if (state === 'Dead' || state === 'PrepareEpochFence') throw new InvariantError(`state ${state} is never stored`)
    this.#byId.set(transactionalId, metadata)
    setMembership(this.#ongoing, transactionalId, state === 'Ongoing')
    const ends = state === 'PrepareCommit' || state === 'PrepareAbort'
    if (ends && !this.#unmarked.has(transactionalId)) this.#markersAtMs = 0
    setMembership(this.#unmarked, transactionalId, ends)
  }

  /** A new state was appended and is not on all replicas in sync yet. */
  prepare(metadata: TransactionMetadata, key: string, endOffset: number): void {
    const { transactionalId } = metadata
    this.#pending.set(transactionalId, { metadata, key, endOffset })
    this.#unmarked.delete(transactionalId)
  }

  get hasPending(): boolean {
    return this.#pending.size > 0
  }

  /** Whether an id is about to have another state: whoever wants to change it is to try again. */
  isPending(transactionalId: string): boolean {
    return this.#pending.has(transactionalId)
  }

  /** All replicas in sync have a partition of the log up to `highWatermark`. */
  onReplicated(key: string, highWatermark: number): void {
    for (const { metadata, key: place, endOffset } of [...this.#pending.values()]) {
      if (place === key && endOffset <= highWatermark) this.store(metadata)
    }
  }

  /** A new state has not got to the replicas in its time: the old one holds on. */
  cancelPending(transactionalId: string): void {
    this.#pending.delete(transactionalId)
  }

  /** Forgets an id: it has expired, or another broker coordinates it now. */
  remove(transactionalId: string): void {
    this.#byId.delete(transactionalId)
    this.#pending.delete(transactionalId)
    this.#marked.delete(transactionalId)
    this.#ongoing.delete(transactionalId)
    this.#unmarked.delete(transactionalId)
  }

  /** Forgets the ids that another broker coordinates now, also those that were to come to be. */
  removeWhere(isGone: (transactionalId: string) => boolean): void {
    for (const id of new Set([...this.#byId.keys(), ...this.#pending.keys()])) if (isGone(id)) this.remove(id)
  }

  /** When the next of what follows is due. */
  get nextDeadlineMs(): number {
    return Math.min(this.#markersDueAtMs, this.#abortCheckAtMs, this.#expirationAtMs)
  }

  get #markersDueAtMs(): number {
    return this.#unmarked.size === 0 ? Infinity : this.#markersAtMs
  }

  get #abortCheckAtMs(): number {
    if (this.#ongoing.size === 0) return Infinity
    return this.#lastAbortCheckMs + this.#config.transactionAbortTimedOutTransactionCleanupIntervalMs
  }

  get #expirationAtMs(): number {
    if (this.#byId.size === 0) return Infinity
    return this.#lastExpirationMs + this.#config.transactionRemoveExpiredTransactionCleanupIntervalMs
  }

  /** An id whose markers are to be written now. */
  nextUnmarked(nowMs: number): TransactionMetadata | undefined {
    if (this.#markersDueAtMs > nowMs) return undefined
    const [id] = this.#unmarked
    return this.#byId.get(id!)
  }

  /** The partitions of a transaction that have no marker yet. */
  unmarkedPartitions({ transactionalId, partitions }: TransactionMetadata): TransactionPartition[] {
    const marked = this.#marked.get(transactionalId)
    return partitions.filter(({ topic, partition }) => marked?.has(`${topic}-${partition}`) !== true)
  }

  /** A partition has its marker. */
  onMarked(transactionalId: string, { topic, partition }: TransactionPartition): void {
    const marked = this.#marked.get(transactionalId) ?? new Set()
    this.#marked.set(transactionalId, marked.add(`${topic}-${partition}`))
  }

  /** Some markers could not be written yet: the others go first, and all wait a while. */
  retryMarkersAt(transactionalId: string, atMs: number): void {
    this.#unmarked.delete(transactionalId)
    this.#unmarked.add(transactionalId)
    this.#markersAtMs = atMs
  }

  /** A transaction that has gone on for longer than its producer allowed, where it is time to look for one; of those that can be changed. */
  nextTimedOut(
    nowMs: number,
    wallClockMs: number,
    canStore: (transactionalId: string) => boolean,
  ): TransactionMetadata | undefined {
    if (this.#abortCheckAtMs > nowMs) return undefined
    for (const id of this.#ongoing) {
      const metadata = this.#byId.get(id)!
      const isLate = metadata.startedAtMs + metadata.timeoutMs < wallClockMs
      if (isLate && !this.#pending.has(id) && canStore(id)) return metadata
    }
    this.#lastAbortCheckMs = lastTick(nowMs, this.#config.transactionAbortTimedOutTransactionCleanupIntervalMs)
    return undefined
  }

  /** The ids that nobody has used for too long, where it is time to look. */
  takeExpired(nowMs: number, wallClockMs: number): string[] {
    if (this.#expirationAtMs > nowMs) return []
    this.#lastExpirationMs = lastTick(nowMs, this.#config.transactionRemoveExpiredTransactionCleanupIntervalMs)
    const usedBefore = wallClockMs - this.#config.transactionalIdExpirationMs
    return [...this.#byId.values()]
      .filter(({ state, updatedAtMs }) => canExpire(state) && updatedAtMs <= usedBefore)
      .filter(({ transactionalId }) => !this.#pending.has(transactionalId))
      .map(({ transactionalId }) => transactionalId)
  }
}

function canExpire(state: TransactionMetadata['state']): boolean {
  return state === 'Empty' || state === 'CompleteCommit' || state === 'CompleteAbort'
}

function lastTick(nowMs: number, intervalMs: number): number {
  return Math.floor(nowMs / intervalMs) * intervalMs
}

function setMembership(set: Set<string>, id: string, isMember: boolean): void {
  if (isMember) set.add(id)
  else set.delete(id)
}
