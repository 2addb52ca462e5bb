/** What a segment's files end with. */
export type SegmentSuffix = '.log' | '.index' | '.timeindex' | '.txnindex'

/** The suffixes of the files of one segment. */
export const SEGMENT_SUFFIXES: readonly SegmentSuffix[] = ['.log', '.index', '.timeindex', '.txnindex']

/** The name of the file of a segment: its base offset in 20 digits and the suffix. */
export function segmentFileName(baseOffset: number, suffix: SegmentSuffix | '.snapshot'): string {
  return `${String(baseOffset).padStart(20, '0')}${suffix}`
}

/** The base offset in a file's name, where the name ends with `suffix`; undefined for other names. */
export function baseOffsetOf(name: string, suffix: string): number | undefined {
  const match = /^(\d{20})(\..+)$/.exec(name)
  return match !== null && match[2] === suffix ? Number(match[1]) : undefined
}
