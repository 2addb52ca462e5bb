import type { FakeClock } from './fake-clock.ts'

/**
 * Moves the clock on, timer by timer, until the promise is settled, and gives what it gives. Fails when nothing more happens, or `limitMs`
 * have passed, and it is still open.
 */
export async function advanceUntilSettled<T>(clock: FakeClock, promise: Promise<T>, limitMs = 3_600_000): Promise<T> {
  let isSettled = false
  const settled = () => void (isSettled = true)
  promise.then(settled, settled)
  await clock.advanceUntil(() => isSettled, limitMs)
  return promise
}
