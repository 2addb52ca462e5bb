import { readTopic } from '../read-topic.ts'
import type { NumberedRunEnd } from '../numbered-run.ts'
import { compareWithLog } from '../record-ledger.ts'
import type { SoakOutcome } from '../scenario.ts'

/** What one scenario promises beside that nothing is lost, doubled or reordered. */
export interface ProducerPromises {
  /** No send may fail. */
  readonly noneFails: boolean
  /** How soon after the cluster something is acknowledged again, in milliseconds; absent where there is no such moment. */
  readonly backAfterMs?: number | undefined
  readonly maxBackAfterMs?: number
  readonly maxRssMiB?: number
}

/** Reads the topic back, and says what a run came to. */
export async function judgeProducer(
  bootstrapServers: string,
  topic: string,
  end: NumberedRunEnd,
  promises: ProducerPromises,
): Promise<SoakOutcome> {
  const log = compareWithLog(end.outcomes, await readTopic(bootstrapServers, topic))
  const { backAfterMs, maxBackAfterMs = 1000, maxRssMiB = Infinity, noneFails } = promises
  const unsettled = end.sent - end.acked - end.failed
  const failures: string[] = []
  for (const what of ['lost', 'misplaced', 'duplicated', 'reordered'] as const) {
    if (log[what] > 0) failures.push(`${log[what]} records are ${what}`)
  }
  if (unsettled > 0) failures.push(`${unsettled} sends never settled`)
  if (noneFails && end.failed > 0) failures.push(`${end.failed} sends failed: ${firstOf(end.errors)}`)
  if (backAfterMs !== undefined && backAfterMs > maxBackAfterMs) {
    failures.push(`the producer was back ${backAfterMs} ms after the cluster`)
  }
  if (end.peakRssMiB > maxRssMiB) failures.push(`it took ${end.peakRssMiB} MiB`)
  const figures = {
    acknowledged: end.acked,
    failed: end.failed,
    lost: log.lost + log.misplaced,
    duplicated: log.duplicated,
    reordered: log.reordered,
    'longest gap (s)': Math.round(end.longestGapMs / 100) / 10,
    ...(backAfterMs === undefined ? { 'back after (ms)': '' } : { 'back after (ms)': backAfterMs }),
    'peak RSS (MiB)': end.peakRssMiB,
  }
  return { figures, failures }
}

function firstOf(errors: Readonly<Record<string, number>>): string {
  return Object.entries(errors)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([text, count]) => `${count} x ${text}`)
    .join('; ')
}
