import { watchInterrupts, type Interrupts } from './interrupts.ts'

/** Where text goes: a stream of the process, or a string in a test. */
export interface TextOutput {
  write(text: string): unknown
  /** Whether somebody is watching: progress bars and colours are for them alone. */
  readonly isTTY?: boolean | undefined
  /** Of a stream: tells when it takes more, after `write` has returned false. */
  once?(event: 'drain', listener: () => void): unknown
}

/** What the program has of the outside world, so that tests can run it within their own process. */
export interface ProgramIo {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined; destroy?(): unknown }
  readonly stdout: TextOutput
  readonly stderr: TextOutput
  /** The working directory: file names are taken from here. */
  readonly cwd: string
  /** Environment variables: NO_COLOR, FORCE_COLOR and ODRADEK_DEBUG are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Begins to watch for Ctrl-C; called by commands that run for long. */
  watchInterrupts(): Interrupts
}

/** The process itself. */
export function processIo(): ProgramIo {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    watchInterrupts: () => watchInterrupts(process, performance),
  }
}
