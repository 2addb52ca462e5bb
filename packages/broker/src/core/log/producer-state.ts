// What a partition remembers of each idempotent producer (KIP-98): enough to tell a retry from a gap.
import type { RecordBatch } from '@odradek/records'
import { incrementSequence } from '@odradek/records'

/** A batch that was appended. */
export interface AppendedBatch {
  readonly firstSequence: number
  readonly lastSequence: number
  readonly firstOffset: number
  readonly lastOffset: number
  /** The greatest of the records: what Kafka gives as log append time when the batch comes again. */
  readonly maxTimestamp: number
}

interface ProducerEntry {
  epoch: number
  batches: AppendedBatch[]
}

/** What Kafka would do with a batch of an idempotent producer. */
export type SequenceCheck =
  | { readonly kind: 'append' }
  | { readonly kind: 'duplicate'; readonly batch: AppendedBatch }
  | { readonly kind: 'old-epoch' }
  | { readonly kind: 'out-of-order' }

/** As many batches as a producer may have in flight, so that any of them can be told for a retry. */
const REMEMBERED_BATCHES = 5

/** The producers of one partition. */
export class ProducerStates {
  readonly #entries = new Map<bigint, ProducerEntry>()

  /** Judges a batch with a producer id that is to be appended next. */
  check(batch: RecordBatch): SequenceCheck {
    const entry = this.#entries.get(batch.producerId)
    if (entry === undefined) return { kind: 'append' }
    const { producerEpoch, baseSequence, lastSequence } = batch
    if (producerEpoch === entry.epoch) {
      const original = entry.batches.find(
        (other) => other.firstSequence === baseSequence && other.lastSequence === lastSequence,
      )
      if (original !== undefined) return { kind: 'duplicate', batch: original }
    }
    if (producerEpoch < entry.epoch) return { kind: 'old-epoch' }
    const expected = producerEpoch > entry.epoch ? 0 : incrementSequence(entry.batches.at(-1)!.lastSequence, 1)
    return { kind: baseSequence === expected ? 'append' : 'out-of-order' }
  }

  /** Takes note of a batch with a producer id that was appended. */
  onAppended(batch: RecordBatch, firstOffset: number): void {
    const appended = {
      firstSequence: batch.baseSequence,
      lastSequence: batch.lastSequence,
      firstOffset,
      lastOffset: firstOffset + batch.lastOffsetDelta,
      maxTimestamp: batch.maxTimestamp,
    }
    const entry = this.#entries.get(batch.producerId)
    if (entry === undefined || entry.epoch !== batch.producerEpoch) {
      this.#entries.set(batch.producerId, { epoch: batch.producerEpoch, batches: [appended] })
      return
    }
    entry.batches.push(appended)
    if (entry.batches.length > REMEMBERED_BATCHES) entry.batches.shift()
  }
}
