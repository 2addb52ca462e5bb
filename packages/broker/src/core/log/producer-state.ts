// What a partition remembers of each idempotent producer (KIP-98): enough to tell a retry from a gap, and where its transaction began.
import {
  decodeControlRecordKey,
  decodeEndTxnMarker,
  incrementSequence,
  type ProducerSnapshotEntry,
  type RecordBatch,
} from '@odradek/records'
import { type CompletedTransaction, OngoingTransactions } from './ongoing-transactions.ts'

/** A batch that was appended. */
export interface AppendedBatch {
  readonly firstSequence: number
  readonly lastSequence: number
  readonly firstOffset: number
  readonly lastOffset: number
  /** The greatest of the records: what Kafka gives as log append time when the batch comes again. */
  readonly maxTimestamp: number
}

/** What is known of one producer. */
export interface ProducerEntry {
  epoch: number
  /** The epoch of the coordinator that wrote the last marker; -1 for none. */
  coordinatorEpoch: number
  /** The greatest timestamp of its last batch or marker. */
  lastTimestamp: number
  /** Where its open transaction began; undefined where none is open. */
  currentTxnFirstOffset: number | undefined
  /** The last five of its epoch. None where a marker alone has come. */
  batches: AppendedBatch[]
}

/** What Kafka would do with a batch of an idempotent producer. */
export type SequenceCheck =
  | { readonly kind: 'append' }
  | { readonly kind: 'duplicate'; readonly batch: AppendedBatch }
  | { readonly kind: 'old-epoch' }
  | { readonly kind: 'out-of-order' }
  /** A batch outside of transactions while the producer has one open. */
  | { readonly kind: 'not-transactional' }

/** What Kafka would do with a transaction's marker; `repeated`: it is there already. */
export type MarkerCheck = 'append' | 'repeated' | 'old-epoch' | 'old-coordinator'

/** The producer and coordinator that a marker names. */
export interface MarkerEpochs {
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly coordinatorEpoch: number
}

/** What is known of a producer whose transaction is being verified before its first batch (KIP-890). */
interface Verification {
  epoch: number
  lowestSequence: number
  /** Transactions of the second generation begin with sequence 0 where nothing is known of the producer. */
  readonly bumpsEpoch: boolean
  readonly sinceMs: number
}

/** As many batches as a producer may have in flight, so that any of them can be told for a retry. */
const REMEMBERED_BATCHES = 5

/** The producers of one partition. */
export class ProducerStates {
  /** The transactions that they have open. */
  readonly transactions = new OngoingTransactions()
  readonly #entries = new Map<bigint, ProducerEntry>()
  readonly #verifications = new Map<bigint, Verification>()

  /** The producers that are remembered. */
  get entries(): ReadonlyMap<bigint, Readonly<ProducerEntry>> {
    return this.#entries
  }

  /**
   * A batch has come before whose transaction the coordinator must know: whether it does or not, no later batch may be the first to be appended.
   * `atMs`: wall clock.
   */
  startVerification({ producerId, producerEpoch, baseSequence }: RecordBatch, bumpsEpoch: boolean, atMs: number): void {
    const known = this.#verifications.get(producerId)
    if (known === undefined) {
      const fresh = { epoch: producerEpoch, lowestSequence: baseSequence, bumpsEpoch, sinceMs: atMs }
      this.#verifications.set(producerId, fresh)
    } else if (producerEpoch > known.epoch || (producerEpoch === known.epoch && baseSequence < known.lowestSequence)) {
      known.epoch = producerEpoch
      known.lowestSequence = baseSequence
    }
  }

  /** Whether a batch would leave out one that came before it and could not be verified. */
  #leavesOut({ producerId, baseSequence }: RecordBatch, entry: ProducerEntry | undefined): boolean {
    const verification = this.#verifications.get(producerId)
    if (verification === undefined) return false
    const isUnknown = entry === undefined || entry.batches.length === 0
    return (verification.bumpsEpoch && baseSequence !== 0 && isUnknown) || baseSequence > verification.lowestSequence
  }

  /** Judges a batch with a producer id that is to be appended next. */
  check(batch: RecordBatch): SequenceCheck {
    const entry = this.#entries.get(batch.producerId)
    if (entry === undefined) return { kind: this.#leavesOut(batch, entry) ? 'out-of-order' : 'append' }
    const { producerEpoch, baseSequence, lastSequence } = batch
    if (producerEpoch === entry.epoch) {
      const original = entry.batches.find(
        (other) => other.firstSequence === baseSequence && other.lastSequence === lastSequence,
      )
      if (original !== undefined) return { kind: 'duplicate', batch: original }
    }
    if (producerEpoch < entry.epoch) return { kind: 'old-epoch' }
    if (this.#leavesOut(batch, entry)) return { kind: 'out-of-order' }
    const last = entry.batches.at(-1)
    const expected = producerEpoch > entry.epoch || last === undefined ? 0 : incrementSequence(last.lastSequence, 1)
    if (baseSequence !== expected) return { kind: 'out-of-order' }
    const isForeign = entry.currentTxnFirstOffset !== undefined && !batch.isTransactional
    return { kind: isForeign ? 'not-transactional' : 'append' }
  }

  /** Judges a marker. From the second generation of transactions on its epoch is greater than that of the records (`bumped`, KIP-890). */
  checkMarker({ producerId, producerEpoch, coordinatorEpoch }: MarkerEpochs, bumped: boolean): MarkerCheck {
    const entry = this.#entries.get(producerId)
    if (entry === undefined) return 'append'
    if (bumped && producerEpoch === entry.epoch && entry.currentTxnFirstOffset === undefined) return 'repeated'
    if (bumped ? producerEpoch <= entry.epoch : producerEpoch < entry.epoch) return 'old-epoch'
    return entry.coordinatorEpoch > coordinatorEpoch ? 'old-coordinator' : 'append'
  }

  /** Whether the producer has a transaction open here that it began with this epoch. */
  hasOpenTransaction(producerId: bigint, epoch: number): boolean {
    const entry = this.#entries.get(producerId)
    return entry?.currentTxnFirstOffset !== undefined && entry.epoch === epoch
  }

  /**
   * Takes note of a batch with a producer id that was appended; of one that holds a transaction's marker, gives the transaction that it
   * has ended, which `transactions.complete` then must hear of.
   */
  onAppended(batch: RecordBatch, firstOffset: number): CompletedTransaction | undefined {
    if (batch.isTransactional) this.#verifications.delete(batch.producerId)
    if (batch.isControl) return this.#onMarker(batch, firstOffset)
    const { producerId, producerEpoch, maxTimestamp } = batch
    const entry = this.#entryOf(producerId, producerEpoch)
    entry.lastTimestamp = maxTimestamp
    entry.batches.push({
      firstSequence: batch.baseSequence,
      lastSequence: batch.lastSequence,
      firstOffset,
      lastOffset: firstOffset + batch.lastOffsetDelta,
      maxTimestamp,
    })
    if (entry.batches.length > REMEMBERED_BATCHES) entry.batches.shift()
    if (batch.isTransactional && entry.currentTxnFirstOffset === undefined) {
      entry.currentTxnFirstOffset = firstOffset
      this.transactions.begin(producerId, firstOffset)
    }
    return undefined
  }

  #onMarker(batch: RecordBatch, offset: number): CompletedTransaction | undefined {
    // A marker whose record was compacted away says nothing more.
    const record = batch.records().read()
    if (record === undefined || record.key === null || record.value === null) return undefined
    const { type } = decodeControlRecordKey(record.key)
    if (type !== 'abort' && type !== 'commit') return undefined
    const entry = this.#entryOf(batch.producerId, batch.producerEpoch)
    const first = entry.currentTxnFirstOffset
    entry.currentTxnFirstOffset = undefined
    entry.coordinatorEpoch = decodeEndTxnMarker(record.value).coordinatorEpoch
    entry.lastTimestamp = record.timestamp
    if (first === undefined) return undefined
    return { producerId: batch.producerId, firstOffset: first, lastOffset: offset, isAborted: type === 'abort' }
  }

  #entryOf(producerId: bigint, epoch: number): ProducerEntry {
    const entry = this.#entries.get(producerId)
    if (entry === undefined) {
      const fresh = { epoch, coordinatorEpoch: -1, lastTimestamp: -1, currentTxnFirstOffset: undefined, batches: [] }
      this.#entries.set(producerId, fresh)
      return fresh
    }
    if (entry.epoch !== epoch) {
      entry.epoch = epoch
      entry.batches = []
    }
    return entry
  }

  /** Forgets producers that have been silent for `expirationMs` with no transaction open (`producer.id.expiration.ms`). */
  removeExpired(nowMs: number, expirationMs: number): void {
    for (const [producerId, entry] of this.#entries) {
      const isIdle = entry.currentTxnFirstOffset === undefined && nowMs - entry.lastTimestamp >= expirationMs
      if (isIdle) this.#entries.delete(producerId)
    }
    for (const [producerId, { sinceMs }] of this.#verifications) {
      if (nowMs - sinceMs >= expirationMs) this.#verifications.delete(producerId)
    }
  }

  /** Forgets all. */
  clear(): void {
    this.#entries.clear()
    this.#verifications.clear()
    this.transactions.clear()
  }

  /** What a `.snapshot` file should hold. */
  toSnapshot(): ProducerSnapshotEntry[] {
    return Array.from(this.#entries, ([producerId, entry]) => {
      const last = entry.batches.at(-1)
      return {
        producerId,
        producerEpoch: entry.epoch,
        lastSequence: last?.lastSequence ?? -1,
        lastOffset: BigInt(last?.lastOffset ?? -1),
        offsetDelta: last === undefined ? 0 : last.lastOffset - last.firstOffset,
        timestamp: entry.lastTimestamp,
        coordinatorEpoch: entry.coordinatorEpoch,
        currentTxnFirstOffset: BigInt(entry.currentTxnFirstOffset ?? -1),
      }
    })
  }

  /** Takes what a `.snapshot` file holds, in place of what is known. */
  restore(snapshot: readonly ProducerSnapshotEntry[]): void {
    this.clear()
    for (const stored of snapshot) {
      const first = stored.currentTxnFirstOffset < 0n ? undefined : Number(stored.currentTxnFirstOffset)
      this.#entries.set(stored.producerId, {
        epoch: stored.producerEpoch,
        coordinatorEpoch: stored.coordinatorEpoch,
        lastTimestamp: stored.timestamp,
        currentTxnFirstOffset: first,
        batches: stored.lastOffset < 0n ? [] : [batchOf(stored)],
      })
      if (first !== undefined) this.transactions.begin(stored.producerId, first)
    }
  }
}

function batchOf({ lastSequence, lastOffset, offsetDelta, timestamp }: ProducerSnapshotEntry): AppendedBatch {
  // Sequences wrap: after 2^31 - 1 comes 0.
  const firstSequence = lastSequence < offsetDelta ? lastSequence - offsetDelta + 2 ** 31 : lastSequence - offsetDelta
  const last = Number(lastOffset)
  return { firstSequence, lastSequence, firstOffset: last - offsetDelta, lastOffset: last, maxTimestamp: timestamp }
}
