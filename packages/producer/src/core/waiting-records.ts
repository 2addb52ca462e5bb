import type { KafkaError } from '@odradek/protocol'

import type { FlushTracker } from './flush-tracker.ts'
import type { OutgoingRecord } from './outgoing-record.ts'
import type { RecordReceiver } from './record-receiver.ts'
import type { TopicQueues } from './topic-queues.ts'

/** A record that cannot be appended yet. */
export interface WaitingRecord {
  readonly topic: TopicQueues
  readonly record: OutgoingRecord
  /** The flush that it belongs to. */
  readonly flushEpoch: number
  /** Version of the metadata that it was found wanting in: a later one decides. */
  readonly metadataVersion: number
}

/**
 * Records in the order they came, that wait for their topic's metadata or for memory, each until its `maxBlockMs` is over. Each is counted by the
 * flush tracker while it is here.
 */
export class WaitingRecords {
  private readonly flushes: FlushTracker
  private waiting: WaitingRecord[] = []
  /** Those before it have been taken out. */
  private start = 0
  /** No deadline is earlier than this. */
  private earliestMs = Infinity

  constructor(flushes: FlushTracker) {
    this.flushes = flushes
  }

  get length(): number {
    return this.waiting.length - this.start
  }

  /** A time before which no record's deadline comes; Infinity where none waits. */
  get nextDeadlineMs(): number {
    return this.earliestMs
  }

  /** Adds a record at the end, under the current flush epoch or the one it had where it waited before. */
  add(topic: TopicQueues, record: OutgoingRecord, metadataVersion: number, flushEpoch?: number): void {
    if (flushEpoch !== undefined) this.flushes.addTo(flushEpoch)
    const epoch = flushEpoch ?? this.flushes.add()
    this.waiting.push({ topic, record, flushEpoch: epoch, metadataVersion })
    if (record.deadlineMs < this.earliestMs) this.earliestMs = record.deadlineMs
  }

  /** Whether a record of this topic waits. */
  hasRecordOf(topic: TopicQueues): boolean {
    for (let i = this.start; i < this.waiting.length; i++) if (this.waiting[i]!.topic === topic) return true
    return false
  }

  /** The record that has waited longest. */
  get first(): WaitingRecord | undefined {
    return this.waiting[this.start]
  }

  /** Takes the first record out. Its count stays until `settled`. */
  takeFirst(): WaitingRecord {
    const first = this.waiting[this.start]!
    this.start++
    if (this.start === this.waiting.length) this.replace([])
    else if (this.start > 1024 && this.start * 2 > this.waiting.length) this.replace(this.waiting.slice(this.start))
    return first
  }

  /** Takes all records out. Their counts stay until `settled`. */
  takeAll(): WaitingRecord[] {
    const all = this.start === 0 ? this.waiting : this.waiting.slice(this.start)
    this.replace([])
    return all
  }

  /** A record taken out has been appended, has failed, or waits elsewhere. */
  settled(record: WaitingRecord): void {
    this.flushes.remove(record.flushEpoch)
  }

  /** Fails all whose time is over; `errorOf` says why. */
  expire(nowMs: number, errorOf: (record: WaitingRecord) => KafkaError): void {
    if (nowMs < this.earliestMs) return
    const expired: WaitingRecord[] = []
    const left: WaitingRecord[] = []
    for (const entry of this.takeAll()) (nowMs >= entry.record.deadlineMs ? expired : left).push(entry)
    this.replace(left)
    for (const entry of expired) this.fail(entry, errorOf(entry))
  }

  /** Takes out the records of these receivers, which have been told already. */
  drop(receivers: ReadonlySet<RecordReceiver>): void {
    const left: WaitingRecord[] = []
    const dropped: WaitingRecord[] = []
    for (const entry of this.takeAll()) (receivers.has(entry.record.receiver) ? dropped : left).push(entry)
    this.replace(left)
    for (const entry of dropped) this.settled(entry)
  }

  /** Fails a record that was taken out. */
  fail(entry: WaitingRecord, error: KafkaError): void {
    entry.record.receiver.onFailed(entry.record.tag, error)
    this.settled(entry)
  }

  private replace(waiting: WaitingRecord[]): void {
    this.waiting = waiting
    this.start = 0
    this.earliestMs = Infinity
    for (const { record } of waiting) if (record.deadlineMs < this.earliestMs) this.earliestMs = record.deadlineMs
  }
}
