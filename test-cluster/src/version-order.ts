/** Kafka's version numbers have three parts, and four before 1.0. */

/** Negative, zero or positive, as `version` is older than, the same as, or newer than `other`. */
export const compareVersions = (version: string, other: string): number => {
  const a = version.split('.').map(Number)
  const b = other.split('.').map(Number)
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether `version` is `wanted` or newer. */
export const isAtLeast = (version: string, wanted: string): boolean => compareVersions(version, wanted) >= 0
