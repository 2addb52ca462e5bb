// Closes connections over which nothing has gone for long: Kafka's connections.max.idle.ms.
import type { Clock, Timer } from '@odradek/network'

/** What can be closed. */
export interface ClosableConnection {
  close(reason?: string): void
}

/** Knows when bytes last went over each connection, in either direction. A request that waits is no activity, as in Kafka. */
export class IdleConnections<C extends ClosableConnection = ClosableConnection> {
  readonly #clock: Clock
  readonly #maxIdleMs: number
  readonly #lastActiveMs = new Map<C, number>()
  #timer: Timer | undefined

  /** `maxIdleMs` below 0: no connection is ever idle for too long. */
  constructor(clock: Clock, maxIdleMs: number) {
    this.#clock = clock
    this.#maxIdleMs = maxIdleMs
  }

  /** Bytes have gone over a connection, or it was opened. */
  onActive(connection: C): void {
    if (this.#maxIdleMs < 0) return
    this.#lastActiveMs.set(connection, this.#clock.nowMs())
    if (this.#timer === undefined) this.#wakeAfter(this.#maxIdleMs)
  }

  onClosed(connection: C): void {
    this.#lastActiveMs.delete(connection)
    if (this.#lastActiveMs.size > 0) return
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #wakeAfter(delayMs: number): void {
    this.#timer = this.#clock.setTimer(delayMs, () => {
      this.#timer = undefined
      this.#closeIdle()
    })
  }

  /** The timer is set for what was the oldest activity when it was set, so that activity costs no timer. */
  #closeIdle(): void {
    const nowMs = this.#clock.nowMs()
    let oldestMs = Infinity
    for (const [connection, lastActiveMs] of [...this.#lastActiveMs]) {
      if (nowMs - lastActiveMs < this.#maxIdleMs) oldestMs = Math.min(oldestMs, lastActiveMs)
      else connection.close(`nothing went over it for ${this.#maxIdleMs} ms (connections.max.idle.ms)`)
    }
    if (oldestMs < Infinity && this.#timer === undefined) this.#wakeAfter(oldestMs + this.#maxIdleMs - nowMs)
  }
}
