// How fast something is used: the sum over the latest windows by the time that they span, measured as Kafka's quotas are (Rate over WindowedSum).

/** How usage is measured: `quota.window.num` windows, each of `windowMs`. */
export interface QuotaWindows {
  readonly count: number
  readonly windowMs: number
}

/** What was measured. */
export interface Usage {
  readonly perSecond: number
  /** The time that the measure spans, in ms. */
  readonly spanMs: number
}

interface Sample {
  startMs: number
  lastMs: number
  sum: number
}

/** The usage of one quota. Windows that were never there count as empty ones: a first burst is spread over all of them. */
export class UsageRate {
  readonly #windows: QuotaWindows
  /** A ring: one window more than is measured, since the oldest one counts as long as it overlaps. */
  readonly #samples: Sample[] = []
  #current = 0

  constructor(windows: QuotaWindows) {
    this.#windows = windows
  }

  /** When something was recorded last, in ms. */
  get lastMs(): number {
    return this.#samples[this.#current]?.lastMs ?? -Infinity
  }

  /** Takes note of usage; below 0 takes it back. */
  record(value: number, nowMs: number): void {
    const sample = this.#sampleAt(nowMs)
    sample.sum += value
    sample.lastMs = nowMs
  }

  measure(nowMs: number): Usage {
    const { count, windowMs } = this.#windows
    let [startMs, sum] = [nowMs, 0]
    for (const sample of this.#samples) {
      if (nowMs - sample.lastMs >= count * windowMs) Object.assign(sample, emptySample(nowMs))
      startMs = Math.min(startMs, sample.startMs)
      sum += sample.sum
    }
    const elapsedMs = nowMs - startMs
    const missing = Math.max(0, count - 1 - Math.floor(elapsedMs / windowMs))
    const spanMs = Math.max(1, elapsedMs + missing * windowMs)
    return { perSecond: (sum * 1000) / spanMs, spanMs }
  }

  #sampleAt(nowMs: number): Sample {
    const current = this.#samples[this.#current]
    if (current !== undefined && nowMs - current.startMs < this.#windows.windowMs) return current
    if (current !== undefined) this.#current = (this.#current + 1) % (this.#windows.count + 1)
    return (this.#samples[this.#current] = emptySample(nowMs))
  }
}

function emptySample(nowMs: number): Sample {
  return { startMs: nowMs, lastMs: nowMs, sum: 0 }
}
