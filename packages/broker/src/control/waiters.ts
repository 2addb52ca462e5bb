import type { Clock } from '@odradek/network'
import { TimeoutError } from '@odradek/protocol'

/** What someone waits for. */
export interface Wait<T> {
  /** What it is about, as a sentence goes on after 'timed out waiting for'. */
  readonly what: string
  /** Gives the result, or undefined as long as there is none. */
  readonly look: () => T | undefined | Promise<T | undefined>
  /** What can be seen now, for the error when time is up. */
  readonly describe: () => string | Promise<string>
  readonly timeoutMs: number
}

/** Those who wait for something to become so. Each looks again whenever anything has happened. */
export class Waiters {
  readonly #clock: Clock
  readonly #looks = new Set<() => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Something has happened. */
  onChange(): void {
    for (const look of [...this.#looks]) look()
  }

  /** Resolves with what `look` gives. Rejects with TimeoutError, which says what was seen instead, when time is up. */
  until<T>(wait: Wait<T>): Promise<T> {
    const { what, describe, timeoutMs } = wait
    return new Promise((resolve, reject) => {
      let isLooking = false
      let isStale = false
      const end = () => {
        this.#looks.delete(lookAgain)
        timer.cancel()
      }
      const fail = (error: unknown) => {
        end()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
      const look = async () => {
        isLooking = true
        try {
          while (isStale && this.#looks.has(lookAgain)) {
            isStale = false
            const found = await wait.look()
            if (found === undefined) continue
            end()
            resolve(found)
          }
        } catch (error) {
          fail(error)
        } finally {
          isLooking = false
        }
      }
      // One look at a time; what happens meanwhile asks for another one.
      const lookAgain = () => {
        isStale = true
        if (!isLooking) void look()
      }
      const onTimeout = async () => {
        this.#looks.delete(lookAgain)
        const found = await wait.look()
        if (found !== undefined) return resolve(found)
        reject(new TimeoutError(`Timed out after ${timeoutMs} ms waiting for ${what}. ${await describe()}`))
      }
      const timer = this.#clock.setTimer(timeoutMs, () => void onTimeout().catch(fail))
      this.#looks.add(lookAgain)
      lookAgain()
    })
  }
}
