/** How long a sample counts at least: Kafka's metrics.sample.window.ms. */
const WINDOW_MS = 30_000

interface Sample {
  startMs: number
  sum: number
  count: number
  max: number
}

const empty = (startMs: number): Sample => ({ startMs, sum: 0, count: 0, max: Number.NEGATIVE_INFINITY })

/** Average, maximum and rate of what was recorded in the last 30 to 60 seconds, as Kafka's metrics have them: two samples of 30 seconds. */
export class WindowedStat {
  #before: Sample | undefined
  #current: Sample = empty(Number.NEGATIVE_INFINITY)

  record(value: number, nowMs: number): void {
    this.#roll(nowMs)
    this.#current.sum += value
    this.#current.count++
    if (value > this.#current.max) this.#current.max = value
  }

  /** NaN where nothing was recorded, as in Kafka. */
  average(nowMs: number): number {
    this.#roll(nowMs)
    const count = this.#current.count + (this.#before?.count ?? 0)
    return count === 0 ? Number.NaN : this.#sum() / count
  }

  /** NaN where nothing was recorded. */
  max(nowMs: number): number {
    this.#roll(nowMs)
    const max = Math.max(this.#current.max, this.#before?.max ?? Number.NEGATIVE_INFINITY)
    return max === Number.NEGATIVE_INFINITY ? Number.NaN : max
  }

  /** The sum of what was recorded, for each second. */
  rate(nowMs: number): number {
    this.#roll(nowMs)
    const startMs = this.#before?.startMs ?? this.#current.startMs
    // As Kafka: never over less than one whole window but the last, so that the first seconds do not look hectic.
    const elapsedMs = Math.max(nowMs - startMs, WINDOW_MS)
    return (this.#sum() * 1000) / elapsedMs
  }

  #sum(): number {
    return this.#current.sum + (this.#before?.sum ?? 0)
  }

  #roll(nowMs: number): void {
    const age = nowMs - this.#current.startMs
    if (age < WINDOW_MS) return
    this.#before = age < 2 * WINDOW_MS ? this.#current : undefined
    this.#current = empty(nowMs)
  }
}
