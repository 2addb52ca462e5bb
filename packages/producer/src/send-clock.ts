import type { Clock } from '@odradek/network'

/**
 * Both times of a send. The clock for time-outs is read once in a millisecond of the wall clock, so that `nowMs` may be a millisecond old: Node 20
 * takes longer for `performance.now()` than for all else that a `send()` asks of the system (some 80 ns; Date.now() 25).
 */
export class SendClock {
  /** Milliseconds since 1970, for the record's timestamp. */
  wallClockMs = -1
  /** Milliseconds of the clock that never jumps. */
  nowMs = 0
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Brings both up to date. */
  read(): void {
    const wallClockMs = this.#clock.wallClockMs()
    if (wallClockMs === this.wallClockMs) return
    this.wallClockMs = wallClockMs
    this.nowMs = this.#clock.nowMs()
  }
}
