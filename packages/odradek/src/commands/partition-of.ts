import {
  describePartitioner,
  type Partitioner,
  partitionerByName,
  type PartitionerName,
  partitionerNames,
} from '@odradek/partitioners'
import { Command, Option } from 'commander'

import { BufferedOutput } from '../cli/buffered-output.ts'
import { exitCodes, usageError } from '../cli/command-error.ts'
import { nearestName } from '../cli/nearest-name.ts'
import { wholeNumber } from '../cli/number-option.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import { LineSplitter } from '../main-job/line-splitter.ts'
import type { SetExitCode } from '../program.ts'

const EXAMPLES = `
One --key prints its partition alone. Several, or lines on standard input, print a line each: the key as it was given, a tab, the
partition. --list names every partitioner: which client and version it is of, and what it does.

A key for which the partitioner draws a random partition (an empty one, with librdkafka-consistent-random) has "random" in place of a
number, null in JSON. scala-0.7 can give a partition below 0, as Kafka 0.7 did.

Examples:
  odradek partition-of --key order-1 --partitions 6
  odradek partition-of -k order-1 -k order-2 -n 6 --partitioner librdkafka-consistent
  odradek partition-of -k 0000002a -n 6 --key-format hex --partitioner scala-0.8.2-integer
  cut -d, -f1 orders.csv | odradek partition-of -n 12 --json`

/** Longer than any key that a broker takes by default. */
const MAX_KEY_LINE_BYTES = 16 << 20

type KeyFormat = 'utf8' | 'hex' | 'base64'

interface PartitionOfOptions {
  readonly key: readonly string[]
  readonly partitions?: number
  readonly partitioner: string
  readonly keyFormat: KeyFormat
  readonly list?: true
  readonly json?: true
}

/** `odradek partition-of`: where a client's partitioner puts a key. */
export function partitionOfCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  const collect = (key: string, before: readonly string[]) => [...before, key]
  return new Command('partition-of')
    .description("say which partition a client's partitioner chooses for a key")
    .addOption(
      new Option('-k, --key <key>', 'a key; can be given more than once')
        .argParser(collect)
        .default([], 'the lines of standard input'),
    )
    .option('-n, --partitions <n>', 'how many partitions the topic has', wholeNumber(1, 2 ** 31 - 1))
    .option('-p, --partitioner <name>', 'one of those that --list names', 'java')
    .addOption(
      new Option('--key-format <format>', 'how keys are written').choices(['utf8', 'hex', 'base64']).default('utf8'),
    )
    .option('--list', 'list the partitioners')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: PartitionOfOptions) => {
      if (options.list) listPartitioners(io, options.json === true)
      else await printPartitions(io, options)
      setExitCode(exitCodes.ok)
    })
}

function listPartitioners(io: ProgramIo, json: boolean): void {
  const partitioners = partitionerNames.map(describePartitioner)
  if (json) {
    io.stdout.write(`${JSON.stringify({ ok: true, partitioners })}\n`)
    return
  }
  const width = Math.max(...partitionerNames.map((name) => name.length))
  for (const { name, doc } of partitioners) io.stdout.write(`${name.padEnd(width)}  ${doc}\n`)
}

async function printPartitions(io: ProgramIo, options: PartitionOfOptions): Promise<void> {
  const name = partitionerNamed(options.partitioner)
  const { partitions, keyFormat } = options
  if (partitions === undefined) throw usageError('the number of partitions is missing', 'Give --partitions <n>.')
  const chooser = new PartitionChooser(name, partitions)
  const output = new BufferedOutput(io.stdout)
  const keys = options.key.length > 0 ? options.key : stdinKeys(io)
  const isAlone = options.key.length === 1
  let count = 0
  const head = { ok: true, partitioner: name, partitions, keyFormat }
  if (options.json) output.write(`${JSON.stringify(head).slice(0, -1)},"keys":[`)
  for await (const key of keys) {
    const partition = chooser.partitionOf(key, keyFormat)
    if (options.json)
      output.write(`${count === 0 ? '' : ','}\n${JSON.stringify({ key, partition: partition ?? null })}`)
    else output.write(isAlone ? `${partition ?? 'random'}\n` : `${key}\t${partition ?? 'random'}\n`)
    count++
    await output.drained()
  }
  if (options.json) output.write(']}\n')
  await output.flush()
}

/** Throws CommandError (a wrong call) with the nearest name. */
function partitionerNamed(name: string): PartitionerName {
  const known = partitionerNames.find((other) => other === name)
  if (known === undefined) {
    const nearest = nearestName(name, partitionerNames)
    const meant = nearest === undefined ? '' : `Did you mean ${nearest}? `
    throw usageError(`there is no partitioner '${name}'`, `${meant}--list names them all.`)
  }
  if (!describePartitioner(known).usesKey) {
    throw usageError(`${known} does not look at keys`, describePartitioner(known).doc)
  }
  return known
}

/** The lines of standard input. Throws CommandError where that is a terminal. */
async function* stdinKeys(io: ProgramIo): AsyncGenerator<string, undefined> {
  if (io.stdin.isTTY) throw usageError('there is no key', 'Give --key <key>, or pipe keys in, one a line.')
  const splitter = new LineSplitter(MAX_KEY_LINE_BYTES, ({ lineNumber, sizeInBytes }) => {
    throw usageError(`line ${lineNumber} of standard input has ${sizeInBytes} bytes: too long for a key`)
  })
  for await (const chunk of io.stdin) yield* splitter.push(chunk).map(lineText)
  yield* splitter.end().map(lineText)
}

function lineText({ lineNumber, value }: { lineNumber: number; value: Uint8Array }): string {
  const bytes = Buffer.from(value)
  const text = bytes.toString('utf8')
  if (Buffer.from(text).equals(bytes)) return text
  throw usageError(`line ${lineNumber} of standard input is not UTF-8`, 'Give such keys as --key-format hex or base64.')
}

/** A random number that was asked for: the key did not decide. */
class RandomAsked extends Error {
  override readonly name = 'RandomAsked'
}

class PartitionChooser {
  readonly #name: PartitionerName
  readonly #partitionCount: number
  #partitioner: Partitioner

  constructor(name: PartitionerName, partitionCount: number) {
    this.#name = name
    this.#partitionCount = partitionCount
    this.#partitioner = this.#create()
  }

  /** Undefined where the partitioner takes the key for none. Throws CommandError where it is not one that it can take. */
  partitionOf(text: string, format: KeyFormat): number | undefined {
    const key = keyBytes(text, format)
    try {
      return this.#partitioner.partition({ topic: '', key, partitionCount: this.#partitionCount })
    } catch (error) {
      if (error instanceof RandomAsked) {
        this.#partitioner = this.#create()
        return undefined
      }
      if (error instanceof RangeError) throw usageError(`the key '${text}' is none for ${this.#name}: ${error.message}`)
      throw error
    }
  }

  #create(): Partitioner {
    return partitionerByName(this.#name, () => {
      throw new RandomAsked()
    })
  }
}

function keyBytes(text: string, format: KeyFormat): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, format))
  if (format === 'hex' && (text.length % 2 !== 0 || bytes.length !== text.length / 2)) {
    throw usageError(`the key '${text}' is not whole bytes in hex`)
  }
  const withoutPadding = text.replace(/=+$/, '')
  if (format === 'base64' && Buffer.from(bytes).toString('base64').replace(/=+$/, '') !== withoutPadding) {
    throw usageError(`the key '${text}' is not base64`)
  }
  return bytes
}
