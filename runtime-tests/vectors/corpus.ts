/** Where the vectors come from: the disk, or a web server. Names have `/` between their parts, such as `records/records.jsonl`. */
export interface Corpus {
  readonly names: readonly string[]
  bytes(name: string): Promise<Uint8Array>
}

/** What a run over all vectors found. */
export interface VectorTotals {
  /** How many vectors there were, those not covered included. */
  seen: number
  passed: number
  failed: number
  /** The first failures, in words. */
  readonly failures: string[]
  /** What there is no code for yet, with how often it came: neither passed nor failed. */
  readonly notCovered: Record<string, number>
}

const MAX_FAILURES = 20

/** Counts a failure and keeps its text. */
export function addFailure(totals: VectorTotals, text: string): void {
  totals.seen++
  totals.failed++
  if (totals.failures.length < MAX_FAILURES) totals.failures.push(text)
}

/** Counts a check: passed where nothing differs. */
export function addResult(totals: VectorTotals, what: string, differences: readonly string[]): void {
  if (differences.length > 0) return addFailure(totals, `${what}: ${differences.join('; ')}`)
  totals.seen++
  totals.passed++
}

/** Counts a vector that there is no code for. */
export function addNotCovered(totals: VectorTotals, what: string): void {
  totals.seen++
  totals.notCovered[what] = (totals.notCovered[what] ?? 0) + 1
}
