import Table from 'cli-table3'

import type { BatchFacts } from './batch-facts.ts'
import { type BytesFormat, type DumpedFile, type DumpPrinter, type EntryFields, formatBytes } from './printer.ts'
import type { LogProblem } from './printer.ts'
import type { RecordFacts } from './record-facts.ts'
import { problemText } from './text-printer.ts'

/** How tables are printed, and where to. */
export interface TablePrinterOptions {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether the rows are records; else batches. */
  readonly deep: boolean
  readonly printContents: boolean
  readonly keyFormat: BytesFormat
  readonly valueFormat: BytesFormat
}

/** A table knows its widths only when it ends: after so many rows another begins, so that a long file is not held. */
const ROWS_PER_TABLE = 500
/** Longer keys and values end in three dots. */
const MAX_CELL = 60

const BATCH_HEAD = [
  'position',
  'bytes',
  'offsets',
  'records',
  'magic',
  'codec',
  'greatest timestamp',
  'producer',
  'flags',
  'valid',
]
const RECORD_HEAD = ['offset', 'timestamp', 'key bytes', 'value bytes', 'headers']

/** Prints tables for people: one row a batch, or with deep iteration one row a record. */
export class TablePrinter implements DumpPrinter {
  readonly #options: TablePrinterOptions
  #file = ''
  #head: readonly string[] = []
  #rows: string[][] = []

  constructor(options: TablePrinterOptions) {
    this.#options = options
  }

  beginFile({ name, kind, baseOffset }: DumpedFile): void {
    this.#file = name
    const { deep, printContents, out } = this.#options
    this.#head = deep ? [...RECORD_HEAD, ...(printContents ? ['key', 'value'] : [])] : BATCH_HEAD
    out(`${name}: ${kind}${baseOffset === undefined ? '' : `, base offset ${baseOffset}`}\n`)
  }

  batch(facts: BatchFacts): void {
    if (!this.#options.deep) this.#row(batchRow(facts))
  }

  record({ record, control }: RecordFacts): void {
    const { printContents, keyFormat, valueFormat } = this.#options
    const { offset, exactTimestamp, key, value, headers } = record
    const row = [
      offset,
      time(exactTimestamp),
      key?.length ?? 'null',
      value?.length ?? 'null',
      headers.map((header) => header.key).join(' '),
    ]
    const contents = control === undefined ? [shown(key, keyFormat), shown(value, valueFormat)] : ['', control.type]
    this.#row((printContents ? [...row, ...contents] : row).map(String))
  }

  entry(fields: EntryFields): void {
    this.#head = Object.keys(fields)
    this.#row(Object.values(fields).map((value) => String(value ?? '')))
  }

  remark(text: string): void {
    this.#flush()
    this.#options.out(`${text}\n`)
  }

  note(text: string): void {
    this.#options.err(`odradek: ${this.#file}: ${text}\n`)
  }

  trailingBytes(count: number): void {
    this.remark(`${count} bytes follow the last whole batch`)
  }

  problem(problem: LogProblem): void {
    this.#flush()
    this.#options.err(problemText(this.#file, problem))
  }

  endFile(): void {
    this.#flush()
  }

  end(): void {}

  #row(row: string[]): void {
    this.#rows.push(row)
    if (this.#rows.length === ROWS_PER_TABLE) this.#flush()
  }

  #flush(): void {
    if (this.#rows.length === 0) return
    const table = new Table({ head: [...this.#head], style: { head: [], border: [], compact: true } })
    table.push(...this.#rows)
    this.#rows = []
    this.#options.out(`${table.toString()}\n`)
  }
}

function batchRow({ v2, ...facts }: BatchFacts): string[] {
  const { lastOffset, position, maxTimestamp, sizeInBytes, magic, compression, isValid } = facts
  const offsets = v2 === undefined || v2.baseOffset === lastOffset ? `${lastOffset}` : `${v2.baseOffset}-${lastOffset}`
  const producer =
    v2 === undefined || v2.producerId < 0n ? '' : `${v2.producerId}, epoch ${v2.producerEpoch}, from ${v2.baseSequence}`
  const flags = v2 === undefined ? [] : [v2.isTransactional && 'transactional', v2.isControl && 'control']
  const valid = isValid === undefined ? '' : isValid ? 'yes' : 'NO'
  const cells = [position, sizeInBytes, offsets, v2?.count ?? '', magic, compression, time(maxTimestamp), producer]
  return [...cells, flags.filter(Boolean).join(' '), valid].map(String)
}

function time(timestamp: bigint): string {
  if (timestamp === -1n) return ''
  const date = new Date(Number(timestamp))
  return Number.isNaN(date.getTime()) ? String(timestamp) : date.toISOString()
}

function shown(bytes: Uint8Array | null, format: BytesFormat): string {
  if (bytes === null) return 'null'
  // Control characters would break the table.
  const text = formatBytes(bytes.subarray(0, MAX_CELL * 4), format).replaceAll(/\p{Cc}/gu, '·')
  return text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL)}...`
}
