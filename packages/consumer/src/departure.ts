// Waiting for the end of a membership: `stop` and `close` may wait for the same one, each for as long as it was told to.
import type { Clock } from '@odradek/network'

/** See the head of the file. */
export class Departure {
  readonly #clock: Clock
  #waiting: (() => void)[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Says whether the group was left within so many milliseconds; `begin` asks for it. */
  wait(timeoutMs: number, begin: () => void): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimer(timeoutMs, () => resolve(false))
      this.#waiting.push(() => {
        timer.cancel()
        resolve(true)
      })
      begin()
    })
  }

  /** The group has been left. */
  onLeft(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const leave of waiting) leave()
  }
}
