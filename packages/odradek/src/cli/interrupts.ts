import { exitCodes } from './command-error.ts'

/**
 * One key press can arrive twice: the terminal signals every process in the foreground, and npm passes the signal on to its child
 * as well. Signals that close together are one request to stop.
 */
const SAME_REQUEST_MS = 300

const exitCodeOf = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const
type StopSignal = keyof typeof exitCodeOf

/** A request to stop, from Ctrl-C or SIGTERM. */
export interface Interrupts {
  /** Aborted by the first signal: close down cleanly. A second one ends the process at once. */
  readonly signal: AbortSignal
  /** The exit code that the signal asks for: 130 after SIGINT, 143 after SIGTERM. Undefined while there was none. */
  readonly exitCode: number | undefined
  /** Stops watching, so that signals have their usual effect again. */
  dispose(): void
}

/** The part of `process` that is needed. */
export interface SignalSource {
  on(event: StopSignal, listener: () => void): unknown
  off(event: StopSignal, listener: () => void): unknown
  exit(code: number): unknown
}

/** Watches for SIGINT and SIGTERM until disposed. */
export function watchInterrupts(source: SignalSource, clock: { now(): number }): Interrupts {
  const abort = new AbortController()
  let first: { atMs: number; exitCode: number } | undefined
  const onSignal = (name: StopSignal) => {
    if (first === undefined) {
      first = { atMs: clock.now(), exitCode: exitCodeOf[name] }
      abort.abort()
    } else if (clock.now() - first.atMs > SAME_REQUEST_MS) {
      source.exit(exitCodeOf[name])
    }
  }
  const listeners = { SIGINT: () => onSignal('SIGINT'), SIGTERM: () => onSignal('SIGTERM') }
  for (const name of ['SIGINT', 'SIGTERM'] as const) source.on(name, listeners[name])
  return {
    signal: abort.signal,
    get exitCode() {
      return first?.exitCode
    },
    dispose() {
      for (const name of ['SIGINT', 'SIGTERM'] as const) source.off(name, listeners[name])
    },
  }
}
