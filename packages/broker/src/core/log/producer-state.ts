// What a partition remembers of each idempotent producer (KIP-98): enough to tell a retry from a gap.
import type { RecordBatch } from '@odradek/records'
import { incrementSequence } from '@odradek/records'

/** A batch that was appended. */
export interface AppendedBatch {
  readonly firstSequence: number
  readonly lastSequence: number
  readonly firstOffset: number
  readonly lastOffset: number
  /** The log append time, or -1 where the log has the producers' timestamps. */
  readonly logAppendTimeMs: number
}

interface ProducerEntry {
  epoch: number
  batches: AppendedBatch[]
}

/** What Kafka would do with a batch of an idempotent producer. */
export type SequenceCheck =
  | { readonly kind: 'append' }
  | { readonly kind: 'duplicate'; readonly batch: AppendedBatch }
  | { readonly kind: 'old-epoch'; readonly currentEpoch: number }
  | { readonly kind: 'out-of-order'; readonly message: string }

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
    if (producerEpoch < entry.epoch) return { kind: 'old-epoch', currentEpoch: entry.epoch }
    const expected = producerEpoch > entry.epoch ? 0 : incrementSequence(entry.batches.at(-1)!.lastSequence, 1)
    if (baseSequence === expected) return { kind: 'append' }
    const seen = producerEpoch > entry.epoch ? 'a new epoch begins with 0' : `${expected} is next`
    return {
      kind: 'out-of-order',
      message: `The sequence of producer ${batch.producerId} goes on with ${baseSequence}, but ${seen}.`,
    }
  }

  /** Takes note of a batch with a producer id that was appended. */
  onAppended(batch: RecordBatch, firstOffset: number, logAppendTimeMs: number): void {
    const appended = {
      firstSequence: batch.baseSequence,
      lastSequence: batch.lastSequence,
      firstOffset,
      lastOffset: firstOffset + batch.lastOffsetDelta,
      logAppendTimeMs,
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
