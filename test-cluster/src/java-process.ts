/** Runs JVMs: a long-running one whose output goes to a log file, and short ones that run to their end. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { execa } from 'execa'
import { ClusterError } from './cluster-error.ts'
import type { Watchdog } from './watchdog.ts'

/**
 * Flags for JVMs that live for seconds: one garbage collector thread, the quick compiler only, no files in the shared
 * temp folder (native compression libraries are unpacked into `temporaryFolder` instead).
 */
export const smallJvmFlags = (heap: string, temporaryFolder: string): string[] => [
  `-Xmx${heap}`,
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-Djava.awt.headless=true',
  `-Djava.io.tmpdir=${temporaryFolder}`,
]

/** Flags that a caller chose, for measuring: only the place of temporary files is added. */
export const chosenJvmFlags = (flags: readonly string[], temporaryFolder: string): string[] => [
  ...flags,
  '-Djava.awt.headless=true',
  `-Djava.io.tmpdir=${temporaryFolder}`,
]

/** How a process ended: with an exit code, by a signal, or not even started (`error`). */
export interface ProcessEnd {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly error?: Error
}

/** `exit code 1`, `signal SIGKILL`. */
export const describeEnd = (end: ProcessEnd): string =>
  end.error ? end.error.message : end.signal ? `signal ${end.signal}` : `exit code ${end.exitCode}`

/** The last lines of a text file; empty if it cannot be read. */
export const lastLines = async (file: string, count = 25): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** A JVM that runs until it is stopped. */
export class JavaProcess {
  readonly logFile: string
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  readonly ended: Promise<ProcessEnd>
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, logFile: string) {
    this.#child = child
    this.logFile = logFile
    this.ended = new Promise((resolve) => {
      child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }))
      child.once('error', (error) => resolve({ exitCode: null, signal: null, error }))
    })
  }

  /** Starts `java` with its standard output and error added to `logFile`. */
  static async start(java: string, args: string[], logFile: string, watchdog: Watchdog): Promise<JavaProcess> {
    const log = await open(logFile, 'a')
    try {
      // Detached: a Ctrl-C in the terminal goes to this process alone, which then stops the JVM in its own order.
      const child = spawn(java, args, { stdio: ['ignore', log.fd, log.fd], detached: true })
      watchdog.watchProcess(child)
      return new JavaProcess(child, logFile)
    } finally {
      await log.close()
    }
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Sends the signal; nothing happens when the process has ended. */
  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** SIGTERM, and SIGKILL if the process is still there when `patience` settles. Resolves when it has ended. */
  async stop(patience: Promise<unknown>): Promise<void> {
    this.send('SIGTERM')
    await Promise.race([this.ended, patience])
    this.send('SIGKILL')
    await this.ended
  }
}

/** Settings of a program that is run to its end. */
export interface RunOptions {
  readonly watchdog: Watchdog
  readonly signal?: AbortSignal | undefined
  readonly folder?: string
  /** Text for the program's standard input; it is empty without. */
  readonly input?: string | Uint8Array | undefined
  /** Ends the program after this many milliseconds. */
  readonly timeoutMs?: number | undefined
  /** Called with each line of standard output, as it comes. */
  readonly onLine?: (line: string) => void
}

/** What a program has printed, and how it ended. */
export interface ProgramResult {
  readonly stdout: string
  readonly stderr: string
  /** `undefined` when the program was ended by a signal or could not be started. */
  readonly exitCode: number | undefined
  readonly timedOut: boolean
  /** The program does not exist or may not be run. */
  readonly notFound: boolean
}

/**
 * Runs a program to its end; an exit code other than 0 is data, not an error.
 * @throws ClusterError `aborted` when `signal` says so.
 */
export const runProgram = async (command: string, args: string[], options: RunOptions): Promise<ProgramResult> => {
  options.signal?.throwIfAborted()
  const child = execa(command, args, {
    input: options.input ?? '',
    reject: false,
    forceKillAfterDelay: 2000,
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
    ...(options.signal === undefined ? {} : { cancelSignal: options.signal }),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  })
  options.watchdog.watchProcess(child)
  if (options.onLine) {
    const onLine = options.onLine
    child.stdout.on('data', linesOf(onLine))
  }
  const result = await child
  if (result.isCanceled) throw new ClusterError('aborted', `${command} was stopped.`, { cause: options.signal?.reason })
  return {
    stdout: result.stdout,
    stderr: result.stderr,
    exitCode: result.exitCode,
    timedOut: result.timedOut,
    notFound: result.code === 'ENOENT' || result.code === 'EACCES',
  }
}

const linesOf = (onLine: (line: string) => void): ((chunk: Uint8Array) => void) => {
  const decoder = new TextDecoder()
  let unfinished = ''
  return (chunk) => {
    const lines = (unfinished + decoder.decode(chunk, { stream: true })).split('\n')
    unfinished = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}
