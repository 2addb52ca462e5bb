// Version ranges of Kafka's definitions: "3", "2-7", "4+", "none".

/** An inclusive range of versions; `max` is Infinity where it is open, and undefined stands for no version at all. */
export interface VersionRange {
  readonly min: number
  readonly max: number
}

/** Parses a range as the definitions write it; undefined for "none". Throws where it is not one. */
export function parseVersionRange(text: string): VersionRange | undefined {
  if (text === 'none') return undefined
  const match = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is not a range of versions`)
  const min = Number(match[1])
  const max = match[2] ? Infinity : match[3] === undefined ? min : Number(match[3])
  if (max < min) throw new Error(`"${text}" ends before it begins`)
  return { min, max }
}

/** The versions in both ranges; undefined where there is none. */
export function intersect(a: VersionRange | undefined, b: VersionRange | undefined): VersionRange | undefined {
  if (!a || !b) return undefined
  const min = Math.max(a.min, b.min)
  const max = Math.min(a.max, b.max)
  return min <= max ? { min, max } : undefined
}

/** The smallest range that holds both. */
export function hull(a: VersionRange | undefined, b: VersionRange | undefined): VersionRange | undefined {
  if (!a || !b) return a ?? b
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
}

/** Whether a version is in the range. */
export function contains(range: VersionRange | undefined, version: number): boolean {
  return range !== undefined && version >= range.min && version <= range.max
}

/** A range as the definitions write it. */
export function printVersionRange(range: VersionRange | undefined): string {
  if (!range) return 'none'
  if (range.min === range.max) return `${range.min}`
  return range.max === Infinity ? `${range.min}+` : `${range.min}-${range.max}`
}

/**
 * The expression that tells, for versions known to be in `within`, whether `version` is in `range`.
 * 'true' and 'false' where no test is needed.
 */
export function versionTest(range: VersionRange | undefined, within: VersionRange): string {
  const shared = intersect(range, within)
  if (!shared) return 'false'
  const above = shared.min > within.min
  const below = shared.max < within.max
  if (above && below) {
    return shared.min === shared.max
      ? `version === ${shared.min}`
      : `version >= ${shared.min} && version <= ${shared.max}`
  }
  if (above) return shared.min === within.max ? `version === ${shared.min}` : `version >= ${shared.min}`
  if (below) return shared.max === within.min ? `version === ${shared.max}` : `version <= ${shared.max}`
  return 'true'
}

/** The opposite of a test that `versionTest` has made. */
export function negatedTest(test: string): string {
  const single = /^version (>=|<=|===) (\d+)$/.exec(test)
  if (!single) return `!(${test})`
  const opposite = { '>=': '<', '<=': '>', '===': '!==' }[single[1]!]
  return `version ${opposite} ${single[2]}`
}
