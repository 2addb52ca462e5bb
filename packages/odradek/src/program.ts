import { Command, CommanderError } from 'commander'

import { exitCodes } from './cli/command-error.ts'
import { printError } from './cli/print-error.ts'
import type { ProgramIo } from './cli/program-io.ts'
import { programVersion } from './cli/program-version.ts'
import { brokerCommand } from './commands/broker.ts'
import { dumpLogCommand } from './commands/dump-log.ts'
import { fixturesCommand } from './commands/fixtures.ts'
import { mainJobCommand } from './commands/main-job.ts'
import { partitionOfCommand } from './commands/partition-of.ts'
import { proxyCommand } from './commands/proxy.ts'

/** A subcommand's action says what the program's exit code is. */
export type SetExitCode = (exitCode: number) => void

/** Makes a subcommand: one file in commands/ each. */
export type CommandFactory = (io: ProgramIo, setExitCode: SetExitCode) => Command

const commands: readonly CommandFactory[] = [
  mainJobCommand,
  brokerCommand,
  proxyCommand,
  dumpLogCommand,
  partitionOfCommand,
  fixturesCommand,
]

const EXAMPLES = `
Examples:
  odradek main-job                                   the whole way of a record, on a broker in this process
  odradek main-job --bootstrap localhost:9092 *.log  the same with files of yours, on a real cluster
  odradek broker --port 9092                         a Kafka broker for tests, until Ctrl-C
  odradek proxy --to kafka:9092 --fault delayMs=50   faults in front of any cluster, until Ctrl-C
  odradek dump-log /var/lib/kafka/orders-0/*.log     what a broker's files hold
  odradek partition-of --key order-1 --partitions 6  where a producer sends a key
  odradek fixtures check fixtures                    our codecs against bytes made by Apache Kafka

Exit codes: 0 all is well, 1 a fault was found or the work could not be done, 2 a wrong call, 130 Ctrl-C.
Every command takes --json and then prints one JSON document on standard output.`

/** Runs the program with its arguments (without node and script) and returns its exit code. Prints errors; throws none. */
export async function runProgram(args: readonly string[], io: ProgramIo): Promise<number> {
  let exitCode: number = exitCodes.ok
  const program = new Command('odradek')
    .description('Kafka for TypeScript: a producer, a consumer and a broker that check each other.')
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES)
  for (const make of commands) program.addCommand(make(io, (code) => (exitCode = code)))
  prepare(program, io)
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander has printed its own errors; its code is 1 for each of them, and they are all wrong calls.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    return printError(error, io, args.includes('--json'))
  }
}

/** Output and exit go through `io` and `runProgram`, in every subcommand. */
function prepare(command: Command, io: ProgramIo): void {
  command.exitOverride()
  command.configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: (text, write) => write(text.replace(/^error: /, 'odradek: ')),
  })
  if (command.commands.length === 0) command.showHelpAfterError(`(odradek ${pathOf(command)}--help says more)`)
  for (const child of command.commands) prepare(child, io)
}

function pathOf(command: Command): string {
  const { parent } = command
  return parent === null ? '' : `${pathOf(parent)}${command.name()} `
}
