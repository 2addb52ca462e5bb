import type { NumberedRun } from '../numbered-run.ts'

/** When something was acknowledged for the first time after a moment, in milliseconds since 1970, to a tenth of a second. */
export async function whenAckedAfter(run: NumberedRun, momentMs: number): Promise<number> {
  let ackedMs = Infinity
  await run.until(({ lastAckMs }) => {
    if (lastAckMs > momentMs) ackedMs = Math.min(ackedMs, lastAckMs)
    return lastAckMs > momentMs
  })
  return ackedMs
}
