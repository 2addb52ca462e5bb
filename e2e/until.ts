import { inspect } from 'node:util'

const PAUSE_MS = 50

/** How long, in ms, something is waited for, and how long after an answer it is asked for again. */
export interface Patience {
  readonly limitMs?: number
  readonly pauseMs?: number
}

/** Asks again and again until the answer is as it is to be, or the time is up; the last answer, whichever it is. */
export async function askAgain<T>(
  ask: () => T | PromiseLike<T>,
  isThere: (answer: T) => boolean,
  { limitMs = 60_000, pauseMs = PAUSE_MS }: Patience = {},
): Promise<T> {
  const endsAt = performance.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (isThere(answer) || performance.now() > endsAt) return answer
    await new Promise((resolve) => void setTimeout(resolve, pauseMs))
  }
}

/**
 * Waits for what a real cluster does in its own time: asks until the answer is as it is to be (by default: true). Throws
 * what was waited for, and the last answer, when that does not come within a minute.
 */
export async function until<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  isThere: (answer: T) => boolean = Boolean,
  patience: Patience = {},
): Promise<T> {
  const answer = await askAgain(ask, isThere, patience)
  if (isThere(answer)) return answer
  throw new Error(`waited in vain for ${what}; the last answer was ${inspect(answer, { depth: 8 })}`)
}
