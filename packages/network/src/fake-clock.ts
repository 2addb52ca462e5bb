import type { Clock, Timer } from './clock.ts'

interface PendingTimer {
  readonly atMs: number
  readonly order: number
  readonly onTime: () => void
}

/**
 * A clock that stands still until a test moves it. Timers fire in order of their time; between two of them the microtasks that the
 * first one caused are run, as on a real event loop.
 */
export class FakeClock implements Clock {
  #nowMs = 0
  #order = 0
  readonly #wallClockOffsetMs: number
  #timers: PendingTimer[] = []

  constructor(wallClockMs = Date.UTC(2026, 0, 1)) {
    this.#wallClockOffsetMs = wallClockMs
  }

  nowMs(): number {
    return this.#nowMs
  }

  wallClockMs(): number {
    return this.#wallClockOffsetMs + Math.floor(this.#nowMs)
  }

  setTimer(delayMs: number, onTime: () => void): Timer {
    // Whole milliseconds, as the system's timers: a fraction could be lost in the sum, and the timer fire before its time for ever.
    const timer = { atMs: this.#nowMs + Math.ceil(Math.max(0, delayMs)), order: this.#order++, onTime }
    this.#timers.push(timer)
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }

  nextTurn(onTurn: () => void): void {
    this.setTimer(0, onTurn)
  }

  /** Time of the next timer; Infinity when there is none. */
  get nextTimerAtMs(): number {
    return Math.min(Infinity, ...this.#timers.map((timer) => timer.atMs))
  }

  /** Moves time on by `ms`, firing each timer on the way at its own time. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    await settle()
    for (let next = this.#takeDue(untilMs); next !== undefined; next = this.#takeDue(untilMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      next.onTime()
      await settle()
    }
    this.#nowMs = untilMs
  }

  /** Moves time on, timer by timer, until `condition` holds. Fails once `limitMs` have passed without it. */
  async advanceUntil(condition: () => boolean, limitMs = 3_600_000): Promise<void> {
    const untilMs = this.#nowMs + limitMs
    await settle()
    while (!condition()) {
      const next = this.#takeDue(untilMs)
      if (next === undefined)
        throw new Error(`nothing more happens before ${untilMs} ms, and the condition does not hold`)
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      next.onTime()
      await settle()
    }
  }

  #takeDue(untilMs: number): PendingTimer | undefined {
    let due: PendingTimer | undefined
    for (const timer of this.#timers) {
      if (timer.atMs > untilMs) continue
      if (due === undefined || timer.atMs < due.atMs || (timer.atMs === due.atMs && timer.order < due.order))
        due = timer
    }
    if (due !== undefined) this.#timers = this.#timers.filter((other) => other !== due)
    return due
  }
}

/** Lets everything run that is ready to run without time passing: microtasks, and what they lead to. */
export function settle(): Promise<void> {
  // One turn of the event loop runs all microtasks, those that they queue included.
  return new Promise((resolve) => setImmediate(resolve))
}
