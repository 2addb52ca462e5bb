import { open } from 'node:fs/promises'

import { DecodeError } from '@odradek/bytes'
import type { AnyRecordBatch } from '@odradek/records'

import { batchFactsOf, faultOf } from './batch-facts.ts'
import { baseOffsetOf, fileKindOf, type LogFileKind } from './file-kind.ts'
import { offsetIndexProblems, timeIndexProblems } from './index-checks.ts'
import { type EntryFileKind, readEntryFile } from './index-files.ts'
import { type LocatedBatch, logBatches, LogEndError, reasonOf } from './log-batches.ts'
import type { DumpPrinter, LogProblem } from './printer.ts'
import { recordFactsOf } from './record-facts.ts'

/** How files are dumped. */
export interface DumpOptions {
  /** Whether records are read as well. */
  readonly deep: boolean
  /** Whether each batch's CRC is checked. */
  readonly verifyCrc: boolean
  /** The reading of a file ends after so many records (with `deep`), batches or entries. */
  readonly maxMessages: number
  readonly signal: AbortSignal
  /** Awaited after each batch: the printer's reader may be slow. */
  drained?(): Promise<void>
}

/** What a dump found. */
export interface DumpResult {
  /** How many things were wrong. */
  readonly problems: number
}

/** Prints one file. Faults of its content are the printer's to tell; throws system errors where it cannot be read. */
export async function dumpFile(
  name: string,
  path: string,
  printer: DumpPrinter,
  options: DumpOptions,
): Promise<DumpResult> {
  const kind = fileKindOf(path)
  if (kind === undefined) throw new RangeError(`${name} is no file of a log folder`)
  let problems = 0
  const report = (problem: LogProblem) => {
    problems++
    printer.problem(problem)
  }
  printer.beginFile({ name, kind, baseOffset: baseOffsetOf(path) })
  if (kind === 'log' || kind === 'checkpoint') await dumpLog(path, printer, options, report)
  else await dumpEntries({ name, path, kind }, printer, options, report)
  printer.endFile()
  return { problems }
}

type Report = (problem: LogProblem) => void

async function dumpLog(path: string, printer: DumpPrinter, options: DumpOptions, report: Report): Promise<void> {
  const file = await open(path)
  const dump = new LogDump(printer, options, report)
  try {
    for await (const located of logBatches(file)) {
      if (!dump.batch(located)) return
      await options.drained?.()
    }
  } catch (error) {
    if (!(error instanceof LogEndError)) throw error
    printer.trailingBytes(error.bytesLeft)
    report({ position: error.position, message: error.message })
  } finally {
    await file.close()
    dump.reportGaps()
  }
}

/** Offsets that do not follow each other are what compaction leaves: a remark, and so many of them. */
const MAX_GAPS = 10

class LogDump {
  readonly #printer: DumpPrinter
  readonly #options: DumpOptions
  readonly #report: Report
  #left: number
  #lastOffset: bigint | undefined
  #gaps: string[] = []
  #gapCount = 0

  constructor(printer: DumpPrinter, options: DumpOptions, report: Report) {
    this.#printer = printer
    this.#options = options
    this.#report = report
    this.#left = options.maxMessages
  }

  /** Prints a batch; false when that was the last to print. */
  batch({ batch, position }: LocatedBatch): boolean {
    const { deep, verifyCrc, signal } = this.#options
    if (signal.aborted || this.#left <= 0) return false
    const fault = verifyCrc ? faultOf(batch) : undefined
    this.#printer.batch(batchFactsOf(batch, position, verifyCrc ? fault === undefined : undefined))
    if (fault !== undefined) this.#report({ position, message: fault })
    if (!deep) this.#left--
    // The records of a batch whose CRC is wrong may be anything.
    else if (fault === undefined) this.#records(batch, position)
    return true
  }

  #records(batch: AnyRecordBatch, position: number): void {
    try {
      for (const facts of recordFactsOf(batch)) {
        if (this.#left-- <= 0) return
        this.#printer.record(facts)
        this.#follow(facts.record.offset)
      }
    } catch (error) {
      if (!DecodeError.is(error)) throw error
      this.#report({ position, message: `the batch's records cannot be read: ${reasonOf(error)}` })
    }
  }

  #follow(offset: bigint): void {
    if (this.#lastOffset !== undefined && offset !== this.#lastOffset + 1n) {
      this.#gapCount++
      if (this.#gaps.length < MAX_GAPS) this.#gaps.push(`${this.#lastOffset} is followed by ${offset}`)
    }
    this.#lastOffset = offset
  }

  reportGaps(): void {
    if (this.#gapCount === 0) return
    const more = this.#gapCount > MAX_GAPS ? `, and ${this.#gapCount - MAX_GAPS} more` : ''
    this.#printer.note(`Non-consecutive offsets: ${this.#gaps.join(', ')}${more}`)
  }
}

async function dumpEntries(
  { name, path, kind }: { name: string; path: string; kind: EntryFileKind },
  printer: DumpPrinter,
  options: DumpOptions,
  report: Report,
): Promise<void> {
  const baseOffset = baseOffsetOf(path)
  if (baseOffset === undefined && isRelative(kind)) {
    printer.note("the file's name begins with no base offset: offsets are counted from 0")
  }
  const { entries, problem } = await readEntryFile(path, kind, baseOffset ?? 0n)
  if (kind === 'offset-index' && entries.length === 0) printer.remark(`${name} is empty.`)
  for (const fields of entries.slice(0, options.maxMessages)) printer.entry(fields)
  if (problem !== undefined) report(problem)
  if (kind === 'offset-index') for await (const found of offsetIndexProblems(path, entries)) report(found)
  if (kind === 'time-index') for await (const found of timeIndexProblems(path, entries)) report(found)
}

function isRelative(kind: LogFileKind): boolean {
  return kind === 'offset-index' || kind === 'time-index'
}
