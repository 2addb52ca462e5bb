// What was decided about records and the brokers have not taken yet: collected by session, told by the fetcher's requests, and sorted out
// when the answers come. Whoever commits waits here.
import { ErrorCode, type KafkaError } from '@odradek/protocol'
import type { ConsumerEvents } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import { type AcknowledgementBatch, acknowledgementBatches, type RangeFate } from './acknowledgement-batches.ts'
import type { OffsetRange, ShareFetchListener } from './completed-share-fetch.ts'
import { acknowledgeTypes, type HeldRecord, type RenewalDone, type ShareSource } from './held-record.ts'
import type { ShareConsumerEvent, ShareSignal } from './share-events.ts'
import type { SharePartitionName, ShareSession } from './share-session.ts'

/** What one request tells of one partition. */
export interface ToldPartition extends SharePartitionName {
  readonly records: readonly HeldRecord[]
  readonly passed: readonly RangeFate[]
  readonly batches: readonly AcknowledgementBatch[]
}

/** What a broker said about it: an error code, and what more it said. */
export interface ToldAnswer {
  readonly errorCode: number
  readonly errorMessage: string | null
}

interface PassedRange {
  readonly source: ShareSource
  readonly fate: RangeFate
}

interface CommitWaiter {
  readonly left: Set<HeldRecord>
  error: KafkaError | undefined
  readonly onDone: (error: KafkaError | undefined) => void
}

/** What waits in one session. */
class Waiting {
  readonly records = new Set<HeldRecord>()
  passed: PassedRange[] = []
}

/** See the head of the file. */
export class ShareAcknowledgements implements ShareFetchListener {
  readonly #events: ConsumerEvents<ShareConsumerEvent | ShareSignal>
  readonly #waiting = new Map<ShareSession, Waiting>()
  readonly #renewals = new Map<HeldRecord, RenewalDone[]>()
  readonly #commits = new Set<CommitWaiter>()
  /** Records that were acknowledged, as the brokers have taken it. */
  readonly counts = { accept: 0, release: 0, reject: 0 }

  constructor(events: ConsumerEvents<ShareConsumerEvent | ShareSignal>) {
    this.#events = events
  }

  /** Whether somebody waits for the brokers' word. */
  get isCommitting(): boolean {
    return this.#commits.size > 0
  }

  onDecided(record: HeldRecord): void {
    if (record.state === 'decided') this.#in(record.source.session).records.add(record)
    else this.#tellFailure(record.source, [record], lockLost())
  }

  onGap(source: ShareSource, range: OffsetRange): void {
    this.#in(source.session).passed.push({ source, fate: { ...range, type: acknowledgeTypes.gap } })
  }

  onUnreadable(source: ShareSource, range: OffsetRange): void {
    this.#in(source.session).passed.push({ source, fate: { ...range, type: acknowledgeTypes.reject } })
  }

  onRenewal(record: HeldRecord, onDone: RenewalDone): void {
    if (record.state !== 'in-hand') {
      onDone(lockLost('the record is not in hand any more: its lock is lost, or it was acknowledged'))
      return
    }
    const others = this.#renewals.get(record)
    if (others === undefined) this.#renewals.set(record, [onDone])
    else others.push(onDone)
  }

  /** Whether the session has something to tell; `isMeant` says of which partitions. */
  has(session: ShareSession, isMeant: (source: SharePartitionName) => boolean = () => true): boolean {
    const waiting = this.#waiting.get(session)
    if (waiting === undefined) return false
    for (const { source } of waiting.records) if (isMeant(source)) return true
    return waiting.passed.some(({ source }) => isMeant(source))
  }

  /** Takes out what is to be told now. */
  take(session: ShareSession): ToldPartition[] {
    const waiting = this.#waiting.get(session)
    if (waiting === undefined) return []
    this.#waiting.delete(session)
    const sources = new Map<string, { source: ShareSource; records: HeldRecord[]; passed: RangeFate[] }>()
    const of = (source: ShareSource) => {
      const key = `${source.topicId}/${source.partition}`
      let one = sources.get(key)
      if (one === undefined) sources.set(key, (one = { source, records: [], passed: [] }))
      return one
    }
    for (const record of waiting.records) {
      record.moveTo('telling')
      of(record.source).records.push(record)
    }
    for (const { source, fate } of waiting.passed) of(source).passed.push(fate)
    return [...sources.values()].map(({ source: { key, topic, topicId, partition }, records, passed }) => {
      return { key, topic, topicId, partition, records, passed, batches: acknowledgementBatches(records, passed) }
    })
  }

  /** The broker has answered; says whether something is to be told again after a while. */
  onAnswer(told: ToldPartition, { errorCode, errorMessage }: ToldAnswer, session: ShareSession): boolean {
    const reaction = reactionTo('share-acknowledge', errorCode)
    if (reaction === 'none') {
      for (const record of told.records) this.#settle(record)
      return false
    }
    const { topic, partition } = told
    const detail = errorMessage === null ? {} : { detail: errorMessage }
    const error = stepError('share-acknowledge', errorCode, { topic, partition, ...detail })
    if (reaction === 'retry') {
      this.tellAgain([told], session)
      this.#events.push({ type: 'retry', api: 'ShareAcknowledge', error, topic, partition })
      return true
    }
    this.fail([told], error)
    return false
  }

  /** What could not be told is told with the next request. */
  tellAgain(told: readonly ToldPartition[], session: ShareSession): void {
    for (const one of told) {
      const waiting = this.#in(session)
      const source = { ...one, session }
      for (const fate of one.passed) waiting.passed.push({ source, fate })
      for (const record of one.records) {
        if (record.state !== 'telling') continue
        record.moveTo('decided')
        waiting.records.add(record)
      }
    }
  }

  /** What was told does not count. */
  fail(told: readonly ToldPartition[], error: KafkaError): void {
    for (const one of told) {
      const records = one.records.filter(({ state }) => state === 'telling')
      for (const record of records) record.moveTo('lapsed')
      this.#tellFailure(one, records, error)
    }
  }

  /** The locks of these records are gone. What was decided about them does not count. */
  lapse(records: readonly HeldRecord[], error: KafkaError): void {
    const decided = new Map<string, { source: ShareSource; records: HeldRecord[] }>()
    for (const record of records) {
      const { source, state } = record
      this.#waiting.get(source.session)?.records.delete(record)
      record.moveTo('lapsed')
      this.#endRenewals(record, error)
      if (state === 'in-hand') continue
      const others = decided.get(source.key)
      if (others === undefined) decided.set(source.key, { source, records: [record] })
      else others.records.push(record)
    }
    for (const one of decided.values()) this.#tellFailure(one.source, one.records, error)
  }

  /** Nothing of this session can be told any more. */
  end(session: ShareSession, error: KafkaError): void {
    this.lapse([...session.held], error)
    this.#waiting.delete(session)
  }

  /** The records whose users want a longer lock. */
  renewalsOf(session: ShareSession): HeldRecord[] {
    return [...this.#renewals.keys()].filter(({ source }) => source.session === session)
  }

  /** The broker has answered a renewal. */
  onRenewed(records: Iterable<HeldRecord>, error: KafkaError | undefined): void {
    for (const record of records) this.#endRenewals(record, error)
  }

  /** Calls back when the brokers have taken all that is decided now; with the first error, where there was one. */
  commit(decided: Iterable<HeldRecord>, onDone: (error: KafkaError | undefined) => void): () => void {
    const waiter: CommitWaiter = { left: new Set(decided), error: this.#lateFailure, onDone }
    this.#lateFailure = undefined
    if (waiter.left.size === 0) onDone(waiter.error)
    else this.#commits.add(waiter)
    return () => void this.#commits.delete(waiter)
  }

  /** What was said of a record that had lapsed before: whoever commits next hears of it. */
  #lateFailure: KafkaError | undefined

  #in(session: ShareSession): Waiting {
    let waiting = this.#waiting.get(session)
    if (waiting === undefined) this.#waiting.set(session, (waiting = new Waiting()))
    return waiting
  }

  #settle(record: HeldRecord): void {
    // Its lock may have ended, or its session, while the answer was on its way.
    if (record.state !== 'telling') return
    record.moveTo('settled')
    this.counts[record.acknowledgement]++
    this.#endRenewals(record, lockLost('the record was acknowledged'))
    this.#onOver(record, undefined)
  }

  #tellFailure({ topic, partition }: SharePartitionName, records: readonly HeldRecord[], error: KafkaError): void {
    if (records.length === 0) return
    const offsets = records.map(({ offset }) => offset)
    this.#events.push({ type: 'acknowledge-failed', topic, partition, offsets, error })
    let isAwaited = false
    for (const record of records) isAwaited = this.#onOver(record, error) || isAwaited
    if (!isAwaited) this.#lateFailure ??= error
  }

  /** Says whether somebody waited for the record. */
  #onOver(record: HeldRecord, error: KafkaError | undefined): boolean {
    let isAwaited = false
    for (const waiter of [...this.#commits]) {
      if (!waiter.left.delete(record)) continue
      isAwaited = true
      waiter.error ??= error
      if (waiter.left.size > 0) continue
      this.#commits.delete(waiter)
      waiter.onDone(waiter.error)
    }
    return isAwaited
  }

  #endRenewals(record: HeldRecord, error: KafkaError | undefined): void {
    const renewals = this.#renewals.get(record) ?? []
    this.#renewals.delete(record)
    for (const onDone of renewals) onDone(error)
  }
}

/** The error for a record that is not this member's any more. */
export function lockLost(detail = 'the lock on the record ended before it was acknowledged'): KafkaError {
  return stepError('share-acknowledge', ErrorCode.INVALID_RECORD_STATE, { detail })
}
