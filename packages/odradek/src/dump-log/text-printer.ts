import { basename } from 'node:path'

import type { BatchFacts } from './batch-facts.ts'
import { type BytesFormat, type DumpedFile, type DumpPrinter, type EntryFields, formatBytes } from './printer.ts'
import type { LogProblem } from './printer.ts'
import type { RecordFacts } from './record-facts.ts'

/** How text is printed, and where to. */
export interface TextPrinterOptions {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether keys and values are printed as well. */
  readonly printContents: boolean
  readonly keyFormat: BytesFormat
  readonly valueFormat: BytesFormat
}

/** Prints line by line what kafka-dump-log of Kafka 4.3.1 prints; faults go to standard error. */
export class TextPrinter implements DumpPrinter {
  readonly #options: TextPrinterOptions
  #file = ''

  constructor(options: TextPrinterOptions) {
    this.#options = options
  }

  beginFile({ name, kind, baseOffset }: DumpedFile): void {
    this.#file = name
    this.#line(`Dumping ${name}`)
    if (kind === 'log' && baseOffset !== undefined) this.#line(`Log starting offset: ${baseOffset}`)
    if (kind === 'checkpoint') this.#line(checkpointText(name))
  }

  batch(facts: BatchFacts): void {
    this.#line(batchText(facts))
  }

  record(facts: RecordFacts): void {
    const { printContents, keyFormat, valueFormat } = this.#options
    let text = recordText(facts)
    if (printContents && facts.control === undefined) {
      const { key, value } = facts.record
      if (key !== null) text += ` key: ${formatBytes(key, keyFormat)}`
      if (value !== null) text += ` payload: ${formatBytes(value, valueFormat)}`
    }
    this.#line(text)
  }

  entry(fields: EntryFields): void {
    this.#line(
      Object.entries(fields)
        .map(([name, value]) => `${name}: ${value ?? 'OptionalLong.empty'}`)
        .join(' '),
    )
  }

  remark(text: string): void {
    this.#line(text)
  }

  note(text: string): void {
    this.#options.err(`odradek: ${this.#file}: ${text}\n`)
  }

  trailingBytes(count: number): void {
    this.#line(`Found ${count} invalid bytes at the end of ${basename(this.#file)}`)
  }

  problem({ position, message }: LogProblem): void {
    this.#options.err(problemText(this.#file, { position, message }))
  }

  endFile(): void {}

  end(): void {}

  #line(text: string): void {
    this.#options.out(`${text}\n`)
  }
}

/** A fault in one line, for standard error. */
export function problemText(file: string, { position, message }: LogProblem): string {
  return `odradek: ${file}: ${position === undefined ? '' : `at position ${position}: `}${message}\n`
}

function checkpointText(name: string): string {
  if (basename(name) === 'bootstrap.checkpoint') return 'KRaft bootstrap snapshot'
  const [, offset, epoch] = /^(\d{1,20})-(\d{1,10})\./.exec(basename(name)) ?? []
  if (offset === undefined || epoch === undefined) return 'Snapshot'
  return `Snapshot end offset: ${BigInt(offset)}, epoch: ${Number(epoch)}`
}

function batchText({ v2, ...facts }: BatchFacts): string {
  const { lastOffset, position, timestampType, maxTimestamp, sizeInBytes, magic, compression, crc, isValid } = facts
  const head =
    v2 === undefined
      ? `offset: ${lastOffset}`
      : `baseOffset: ${v2.baseOffset} lastOffset: ${lastOffset} count: ${v2.count} baseSequence: ${v2.baseSequence} ` +
        `lastSequence: ${v2.lastSequence} producerId: ${v2.producerId} producerEpoch: ${v2.producerEpoch} ` +
        `partitionLeaderEpoch: ${v2.partitionLeaderEpoch} isTransactional: ${v2.isTransactional} ` +
        `isControl: ${v2.isControl} deleteHorizonMs: ${optionalLong(v2.deleteHorizonMs)}`
  return (
    `${head} position: ${position} ${timestampType}: ${maxTimestamp} size: ${sizeInBytes} magic: ${magic} ` +
    `compresscodec: ${compression} crc: ${crc} isvalid: ${isValid ?? 'unchecked'}`
  )
}

function recordText({ record, timestampType, crc, control }: RecordFacts): string {
  const { offset, exactTimestamp, key, value } = record
  let text = `| offset: ${offset} ${timestampType}: ${exactTimestamp} keySize: ${key?.length ?? -1} valueSize: ${value?.length ?? -1}`
  if (record.batch.magic < 2) return `${text} isValid: true crc: ${crc}`
  text += ` sequence: ${record.sequence} headerKeys: [${record.headers.map((header) => header.key).join(',')}]`
  if (control === undefined) return text
  const { type, typeId, coordinatorEpoch, message } = control
  if (coordinatorEpoch !== undefined) {
    return `${text} endTxnMarker: ${type.toUpperCase()} coordinatorEpoch: ${coordinatorEpoch}`
  }
  if (message !== undefined) return `${text} ${message.name} ${message.text}`
  return `${text} controlType: ${type.toUpperCase()}(${typeId})`
}

function optionalLong(value: bigint | undefined): string {
  return value === undefined ? 'OptionalLong.empty' : `OptionalLong[${value}]`
}
