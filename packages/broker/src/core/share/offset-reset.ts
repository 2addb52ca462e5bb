const BY_DURATION = 'by_duration:'
const FORM = /^([-+]?)P(?:([-+]?\d+)D)?(?:T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:\.\d{0,9})?)S)?)?$/i
const UNITS_MS = [86_400_000, 3_600_000, 60_000, 1000]

/** How far back `share.auto.offset.reset` goes, in ms, where it is `by_duration:PnDTnHnMn.nS`; undefined where it is another one. */
export function resetDurationMs(reset: string): number | undefined {
  if (!reset.toLowerCase().startsWith(BY_DURATION)) return undefined
  const [, sign, ...parts] = FORM.exec(reset.slice(BY_DURATION.length)) ?? []
  const ms = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * UNITS_MS[index]!, 0)
  return sign === '-' ? -ms : ms
}
