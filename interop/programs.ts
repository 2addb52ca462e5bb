import { execFile } from 'node:child_process'

/** How a program is run. */
export interface RunOptions {
  /** Text on its standard input. */
  readonly input?: string
  readonly timeoutMs?: number
  /** Default: the environment of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Whether an exit code other than 0 is no failure: the output says what there is to know. */
  readonly failing?: boolean
}

/** Runs a program to its end and gives its standard output. Rejects on a failure, with what it printed on standard error. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input = '', timeoutMs = 60_000, env = process.env, failing = false }: RunOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { timeout: timeoutMs, maxBuffer: 1 << 26, env }, (error, stdout) => {
      if (error && !(failing && typeof error.code === 'number'))
        reject(new Error(`${error.message}\n${stdout}`, { cause: error }))
      else resolve(stdout)
    })
    child.stdin?.end(input)
  })
}

/** Numbered lines, so that a missing, doubled or reordered one shows: `key-3:value 3`. */
export function numberedLines(count: number, separator = ':'): string[] {
  return Array.from({ length: count }, (_, i) => `key-${i % 7}${separator}value ${i} é😀`)
}
