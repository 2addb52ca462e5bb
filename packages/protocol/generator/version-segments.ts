// Cuts the versions of a struct where a field changes its form: absent, present, nullable, compact.
import type { FieldDefinition } from './parse-definition.ts'
import { isSameWhenCompact } from './field-types.ts'
import { contains, versionTest, type VersionRange } from './version-range.ts'

/** How a field is encoded in a range of versions; undefined where those versions lack it. */
export interface FieldForm {
  readonly compact: boolean
  readonly nullable: boolean
}

/** A range of versions in which a field has one form. */
export interface VersionSegment {
  readonly range: VersionRange
  readonly form: FieldForm | undefined
}

/** The forms of a field over the versions of its struct, oldest first, with neighbours of equal form as one. */
export function versionSegments(field: FieldDefinition, within: VersionRange, flexibleFrom: number): VersionSegment[] {
  const segments: { range: { min: number; max: number }; form: FieldForm | undefined }[] = []
  for (let version = within.min; version <= within.max; version++) {
    const form = formAt(field, version, flexibleFrom)
    const last = segments.at(-1)
    if (last && sameForm(last.form, form)) last.range.max = version
    else segments.push({ range: { min: version, max: version }, form })
  }
  return segments
}

/** The segments in which the field exists. */
export function presentSegments(
  segments: readonly VersionSegment[],
): (VersionSegment & { readonly form: FieldForm })[] {
  return segments.flatMap(({ range, form }) => (form ? [{ range, form }] : []))
}

/**
 * One expression or statement for each segment, newest first, each with the test that leads to it when those before have
 * failed; the last needs none. Segments must follow each other without a gap.
 */
export function branches<S extends VersionSegment>(segments: readonly S[]): { test: string | undefined; segment: S }[] {
  return segments
    .map((segment, i) => ({ test: i === 0 ? undefined : `version >= ${segment.range.min}`, segment }))
    .reverse()
}

/** The test for "the version has this field", for versions within the struct's. */
export function presenceTest(segments: readonly VersionSegment[], within: VersionRange): string {
  const present = presentSegments(segments)
  const first = present[0]
  const last = present.at(-1)
  if (!first || !last) return 'false'
  return versionTest({ min: first.range.min, max: last.range.max }, within)
}

function formAt(field: FieldDefinition, version: number, flexibleFrom: number): FieldForm | undefined {
  if (!contains(field.versions, version)) return undefined
  const compact = version >= flexibleFrom && !field.neverFlexible && !isSameWhenCompact(field)
  return { compact, nullable: contains(field.nullableVersions, version) }
}

function sameForm(a: FieldForm | undefined, b: FieldForm | undefined): boolean {
  return a?.compact === b?.compact && a?.nullable === b?.nullable
}
