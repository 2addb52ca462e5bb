import type { CompressionCodecs } from '@odradek/compression'
import { ConsumerBatch } from './batch.ts'
import type { GivenBatch } from './commits.ts'
import type { ConsumerRecord } from './consumer-record.ts'
import type { Delivery } from './delivery.ts'

type CommitBatch = (given: GivenBatch, metadata?: string) => Promise<void>

const done = { done: true, value: undefined } as const

/** `for await (const record of consumer)`: ends when the consumer closes, throws what only the user can remedy. */
export class RecordIterator implements AsyncIterableIterator<ConsumerRecord, undefined> {
  readonly #delivery: Delivery
  #isOver = false

  constructor(delivery: Delivery) {
    this.#delivery = delivery
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<ConsumerRecord, undefined>> {
    return this.#isOver ? Promise.resolve(done) : this.#delivery.nextRecord(this)
  }

  return(): Promise<IteratorResult<ConsumerRecord, undefined>> {
    this.#isOver = true
    this.#delivery.leave(this)
    return Promise.resolve(done)
  }
}

/** `for await (const batch of consumer.batches())`: the same, batch by batch. */
export class BatchIterator implements AsyncIterableIterator<ConsumerBatch, undefined> {
  readonly #delivery: Delivery
  readonly #codecs: CompressionCodecs
  readonly #commit: CommitBatch
  #isOver = false

  constructor(delivery: Delivery, codecs: CompressionCodecs, commit: CommitBatch) {
    this.#delivery = delivery
    this.#codecs = codecs
    this.#commit = commit
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<ConsumerBatch, undefined>> {
    if (this.#isOver) return done
    const result = await this.#delivery.nextBatch(this)
    if (result.done) return done
    const { partition, fetched } = result.value
    const given = { partition, batch: fetched.batch, seeks: partition.seeks }
    const batch = new ConsumerBatch(partition, fetched, this.#codecs, (metadata) => this.#commit(given, metadata))
    return { done: false, value: batch }
  }

  return(): Promise<IteratorResult<ConsumerBatch, undefined>> {
    this.#isOver = true
    this.#delivery.leave(this)
    return Promise.resolve(done)
  }
}
