/** How much of the wait is left to chance, either way: clients that failed together do not come back together (KIP-580). */
const JITTER = 0.2

/** Where no wait is wanted: what fails at once, and is asked for again at once, would keep everything else from its turn. */
const SHORTEST_MS = 1

/**
 * How long to wait before try number `attempts` + 1, in milliseconds: `initialMs` after the first failure (`attempts` 0), doubled
 * with each further one, plus or minus 20 %, never more than `maxMs` (KIP-580) nor less than 1 ms. `random` gives numbers in [0, 1).
 */
export function exponentialBackoff(attempts: number, initialMs: number, maxMs: number, random: () => number): number {
  // 2 ** 1000 is still finite, and no back-off needs more than 30 doublings.
  const wait = initialMs * 2 ** Math.min(attempts, 30)
  const jitter = 1 - JITTER + 2 * JITTER * random()
  return Math.max(SHORTEST_MS, Math.min(wait * jitter, Math.max(initialMs, maxMs)))
}
