import { execFile } from 'node:child_process'

/** Runs a program to its end with text on its standard input and gives its standard output. Rejects on a failure, with what it printed on standard error. */
export function runProgram(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { timeout: 60_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ${args.join(' ')}: ${error.message}\n${stderr}`, { cause: error }))
      else resolve(stdout)
    })
    child.stdin?.end(input)
  })
}

/** Numbered lines, so that a missing, doubled or reordered one shows: `key-3:value 3`. */
export function numberedLines(count: number, separator = ':'): string[] {
  return Array.from({ length: count }, (_, i) => `key-${i % 7}${separator}value ${i} é😀`)
}
