import { deliveryFigures } from '../delivery-ledger.ts'
import type { NumberedGroup } from '../numbered-group.ts'
import type { SoakOutcome } from '../scenario.ts'

/** What librdkafka delivered twice of 600,000 records in such a run: fewer is promised. */
const LIBRDKAFKA_SHARE = 69_429 / 600_000

/** Closes the group, and says what it came to. */
export async function judgeConsumer(
  group: NumberedGroup,
  records: number,
  { backAfterMs, maxBackAfterMs = 10_000 }: { backAfterMs?: number; maxBackAfterMs?: number } = {},
): Promise<SoakOutcome> {
  const { peakRssMiB } = group
  await group.close()
  const entries = await group.entries()
  const figures = deliveryFigures(entries, records, (atMs) => group.committed.before(group.epochMs + atMs))
  const failures = group.errors.map((error) => `a member ended: ${error}`)
  for (const what of ['missing', 'behindCommit', 'reordered'] as const)
    if (figures[what] > 0) failures.push(`${figures[what]} records: ${what}`)
  if (figures.duplicated >= records * LIBRDKAFKA_SHARE) failures.push(`${figures.duplicated} records came twice`)
  if (backAfterMs !== undefined && backAfterMs > maxBackAfterMs)
    failures.push(`the first record came ${backAfterMs} ms after the cluster`)
  return {
    figures: {
      'never handled': figures.missing,
      'handled again': figures.duplicated,
      'of these behind a commit': figures.behindCommit,
      'out of order': figures.reordered,
      'longest gap (s)': Math.round(figures.longestGapMs / 100) / 10,
      'back after (ms)': backAfterMs ?? '',
      'peak RSS (MiB)': peakRssMiB,
    },
    failures,
  }
}
