// How much one broker is asked for at a time. Small answers are read while their buffers are young: the engine frees those cheaply, and little
// waits in memory. Larger ones spare a quick reader the way to the broker, and much larger ones are for brokers that are far away.

/**
 * What one answer brings at least: to a reader that is slower than the network, all the time. Small records, and compressed ones, take long to read:
 * as many as this keep a reader busy until the next answer is there.
 */
export const LEAST_ANSWER_RECORDS = 5000

/** The bounds of what so many records may take: where they are tiny, where they are large. */
export const LEAST_ANSWER_BYTES = { min: 2 ** 17, max: 2 ** 19 }

/** What it brings at first, and to a reader that is quicker than the network. */
export const USUAL_ANSWER_BYTES = 2 ** 20

/** What it brings at most: 320 MB/s over a way of 50 ms. */
export const MOST_ANSWER_BYTES = 2 ** 24

/** An answer that takes less is not made much faster by a larger one. */
const SLOW_ANSWER_MS = 10

/** How an answer came. */
export interface AnswerCircumstances {
  /** From the request to its answer. */
  readonly tookMs: number
  /** Whether it brought what was asked for. */
  readonly isFull: boolean
  /** What it brought. */
  readonly sizeInBytes: number
  readonly records: number
  /** Whether there was something to read when the request went out, and when the answer came. */
  readonly hadRecords: boolean
  readonly hasRecords: boolean
}

/**
 * Grows where full answers find nothing to read any more, beyond the usual size only where they are slow twice in a row: the way takes longer than
 * the reading. Goes back by an eighth with each answer that finds the reader busy.
 */
export class AnswerSize {
  #bytes = USUAL_ANSWER_BYTES
  #wasSlow = false

  /** What to ask for. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * How many may wait behind the fetch that is being read: the broker is asked again at once until then. Of large records one is read in less time
   * than the next takes to come; one of records that take long to read is enough.
   */
  get ahead(): number {
    return this.#bytes < LEAST_ANSWER_BYTES.max ? 1 : 2
  }

  onAnswer({ tookMs, isFull, sizeInBytes, records, hadRecords, hasRecords }: AnswerCircumstances): void {
    const isLate = isFull && hadRecords && !hasRecords
    const isSlow = isLate && tookMs >= SLOW_ANSWER_MS
    if (isSlow && this.#wasSlow) this.#bytes = Math.min(MOST_ANSWER_BYTES, this.#bytes * 2)
    else if (isLate)
      this.#bytes = Math.max(this.#bytes, Math.min(USUAL_ANSWER_BYTES, this.#bytes + Math.ceil(this.#bytes / 8)))
    if (hasRecords && records > 0)
      this.#bytes = Math.max(leastBytes(sizeInBytes / records), this.#bytes - Math.ceil(this.#bytes / 8))
    this.#wasSlow = isSlow
  }
}

function leastBytes(recordBytes: number): number {
  const { min, max } = LEAST_ANSWER_BYTES
  return Math.min(max, Math.max(min, Math.ceil(recordBytes * LEAST_ANSWER_RECORDS)))
}
