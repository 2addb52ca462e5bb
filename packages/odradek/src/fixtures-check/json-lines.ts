import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

import { CommandError } from '../cli/command-error.ts'
import { LineSplitter } from '../main-job/line-splitter.ts'

/** Longer than any line of the corpus by far; what is longer is not a test vector. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

/** One line of a JSON lines file: what it says, or why it says nothing. */
export type JsonLine = { readonly lineNumber: number } & (
  { readonly entry: Record<string, unknown> } | { readonly problem: string }
)

/** The lines of a `.jsonl` or `.jsonl.gz` file. Blank lines are passed over. Throws CommandError where the file cannot be read. */
export async function* readJsonLines(path: string, name: string): AsyncGenerator<JsonLine> {
  const problems: JsonLine[] = []
  const splitter = new LineSplitter(MAX_LINE_BYTES, ({ lineNumber, sizeInBytes }) => {
    problems.push({ lineNumber, problem: `a line of ${sizeInBytes} bytes is too long to be a test vector` })
  })
  try {
    for await (const chunk of open(path)) {
      for (const line of splitter.push(chunk)) yield* parse(line.lineNumber, line.value)
      yield* problems.splice(0)
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new CommandError(`${name} cannot be read: ${error.message}`, { cause: error })
  }
  for (const line of splitter.end()) yield* parse(line.lineNumber, line.value)
  yield* problems
}

function open(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

function* parse(lineNumber: number, bytes: Uint8Array): Generator<JsonLine> {
  const text = Buffer.from(bytes).toString('utf8')
  if (text.trim() === '') return
  let entry: unknown
  try {
    entry = JSON.parse(text)
  } catch (error) {
    yield { lineNumber, problem: `not JSON: ${(error as Error).message}` }
    return
  }
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    yield { lineNumber, entry: entry as Record<string, unknown> }
  } else {
    yield { lineNumber, problem: 'a JSON object is needed, one a line' }
  }
}
