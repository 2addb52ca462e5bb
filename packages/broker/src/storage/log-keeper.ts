import type { Clock, Timer } from '@odradek/network'
import type { LogManager } from '../core/log/log-manager.ts'

/** Gives a log manager its time: what is due of retention, compaction, flushes and checkpoints is done then. */
export class LogKeeper {
  readonly #logs: LogManager
  readonly #clock: Clock
  readonly #onFailure: (error: unknown) => void
  #timer: Timer | undefined
  #timerAtMs = Infinity
  #stopped = false

  /** `onFailure` hears of what goes wrong, such as a full disk; the next time it is tried again. */
  constructor(logs: LogManager, clock: Clock, onFailure: (error: unknown) => void) {
    this.#logs = logs
    this.#clock = clock
    this.#onFailure = onFailure
    logs.onDeadline = () => this.#setTimer()
    this.#setTimer()
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
  }

  #setTimer(): void {
    const atMs = this.#logs.nextDeadlineMs
    if (this.#stopped || (this.#timer !== undefined && this.#timerAtMs <= atMs)) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#timerAtMs = atMs
    if (atMs === Infinity) return
    this.#timer = this.#clock.setTimer(Math.max(0, atMs - this.#clock.wallClockMs()), () => this.#onTime())
  }

  #onTime(): void {
    this.#timer = undefined
    try {
      this.#logs.onTime(this.#clock.wallClockMs())
    } catch (error) {
      this.#onFailure(error)
    }
    this.#setTimer()
  }
}
