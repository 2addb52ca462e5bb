import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { Command, Option } from 'commander'

import { exitCodes, usageError } from '../cli/command-error.ts'
import { wholeNumber } from '../cli/number-option.ts'
import { BufferedOutput } from '../cli/buffered-output.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import { fileKindOf } from '../dump-log/file-kind.ts'
import type { BytesFormat, DumpPrinter } from '../dump-log/printer.ts'
import type { SetExitCode } from '../program.ts'

const EXAMPLES = `
Prints line by line what kafka-dump-log of Kafka 4.3 prints, for files of any version from 0.8 on: .log, .index, .timeindex, .txnindex,
.snapshot (producers), .checkpoint (KRaft) and leader-epoch-checkpoint; .deleted, .cleaned and .swap behind that are passed over. An index
is compared with the .log (and .index) of the same name beside it. Other files are named and left out.

Damage is told on standard error with its position, and the exit code is 1: a batch whose CRC is wrong (isvalid: false), records that
cannot be read, bytes at the end that are no whole batch. What can be read of the rest is printed. Kafka's program ends at once there.

Files are streamed: memory is bounded by the largest batch (256 MiB at most; expanded 128 MiB).

Examples:
  odradek dump-log /var/lib/kafka/orders-0/*.log
  odradek dump-log --print-data-log --value-format hex 00000000000000000000.log
  odradek dump-log --table --deep-iteration --max-messages 20 00000000000000000000.log
  odradek dump-log --json 00000000000000000000.log | jq '.files[].batches | length'`

interface DumpLogOptions {
  readonly printDataLog?: true
  readonly deepIteration?: true
  readonly keyFormat: BytesFormat
  readonly valueFormat: BytesFormat
  readonly maxMessages?: number
  readonly verifyCrc: boolean
  readonly table?: true
  readonly json?: true
}

/** `odradek dump-log`: the content of a broker's files. */
export function dumpLogCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  const format = (flags: string, what: string) =>
    new Option(flags, `how ${what} are shown`).choices(['text', 'hex', 'base64']).default('text')
  return new Command('dump-log')
    .description("print a broker's log segments and indexes, as kafka-dump-log does")
    .argument('<files...>', "files of a partition's folder")
    .option('--deep-iteration', 'print the records of each batch as well')
    .option('--print-data-log', 'print keys and values too (--deep-iteration comes with it)')
    .addOption(format('--key-format <format>', 'keys'))
    .addOption(format('--value-format <format>', 'values'))
    .option('--max-messages <n>', 'stop in each file after n records (batches, entries)', wholeNumber(1, 2 ** 53 - 1))
    .option('--no-verify-crc', 'do not check the CRC of each batch')
    .addOption(new Option('--table', 'print tables').conflicts('json'))
    .option('--json', 'print one JSON document; int64 values are strings')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: DumpLogOptions) => {
      setExitCode(await runDumpLog(io, files, options))
    })
}

async function runDumpLog(io: ProgramIo, names: readonly string[], options: DumpLogOptions): Promise<number> {
  const files = await logFiles(io, names)
  const { dumpFile } = await import('../dump-log/dump-file.ts')
  const output = new BufferedOutput(io.stdout)
  const deep = options.deepIteration === true || options.printDataLog === true
  const printer = await printerFor(options, deep, output, io)
  const interrupts = io.watchInterrupts()
  let problems = 0
  try {
    for (const { name, path } of files) {
      if (interrupts.signal.aborted) break
      const { verifyCrc, maxMessages = Infinity } = options
      const dump = { deep, verifyCrc, maxMessages, signal: interrupts.signal, drained: () => output.drained() }
      problems += (await dumpFile(name, path, printer, dump)).problems
    }
    printer.end()
  } finally {
    await output.flush()
    interrupts.dispose()
  }
  return interrupts.exitCode ?? (problems === 0 ? exitCodes.ok : exitCodes.fault)
}

async function printerFor(
  options: DumpLogOptions,
  deep: boolean,
  output: BufferedOutput,
  io: ProgramIo,
): Promise<DumpPrinter> {
  const { keyFormat, valueFormat } = options
  const common = {
    out: (text: string) => output.write(text),
    err(text: string) {
      output.writeOut()
      io.stderr.write(text)
    },
    deep,
    printContents: options.printDataLog === true,
    keyFormat,
    valueFormat,
  }
  if (options.json) return new (await import('../dump-log/json-printer.ts')).JsonPrinter(common)
  if (options.table) return new (await import('../dump-log/table-printer.ts')).TablePrinter(common)
  return new (await import('../dump-log/text-printer.ts')).TextPrinter(common)
}

/** The files that can be dumped. Throws CommandError for one that is not there, or where there is none left. */
async function logFiles(io: ProgramIo, names: readonly string[]): Promise<{ name: string; path: string }[]> {
  const files = []
  for (const name of names) {
    const path = resolve(io.cwd, name)
    if (!(await isFile(path, name))) throw usageError(`${name} is a folder`, `Give its files: ${name}/*`)
    if (fileKindOf(path) === undefined) io.stderr.write(`Ignoring unknown file ${name}\n`)
    else files.push({ name, path })
  }
  if (files.length > 0) return files
  throw usageError(
    'there is nothing to dump',
    'Give files whose names end in .log, .index, .timeindex, .txnindex, .snapshot or .checkpoint, or leader-epoch-checkpoint.',
  )
}

async function isFile(path: string, name: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw usageError(`there is no file ${name}`)
    throw error
  }
}
