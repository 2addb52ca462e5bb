import { Readable } from 'node:stream'

import type { ProgramIo } from '../../src/cli/program-io.ts'
import { runProgram } from '../../src/program.ts'

/** What a run of the program left behind. */
export interface ProgramRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** How the program is run. */
export interface RunOptions {
  readonly cwd?: string
  /** What is piped in; nothing: standard input is a terminal. */
  readonly stdin?: string
  readonly env?: Record<string, string>
  /** Aborted in place of Ctrl-C. */
  readonly interrupt?: AbortSignal
  /** Called with each piece of standard output and error. */
  readonly onOutput?: (text: string) => void
}

/** Runs the program within this process, without a terminal. */
export async function runInProcess(args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  const written = { stdout: '', stderr: '' }
  const outputTo = (name: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[name] += text
      options.onOutput?.(text)
    },
  })
  const stdin = Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)])
  const io: ProgramIo = {
    stdin: Object.assign(stdin, { isTTY: options.stdin === undefined }),
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    cwd: options.cwd ?? '/',
    env: options.env ?? {},
    watchInterrupts() {
      const signal = options.interrupt ?? new AbortController().signal
      return {
        signal,
        get exitCode() {
          return signal.aborted ? 130 : undefined
        },
        dispose() {},
      }
    },
  }
  const exitCode = await runProgram(args, io)
  return { exitCode, ...written }
}
