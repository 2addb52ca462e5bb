import { UsageError } from '@odradek/protocol'

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds, as Java's Duration.parse has it. Throws UsageError. */
export function parseDuration(text: string): number {
  const parts = DURATION.exec(text)
  if (parts === null || !/\d/.test(text) || /T$/i.test(text)) {
    throw new UsageError(`'${text}' is not a duration: write P1D, PT1H, PT30M or P2DT12H30M15.5S`)
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000
}
