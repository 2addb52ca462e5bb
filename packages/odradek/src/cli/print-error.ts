import { DecodeError } from '@odradek/bytes'
import { KafkaError, UsageError } from '@odradek/protocol'

import { CommandError, exitCodes } from './command-error.ts'
import type { ProgramIo } from './program-io.ts'

/** Prints an error for people on stderr, and with `json` as an object on stdout too. Returns the exit code that goes with it. */
export function printError(error: unknown, io: ProgramIo, json: boolean): number {
  const { message, code, hint, exitCode, expected } = describe(error)
  io.stderr.write(`odradek: ${message}\n`)
  if (hint !== undefined) io.stderr.write(`  ${hint}\n`)
  if (io.env['ODRADEK_DEBUG'] && error instanceof Error) io.stderr.write(`${error.stack}\n`)
  else if (!expected)
    io.stderr.write('  This is a fault of the program. Set ODRADEK_DEBUG=1 to see where it happened.\n')
  if (json) {
    io.stdout.write(`${JSON.stringify({ ok: false, error: { code, message, ...(hint !== undefined && { hint }) } })}\n`)
  }
  return exitCode
}

interface Description {
  readonly message: string
  readonly code: string
  readonly hint?: string | undefined
  readonly exitCode: number
  /** Whether such errors belong to the course of things, so that no stack is wanted. */
  readonly expected: boolean
}

function describe(error: unknown): Description {
  if (error instanceof CommandError) {
    const code = error.exitCode === exitCodes.usage ? 'USAGE' : 'FAILED'
    return { message: error.message, code, hint: error.hint, exitCode: error.exitCode, expected: true }
  }
  if (KafkaError.is(error)) {
    const exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.fault
    return { message: error.message, code: error.code, exitCode, expected: error.code !== 'INVARIANT' }
  }
  if (DecodeError.is(error)) {
    return { message: error.message, code: error.code, exitCode: exitCodes.fault, expected: true }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { message, code: 'UNEXPECTED', exitCode: exitCodes.fault, expected: isSystemError(error) }
}

/** Errors of the operating system (ENOENT, EADDRINUSE ...) say themselves what is wrong. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
