import type { CompressionCodecs } from '@odradek/compression'

/** What the check of one line found: nothing wrong, differences, or that we have no codec for it yet. */
export type CaseResult =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly differences: readonly string[] }
  | { readonly outcome: 'not-covered'; readonly what: string }

/** One line of the corpus. */
export type CorpusEntry = Readonly<Record<string, unknown>>

/** A kind of test vector: one file of this folder each. */
export interface CorpusKind {
  /** For messages, such as `record batch`. */
  readonly name: string
  /** Whether an entry is of this kind, by the fields that it has. */
  recognises(entry: CorpusEntry): boolean
  /** What the entry is called when it fails: name, version, case. */
  describe(entry: CorpusEntry): string
  /** Runs our codecs on it. What is thrown counts as a failure. */
  check(entry: CorpusEntry, place: EntryPlace): CaseResult | Promise<CaseResult>
  /** Where a file's lines belong together: what is wrong with the file as a whole, known after its last line. */
  checkEnd?(filePath: string): string[]
}

/** Where an entry stands, and what it is checked with. */
export interface EntryPlace {
  /** The path of its file. */
  readonly filePath: string
  /** Its index among the file's entries, from 0. */
  readonly index: number
  /** What batches are compressed with when they are written; the default ones without. */
  readonly codecs?: CompressionCodecs
}

/** An entry lacks a field, or it is not what the corpus's README says. */
export class CorpusEntryError extends Error {
  override readonly name = 'CorpusEntryError'
}

/** Failed where there are differences, passed where there are none. */
export function resultOf(differences: readonly (string | undefined)[]): CaseResult {
  const found = differences.filter((difference) => difference !== undefined)
  return found.length === 0 ? { outcome: 'passed' } : { outcome: 'failed', differences: found }
}

/** A field that has to be a string. Throws CorpusEntryError. */
export function stringField(entry: CorpusEntry, field: string): string {
  const value = entry[field]
  if (typeof value === 'string') return value
  throw new CorpusEntryError(
    value === undefined ? `the field ${field} is missing` : `the field ${field} has to be a string`,
  )
}

/** A field that has to be an integer. Throws CorpusEntryError. */
export function integerField(entry: CorpusEntry, field: string): number {
  const value = entry[field]
  if (Number.isInteger(value)) return value as number
  throw new CorpusEntryError(
    value === undefined ? `the field ${field} is missing` : `the field ${field} has to be an integer`,
  )
}

/** A field that has to be an array. Throws CorpusEntryError. */
export function arrayField(entry: CorpusEntry, field: string): readonly unknown[] {
  const value = entry[field]
  if (Array.isArray(value)) return value as unknown[]
  throw new CorpusEntryError(
    value === undefined ? `the field ${field} is missing` : `the field ${field} has to be an array`,
  )
}

/** A field of lower-case hex. Throws CorpusEntryError. */
export function hexField(entry: CorpusEntry, field: string): Uint8Array {
  const text = stringField(entry, field)
  if (text.length % 2 === 0 && /^[0-9a-f]*$/.test(text)) return Buffer.from(text, 'hex')
  throw new CorpusEntryError(`the field ${field} has to be whole bytes in lower-case hex`)
}

/** A field of standard base64. Throws CorpusEntryError. */
export function base64Field(entry: CorpusEntry, field: string): Uint8Array {
  const text = stringField(entry, field)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') === text) return bytes
  throw new CorpusEntryError(`the field ${field} has to be standard base64 with padding`)
}
