// The `by_duration:` of `share.auto.offset.reset`: what java.time.Duration parses, and not back from the future.
const BY_DURATION = 'by_duration:'
const FORM =
  /^([-+]?)P(?!$)(?:([-+]?\d+)D)?(?:T(?!$)(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:[.,]\d{0,9})?)S)?)?$/i
const UNITS_MS = [86_400_000, 3_600_000, 60_000, 1000]

/** How far back `by_duration:PnDTnHnMn.nS` goes, in ms; undefined where the value is another one, or goes back by less than nothing. */
export function resetDurationMs(reset: string): number | undefined {
  if (!reset.toLowerCase().startsWith(BY_DURATION)) return undefined
  const match = FORM.exec(reset.slice(BY_DURATION.length))
  if (match === null) return undefined
  const [, sign, ...parts] = match
  const sum = parts.reduce((ms, part, index) => ms + Number((part ?? '0').replace(',', '.')) * UNITS_MS[index]!, 0)
  // 0 of either sign is 0.
  const durationMs = (sign === '-' ? -sum : sum) + 0
  return durationMs >= 0 && Number.isSafeInteger(Math.trunc(durationMs)) ? durationMs : undefined
}
