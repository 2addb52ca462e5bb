// Streams that records are written into: the WHATWG one and Node's. Both push back while more records are unsettled than they allow.
import { Writable } from 'node:stream'

import { type KafkaError, UsageError } from '@odradek/protocol'

import type { RecordReceiver } from './core/record-receiver.ts'

/** What a stream of records may be told. */
export interface RecordStreamOptions {
  /** How many records may be unsettled before writers have to wait, at least 1. @default 10000 */
  readonly maxUnsettled?: number
}

/** Hands a record in; `receiver` is told what became of it. Throws where the record is wrong. */
export type SubmitRecord<R> = (record: R, receiver: RecordReceiver) => void

const DEFAULT_MAX_UNSETTLED = 10_000

/** Counts what is unsettled, without a promise per record; the first failure ends the stream. */
class UnsettledRecords<R> implements RecordReceiver {
  readonly #submit: SubmitRecord<R>
  readonly #max: number
  #count = 0
  #failure: KafkaError | undefined
  /** Who waits for room, or for everything to settle. */
  #onRoom: (() => void) | undefined
  #onEmpty: (() => void) | undefined

  constructor(submit: SubmitRecord<R>, { maxUnsettled = DEFAULT_MAX_UNSETTLED }: RecordStreamOptions) {
    // With no room for one record no write would ever end.
    if (typeof maxUnsettled !== 'number' || !(maxUnsettled >= 1)) {
      throw new UsageError(`the option maxUnsettled of a stream must be a number from 1, not ${String(maxUnsettled)}`)
    }
    this.#submit = submit
    this.#max = maxUnsettled
  }

  get failure(): KafkaError | undefined {
    return this.#failure
  }

  /** Takes a record. Throws what went wrong with one before, or with this one. */
  add(record: R): void {
    if (this.#failure !== undefined) throw this.#failure
    this.#submit(record, this)
    this.#count++
  }

  /** Calls `then` when there is room for another record: at once, where there is. */
  whenRoom(then: () => void): void {
    if (this.#count < this.#max) then()
    else this.#onRoom = then
  }

  /** Calls `then` when all have settled. */
  whenEmpty(then: () => void): void {
    if (this.#count === 0) then()
    else this.#onEmpty = then
  }

  onDelivered(): void {
    this.#settleOne()
  }

  onFailed(_tag: number, error: KafkaError): void {
    this.#failure ??= error
    this.#settleOne()
  }

  /** What waits runs later: Node's streams call their users' functions from there, and those may throw. Here a batch is being settled. */
  #settleOne(): void {
    this.#count--
    if (this.#onRoom !== undefined && this.#count < this.#max) {
      const then = this.#onRoom
      this.#onRoom = undefined
      queueMicrotask(then)
    }
    if (this.#onEmpty !== undefined && this.#count === 0) {
      const then = this.#onEmpty
      this.#onEmpty = undefined
      queueMicrotask(then)
    }
  }
}

/** A WHATWG stream: a write waits while too many records are unsettled, `close` until all are; a record that fails ends it. */
export function recordWritableStream<R>(submit: SubmitRecord<R>, options: RecordStreamOptions): WritableStream<R> {
  const records = new UnsettledRecords(submit, options)
  const wait = (what: 'whenRoom' | 'whenEmpty') =>
    new Promise<void>((resolve, reject) => {
      records[what](() => (records.failure === undefined ? resolve() : reject(records.failure)))
    })
  return new WritableStream<R>({
    write(record) {
      records.add(record)
      return wait('whenRoom')
    },
    close: () => wait('whenEmpty'),
  })
}

/** Node's stream in object mode: the same. */
export function recordWritable<R>(submit: SubmitRecord<R>, options: RecordStreamOptions): Writable {
  const records = new UnsettledRecords(submit, options)
  const addAll = (all: readonly R[], callback: (error?: Error | null) => void) => {
    try {
      for (const record of all) records.add(record)
    } catch (error) {
      callback(error as Error)
      return
    }
    records.whenRoom(() => callback(records.failure ?? null))
  }
  return new Writable({
    objectMode: true,
    write: (record: R, _encoding, callback) => addAll([record], callback),
    writev: (chunks, callback) =>
      addAll(
        chunks.map(({ chunk }) => chunk as R),
        callback,
      ),
    final: (callback) => records.whenEmpty(() => callback(records.failure ?? null)),
  })
}
