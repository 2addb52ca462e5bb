// KIP-91: one time limit over everything that happens to a record once it is in a batch: lingering, waiting, requests, retries.
import { TimeoutError } from '@odradek/protocol'

import type { PartitionQueue } from './partition-queue.ts'
import type { ProducerBatch } from './producer-batch.ts'
import type { RecordAccumulator } from './record-accumulator.ts'

/** Ends batches that have not been acknowledged within `deliveryTimeoutMs` of their first record. */
export class DeliveryTimeout {
  readonly #timeoutMs: number
  readonly #accumulator: RecordAccumulator

  constructor(timeoutMs: number, accumulator: RecordAccumulator) {
    this.#timeoutMs = timeoutMs
    this.#accumulator = accumulator
  }

  /** When a batch's time is over. */
  deadlineMs(batch: ProducerBatch): number {
    return batch.createdMs + this.#timeoutMs
  }

  /** Fails the batches of a queue whose time is over; returns when the next one's will be, Infinity where there is none. */
  expire(queue: PartitionQueue, nowMs: number): number {
    let nextMs = Infinity
    // A retry that waits may be older than a batch in a request, and the other way round.
    for (const batch of queue.inFlight) {
      if (batch.state !== 'in-flight') continue
      const deadlineMs = this.deadlineMs(batch)
      if (nowMs < deadlineMs) nextMs = Math.min(nextMs, deadlineMs)
      else this.#accumulator.abandon(queue, batch, this.#error(queue, batch, nowMs))
    }
    for (let head = queue.head; head !== undefined; head = queue.head) {
      const deadlineMs = this.deadlineMs(head)
      if (nowMs < deadlineMs) return Math.min(nextMs, deadlineMs)
      this.#accumulator.failHead(queue, (batch) => this.#error(queue, batch, nowMs))
    }
    return nextMs
  }

  #error(queue: PartitionQueue, batch: ProducerBatch, nowMs: number): TimeoutError {
    const { recordCount, createdMs, state, failures, lastError } = batch
    const outcome = state === 'in-flight' || failures > 0 ? 'it may or may not have been written' : 'it was not sent'
    const why = lastError === undefined ? '' : `; the last failure was: ${lastError.message}`
    return new TimeoutError(
      `no acknowledgement for the batch of ${recordCount} records for ${queue.topic.name}-${queue.partition} within ` +
        `deliveryTimeoutMs (${this.#timeoutMs}): ${Math.round(nowMs - createdMs)} ms have passed; ${outcome}${why}`,
      lastError === undefined ? {} : { cause: lastError },
    )
  }
}
