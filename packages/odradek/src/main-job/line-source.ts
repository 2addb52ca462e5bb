import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import { CommandError, usageError } from '../cli/command-error.ts'
import { LineSplitter, type Line } from './line-splitter.ts'

/** Where lines come from: a file that is read when its turn comes, or an open stream such as standard input. */
export interface LineInput {
  /** The key of its records: the file's name as it was given, or `stdin`. */
  readonly name: string
  open(): AsyncIterable<Uint8Array>
  /** Whether it can be opened a second time, so that its lines can be counted before. */
  readonly countable: boolean
}

/** Some lines of one input, in order. */
export interface LineChunk {
  readonly name: string
  readonly lines: readonly Line[]
}

/** A line that is not produced because it is longer than the limit. */
export interface SkippedLine {
  readonly name: string
  readonly lineNumber: number
  readonly sizeInBytes: number
}

/** What was met on the way. */
export interface LineSourceCounts {
  /** Lines handed out. */
  lines: number
  /** Bytes of their values. */
  bytes: number
  /** Lines that are not valid UTF-8; they are produced as they are. */
  invalidUtf8: number
  /** Lines left out, the first `MAX_SKIPPED_LISTED` of them one by one. */
  skipped: number
  readonly skippedLines: SkippedLine[]
}

const MAX_SKIPPED_LISTED = 20

/** A file as an input. Throws CommandError (a wrong call) where it is missing, a folder, or may not be read. */
export async function fileInput(name: string, path: string): Promise<LineInput> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory())
      throw usageError(`${name} is a folder`, `Give its files: odradek main-job ${name.replace(/\/$/, '')}/*`)
    return { name, open: () => createReadStream(path), countable: facts.isFile() }
  } catch (error) {
    throw readable(error, name)
  }
}

/** An open stream as an input, which can be read once. */
export function streamInput(name: string, stream: AsyncIterable<Uint8Array>): LineInput {
  return { name, open: () => stream, countable: false }
}

/** Reads inputs one after the other, a chunk of lines at a time; nothing is read ahead of what the caller asks for but one chunk. */
export class LineSource {
  readonly #inputs: readonly LineInput[]
  readonly #maxLineBytes: number
  /** What was met so far. */
  readonly counts: LineSourceCounts = { lines: 0, bytes: 0, invalidUtf8: 0, skipped: 0, skippedLines: [] }

  constructor(inputs: readonly LineInput[], maxLineBytes: number) {
    this.#inputs = inputs
    this.#maxLineBytes = maxLineBytes
  }

  /** How many lines there are, counted by reading every input through; undefined where one of them can be read only once. */
  async countLines(signal?: AbortSignal): Promise<number | undefined> {
    if (!this.#inputs.every((input) => input.countable)) return undefined
    let lines = 0
    for (const input of this.#inputs) {
      let last = 0x0a
      for await (const chunk of readableChunks(input)) {
        if (signal?.aborted) return undefined
        for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines++
        last = chunk.at(-1) ?? last
      }
      if (last !== 0x0a) lines++
    }
    return lines
  }

  /** The lines of every input. Throws CommandError where an input cannot be read. */
  async *chunks(): AsyncGenerator<LineChunk> {
    for (const input of this.#inputs) {
      const splitter = new LineSplitter(this.#maxLineBytes, (line) => this.#skip({ name: input.name, ...line }))
      for await (const chunk of readableChunks(input)) {
        const lines = splitter.push(chunk)
        if (lines.length > 0) yield this.#count(input.name, lines)
      }
      const lines = splitter.end()
      if (lines.length > 0) yield this.#count(input.name, lines)
    }
  }

  #skip(line: SkippedLine): void {
    this.counts.skipped++
    if (this.counts.skippedLines.length < MAX_SKIPPED_LISTED) this.counts.skippedLines.push(line)
  }

  #count(name: string, lines: readonly Line[]): LineChunk {
    this.counts.lines += lines.length
    for (const { value } of lines) {
      this.counts.bytes += value.length
      if (!isUtf8(value)) this.counts.invalidUtf8++
    }
    return { name, lines }
  }
}

async function* readableChunks(input: LineInput): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of input.open()) yield chunk
  } catch (error) {
    throw readable(error, input.name)
  }
}

/** Turns an error of the file system into one that names the file and says what is wrong. */
function readable(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOENT') return usageError(`there is no file ${name}`)
  if (error.code === 'EACCES' || error.code === 'EPERM') return usageError(`${name} may not be read`)
  return new CommandError(`${name} cannot be read: ${error.message}`, { cause: error })
}
