#!/usr/bin/env node
import { processIo } from './cli/program-io.ts'
import { runProgram } from './program.ts'

// A reader that goes away (`odradek ... | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

void runProgram(process.argv.slice(2), processIo()).then((exitCode) => {
  process.exitCode = exitCode
})
