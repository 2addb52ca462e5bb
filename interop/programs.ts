import { execFile } from 'node:child_process'

/** How a program is run. */
export interface RunOptions {
  /** Text on its standard input. */
  readonly input?: string
  readonly timeoutMs?: number
}

/** Runs a program to its end and gives its standard output. Rejects on a failure, with what it printed on standard error. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input = '', timeoutMs = 60_000 }: RunOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { timeout: timeoutMs, maxBuffer: 1 << 26 }, (error, stdout) => {
      if (error) reject(new Error(`${error.message}\n${stdout}`, { cause: error }))
      else resolve(stdout)
    })
    child.stdin?.end(input)
  })
}

/** Numbered lines, so that a missing, doubled or reordered one shows: `key-3:value 3`. */
export function numberedLines(count: number, separator = ':'): string[] {
  return Array.from({ length: count }, (_, i) => `key-${i % 7}${separator}value ${i} é😀`)
}
