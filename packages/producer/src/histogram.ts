/** Counts values by size since the producer was made. Two histograms can be subtracted: what lies between is that of the time between. */
export class Histogram {
  readonly #bounds: readonly number[]
  readonly #counts: number[]

  /** `bounds`: the upper bound of each bucket, ascending; what is larger than all has a bucket of its own. */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds
    this.#counts = [...bounds, Infinity].map(() => 0)
  }

  record(value: number): void {
    const bounds = this.#bounds
    let bucket = 0
    while (bucket < bounds.length && value > bounds[bucket]!) bucket++
    this.#counts[bucket]!++
  }

  /** How many values were at most as large as each bound; the last bound is Infinity. */
  read(): readonly (readonly [bound: number, count: number])[] {
    let sum = 0
    return [...this.#bounds, Infinity].map((bound, bucket) => [bound, (sum += this.#counts[bucket]!)] as const)
  }
}

/** From what a broker nearby takes to what only a failure explains. */
export const MILLISECOND_BOUNDS: readonly number[] = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000,
]

/** From a record alone to what a request takes at most by default. */
export const BYTE_BOUNDS: readonly number[] = [256, 1024, 4096, 16_384, 32_768, 65_536, 131_072, 262_144, 1_048_576]
