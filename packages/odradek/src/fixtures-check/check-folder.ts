import { DecodeError, EncodeError } from '@odradek/bytes'

import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import type { CorpusFile } from './corpus-files.ts'
import { readJsonLines, type JsonLine } from './json-lines.ts'
import { corpusKinds } from './kinds.ts'

/** A line that our codecs and the corpus do not agree on. */
export interface Mismatch {
  readonly file: string
  readonly line: number
  /** Name, version, case; empty where the line could not be read. */
  readonly what: string
  readonly differences: readonly string[]
}

/** What a check found in all. */
export interface CheckTotals {
  readonly passed: number
  readonly failed: number
  /** Lines that we have no code for yet, by what they are. */
  readonly notCovered: Readonly<Record<string, number>>
}

/** Who wants to know on the way. */
export interface CheckListeners {
  onMismatch(mismatch: Mismatch): void
  /** After each file, with the bytes read so far. */
  onProgress?(bytesDone: number): void
  readonly signal?: AbortSignal
}

/** Runs our codecs over every line of every file. Stops early, between two lines, when the signal is aborted. */
export async function checkFiles(files: readonly CorpusFile[], listeners: CheckListeners): Promise<CheckTotals> {
  let passed = 0
  let failed = 0
  let bytesDone = 0
  const notCovered: Record<string, number> = {}
  for (const file of files) {
    const kinds = new Set<CorpusKind>()
    let index = 0
    for await (const line of readJsonLines(file.path, file.name)) {
      if (listeners.signal?.aborted) return { passed, failed, notCovered }
      const { what, result, kind } = await checkLine(line, file, index++)
      if (kind !== undefined) kinds.add(kind)
      if (result.outcome === 'passed') passed++
      else if (result.outcome === 'not-covered') count(notCovered, result.what)
      else {
        failed++
        listeners.onMismatch({ file: file.name, line: line.lineNumber, what, differences: result.differences })
      }
    }
    for (const kind of kinds) {
      const differences = kind.checkEnd?.(file.path) ?? []
      if (differences.length === 0) continue
      failed++
      listeners.onMismatch({ file: file.name, line: index + 1, what: 'end of the file', differences })
    }
    bytesDone += file.sizeInBytes
    listeners.onProgress?.(bytesDone)
  }
  return { passed, failed, notCovered }
}

interface CheckedLine {
  /** Name, version, case. */
  readonly what: string
  readonly result: CaseResult
  readonly kind: CorpusKind | undefined
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}

async function checkLine(line: JsonLine, file: CorpusFile, index: number): Promise<CheckedLine> {
  if ('problem' in line) {
    return { what: '', result: { outcome: 'failed', differences: [line.problem] }, kind: undefined }
  }
  const kind = corpusKinds.find(({ recognises }) => recognises(line.entry))
  if (kind === undefined) return { what: '', result: { outcome: 'not-covered', what: file.name }, kind }
  return { what: kind.describe(line.entry), result: await checkEntry(kind, line.entry, file, index), kind }
}

/** Nothing that a line makes a codec throw ends the check: it is that line's failure. */
async function checkEntry(kind: CorpusKind, entry: CorpusEntry, file: CorpusFile, index: number): Promise<CaseResult> {
  try {
    return await kind.check(entry, { filePath: file.path, index })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const what = DecodeError.is(error) ? 'cannot be decoded: ' : EncodeError.is(error) ? 'cannot be encoded: ' : ''
    return { outcome: 'failed', differences: [what + error.message] }
  }
}
