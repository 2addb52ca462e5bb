import { resolve } from 'node:path'

import { systemEnvironment } from '@odradek/network'
import { Command } from 'commander'

import { colorsFor } from '../cli/colors.ts'
import { exitCodes, usageError } from '../cli/command-error.ts'
import { wholeNumber } from '../cli/number-option.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import { fileInput, LineSource, streamInput, type LineInput } from '../main-job/line-source.ts'
import { pipedInput } from '../main-job/piped-input.ts'
import { findRepositoryRoot, listRepositoryFiles } from '../main-job/repository-files.ts'
import type { SetExitCode } from '../program.ts'

/** A record's key, value and a little more fit Kafka's default limits of 1 MiB with this many bytes of value. */
const DEFAULT_MAX_LINE_BYTES = 1_000_000

/** How long a pipe may stay silent before the repository's files are taken instead. */
const PIPE_PATIENCE_MS = 500

const DESCRIPTION = [
  "Turns every line of the files into a record, keyed by the file's name, produces it, and reads everything back with a consumer group",
  'of two members, of which one joins late and one leaves early. A ledger of its own compares what was acknowledged with what was',
  'consumed: nothing lost, nothing changed, nothing out of order, everything committed.',
].join(' ')

const EXAMPLES = `
Files: without any, what is piped in; else, in a clone of this project, its own text files. "-" is standard input by name. A line ends with LF or CRLF; its bytes are the record's value as they are, valid UTF-8 or not. A line longer
than --max-line-bytes is not produced: it is named, and the exit code is 1.

Without --bootstrap a broker runs in this process, on a port of its own. With it, the topic is made on your cluster and deleted
at the end. A topic that exists already (--topic) is kept, and what it holds is left alone.

Examples:
  odradek main-job
  odradek main-job --json access.log | jq .producedPerSecond
  odradek main-job --bootstrap localhost:9092 --partitions 12 *.md
  zcat big.log.gz | odradek main-job --rate 5000 -`

interface MainJobOptions {
  readonly bootstrap?: string
  readonly topic?: string
  readonly partitions: number
  readonly keepTopic?: true
  readonly rate?: number
  readonly timeout: number
  readonly maxLineBytes: number
  readonly json?: true
}

/** `odradek main-job`: the way of a record out and in, checked. */
export function mainJobCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  return new Command('main-job')
    .description(DESCRIPTION)
    .summary('produce the lines of files, consume them with a changing group, compare')
    .argument('[files...]', 'files to read; "-" is standard input')
    .option('-b, --bootstrap <host:port>', 'brokers of a cluster, with commas between them')
    .option('-t, --topic <name>', 'the topic (default: a new name)')
    .option('-p, --partitions <n>', 'partitions of a new topic', wholeNumber(1, 10_000), 6)
    .option('--keep-topic', 'do not delete the topic at the end')
    .option('--rate <n>', 'produce at most n records a second', wholeNumber(1, 100_000_000))
    .option('--timeout <ms>', 'limit for each question to the cluster', wholeNumber(100, 3_600_000), 10_000)
    .option('--max-line-bytes <n>', 'longest line', wholeNumber(1, 100_000_000), DEFAULT_MAX_LINE_BYTES)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: MainJobOptions) => {
      setExitCode(await runMainJob(io, files, options))
    })
}

async function runMainJob(io: ProgramIo, files: readonly string[], options: MainJobOptions): Promise<number> {
  const inputs = await inputsOf(io, files)
  const environment = systemEnvironment()
  // The clients and the broker are loaded only by who needs them.
  const [{ Broker }, { createProgress }, { MainJob }, { reportText }] = await Promise.all([
    import('@odradek/broker'),
    import('../cli/progress.ts'),
    import('../main-job/job.ts'),
    import('../main-job/report.ts'),
  ])
  const interrupts = io.watchInterrupts()
  const broker = options.bootstrap === undefined ? await Broker.start({ partitions: options.partitions }) : undefined
  try {
    const name = freshName(environment.random)
    const job = new MainJob({
      bootstrapServers: options.bootstrap ?? broker!.bootstrapServers,
      embeddedBroker: broker !== undefined,
      source: new LineSource(inputs, options.maxLineBytes),
      inputs: inputs.length,
      topic: options.topic ?? name,
      topicIsNew: options.topic === undefined,
      group: `${name}-group`,
      partitions: options.partitions,
      keepTopic: options.keepTopic === true,
      ratePerSecond: options.rate,
      timeoutMs: options.timeout,
      environment,
      signal: interrupts.signal,
    })
    const progress = createProgress(io, {
      bars: [
        { label: 'produced', unit: 'records', value: () => job.progress.produced, total: () => job.progress.total },
        { label: 'consumed', unit: 'records', value: () => job.progress.consumed, total: () => job.progress.total },
      ],
    })
    const report = await job.run().finally(() => progress.stop())
    if (options.json) io.stdout.write(`${JSON.stringify(report)}\n`)
    else io.stdout.write(reportText(report, colorsFor(io.stdout, io.env)))
    return interrupts.exitCode ?? (report.ok ? exitCodes.ok : exitCodes.fault)
  } finally {
    await broker?.close()
    interrupts.dispose()
    // An open standard input would keep the process alive after Ctrl-C.
    if (interrupts.signal.aborted) io.stdin.destroy?.()
  }
}

/** What to read: the files given, else what is piped in, else the repository's own text files. */
async function inputsOf(io: ProgramIo, files: readonly string[]): Promise<LineInput[]> {
  if (files.length > 0) {
    if (files.filter((file) => file === '-').length > 1) throw usageError('standard input ("-") can be given once')
    return Promise.all(
      files.map((file) => (file === '-' ? streamInput('stdin', io.stdin) : fileInput(file, resolve(io.cwd, file)))),
    )
  }
  const root = await findRepositoryRoot(io.cwd)
  if (root === undefined) {
    if (!io.stdin.isTTY) return [streamInput('stdin', io.stdin)]
    throw usageError('there is nothing to read', 'Give files, or pipe something in: odradek main-job *.md')
  }
  const piped = io.stdin.isTTY ? undefined : await pipedInput(io.stdin, PIPE_PATIENCE_MS)
  if (piped !== undefined) return [piped]
  const names = await listRepositoryFiles(root)
  return Promise.all(names.map((name) => fileInput(name, resolve(root, name))))
}

/** A name that no other run has. */
function freshName(random: () => number): string {
  const digits = Math.floor(random() * 36 ** 6).toString(36)
  return `odradek-main-job-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${digits.padStart(6, '0')}`
}
