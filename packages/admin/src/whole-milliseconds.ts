import { UsageError } from '@odradek/protocol'

/** A user's time in milliseconds, as requests have it. Throws UsageError where it is no whole number. */
export function wholeMilliseconds(call: string, option: string, value: number): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value)
  throw new UsageError(`${call}: ${option} must be a whole number of milliseconds, not ${String(value)}`)
}
