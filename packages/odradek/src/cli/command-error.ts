/** What the program's exit code says: 1 when the work found a fault or could not be done, 2 when it was called wrongly, 128 + n after signal n. */
export const exitCodes = { ok: 0, fault: 1, usage: 2, interrupted: 130, terminated: 143 } as const

/** An error that the user can do something about: it is printed without a stack, with `hint` on a line of its own. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  /** What to do about it. */
  readonly hint: string | undefined
  /** The program's exit code; `exitCodes.fault` where nothing else is said. */
  readonly exitCode: number

  constructor(message: string, options: { hint?: string; exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.hint = options.hint
    this.exitCode = options.exitCode ?? exitCodes.fault
  }
}

/** A CommandError for a wrong call (exit code 2). */
export function usageError(message: string, hint?: string): CommandError {
  return new CommandError(message, { exitCode: exitCodes.usage, ...(hint !== undefined && { hint }) })
}
