import type { BatchFacts } from './batch-facts.ts'
import type { LogFileKind } from './file-kind.ts'
import type { RecordFacts } from './record-facts.ts'

/** One entry of an index, a snapshot or a checkpoint: its fields in the order in which they are printed. */
export type EntryFields = Readonly<Record<string, bigint | number | undefined>>

/** Something wrong in a file. */
export interface LogProblem {
  /** Where, in bytes from the file's beginning; undefined where it is no one place. */
  readonly position: number | undefined
  readonly message: string
}

/** The file whose content comes next. */
export interface DumpedFile {
  /** As it was given. */
  readonly name: string
  readonly kind: LogFileKind
  readonly baseOffset: bigint | undefined
}

/** Takes what is found in the files, in order, and gives it a form. */
export interface DumpPrinter {
  beginFile(file: DumpedFile): void
  batch(facts: BatchFacts): void
  /** Of the batch that came last. */
  record(facts: RecordFacts): void
  entry(fields: EntryFields): void
  /** A remark on the content, which is no fault, in Kafka's words. */
  remark(text: string): void
  /** Something to know that is no part of the content and no fault: standard error. */
  note(text: string): void
  /** Bytes at a log's end that are no batch. */
  trailingBytes(count: number): void
  problem(problem: LogProblem): void
  endFile(): void
  /** After the last file. */
  end(): void
}

/** How bytes of keys and values are shown. */
export type BytesFormat = 'text' | 'hex' | 'base64'

/** Bytes in a form for people. Text is read as UTF-8, what is none of it as U+FFFD. */
export function formatBytes(bytes: Uint8Array, format: BytesFormat): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(format === 'text' ? 'utf8' : format)
}
