import type { BatchFacts } from './batch-facts.ts'
import { type BytesFormat, type DumpedFile, type DumpPrinter, type EntryFields, formatBytes } from './printer.ts'
import type { LogProblem } from './printer.ts'
import type { RecordFacts } from './record-facts.ts'
import { problemText } from './text-printer.ts'

/** How JSON is printed, and where to. */
export interface JsonPrinterOptions {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether each batch has a list of its records. */
  readonly deep: boolean
  readonly printContents: boolean
  readonly keyFormat: BytesFormat
  readonly valueFormat: BytesFormat
}

/**
 * Prints one JSON document, piece by piece: nothing is held but the faults. int64 values (offsets, timestamps, producer ids) are strings,
 * as in the golden corpus.
 */
export class JsonPrinter implements DumpPrinter {
  readonly #options: JsonPrinterOptions
  #files = 0
  #file = ''
  /** Batches or entries of the file so far. */
  #items = 0
  /** Records of the open batch so far; undefined while none is open. */
  #records: number | undefined
  #problems: LogProblem[] = []
  #trailingBytes: number | undefined
  #isOk = true

  constructor(options: JsonPrinterOptions) {
    this.#options = options
  }

  beginFile({ name, kind, baseOffset }: DumpedFile): void {
    this.#file = name
    this.#items = 0
    this.#problems = []
    this.#trailingBytes = undefined
    const list = kind === 'log' || kind === 'checkpoint' ? 'batches' : 'entries'
    const head = JSON.stringify({
      file: name,
      kind,
      ...(baseOffset !== undefined && { baseOffset: String(baseOffset) }),
    })
    this.#options.out(`${this.#files++ === 0 ? '{"files":[' : ','}\n${head.slice(0, -1)},"${list}":[`)
  }

  batch({ v2, ...facts }: BatchFacts): void {
    this.#closeBatch()
    const { deep, out } = this.#options
    const text = JSON.stringify({ ...v2, ...facts }, int64AsString)
    out(`${this.#separator()}${deep ? `${text.slice(0, -1)},"records":[` : text}`)
    if (deep) this.#records = 0
  }

  record(facts: RecordFacts): void {
    const first = this.#records === 0
    this.#records = (this.#records ?? 0) + 1
    this.#options.out(`${first ? '' : ','}\n  ${JSON.stringify(this.#recordJson(facts), int64AsString)}`)
  }

  entry(fields: EntryFields): void {
    this.#options.out(`${this.#separator()}${JSON.stringify(fields, int64AsString)}`)
  }

  remark(): void {}

  note(text: string): void {
    this.#options.err(`odradek: ${this.#file}: ${text}\n`)
  }

  trailingBytes(count: number): void {
    this.#trailingBytes = count
  }

  problem(problem: LogProblem): void {
    this.#isOk = false
    this.#problems.push(problem)
    this.#options.err(problemText(this.#file, problem))
  }

  endFile(): void {
    this.#closeBatch()
    const trailing = this.#trailingBytes === undefined ? '' : `"trailingBytes":${this.#trailingBytes},`
    this.#options.out(`],${trailing}"problems":${JSON.stringify(this.#problems)}}`)
  }

  end(): void {
    this.#options.out(`${this.#files === 0 ? '{"files":[' : ''}\n],"ok":${this.#isOk}}\n`)
  }

  #recordJson({ record, crc, control }: RecordFacts): object {
    const { printContents, keyFormat, valueFormat } = this.#options
    const { offset, exactTimestamp: timestamp, key, value, batch } = record
    const isV2 = batch.magic >= 2
    const shown = (bytes: Uint8Array | null, format: BytesFormat) =>
      bytes === null ? null : formatBytes(bytes, format)
    const headers = isV2 ? record.headers : []
    return {
      offset,
      timestamp,
      keySize: key?.length ?? -1,
      valueSize: value?.length ?? -1,
      ...(isV2 && { sequence: record.sequence, headerKeys: headers.map((header) => header.key) }),
      ...(crc !== undefined && { crc }),
      ...(control !== undefined && {
        control: {
          type: control.type,
          ...optional('coordinatorEpoch', control.coordinatorEpoch),
          ...optional('message', control.message?.json),
        },
      }),
      ...(printContents && { key: shown(key, keyFormat), value: shown(value, valueFormat) }),
      ...(printContents &&
        isV2 && { headers: headers.map((header) => ({ key: header.key, value: shown(header.value, valueFormat) })) }),
    }
  }

  #separator(): string {
    return this.#items++ === 0 ? '\n ' : ',\n '
  }

  #closeBatch(): void {
    if (this.#records !== undefined) this.#options.out(']}')
    this.#records = undefined
  }
}

function optional(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value }
}

function int64AsString(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
