import { resolve } from 'node:path'

import type { BrokerOptions, StartTopic } from '@odradek/broker'
import { Command } from 'commander'

import type { HealthServer } from '../broker-command/health-server.ts'
import { propertiesOfEnvironment } from '../broker-command/kafka-environment.ts'
import type { PropertiesResult } from '../broker-command/server-properties.ts'
import { topicFlag } from '../broker-command/topic-flag.ts'
import { CommandError } from '../cli/command-error.ts'
import { listenError } from '../cli/listen-error.ts'
import { wholeNumber } from '../cli/number-option.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import { untilAborted } from '../cli/until-aborted.ts'
import type { SetExitCode } from '../program.ts'

const EXAMPLES = `
A broker for tests: without --data-dir, everything is kept in memory and gone when it ends. Topics come into being when they are first asked for.

Examples:
  odradek broker
  odradek broker --port 0 --json              a free port; the address is printed as JSON when clients can connect
  odradek broker --topic orders:3 --topic log:1:cleanup.policy=compact
  odradek broker --brokers 3 --data-dir ./kafka-data
  odradek broker --config server.properties   Kafka's own configuration file, as far as it has a meaning here
  kcat -b localhost:9092 -L                   any Kafka client can talk to it`

const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_PORT = 9092

interface BrokerFlags {
  readonly host?: string
  readonly port?: number
  readonly partitions?: number
  readonly brokers?: number
  readonly dataDir?: string
  readonly config?: string
  readonly kafkaEnv?: true
  readonly enforceQuotas?: true
  readonly topic?: readonly StartTopic[]
  readonly healthPort?: number
  readonly json?: true
}

/** `odradek broker`: the reference broker, until Ctrl-C. */
export function brokerCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  return new Command('broker')
    .description('run the reference broker until Ctrl-C')
    .option('--host <address>', `the address to listen on (default: ${DEFAULT_HOST})`)
    .option('--port <n>', `the port; 0 is any free one (default: ${DEFAULT_PORT})`, wholeNumber(0, 65_535))
    .option('--brokers <n>', 'how many brokers, each on a port of its own', wholeNumber(1, 100))
    .option('--data-dir <folder>', "keep everything in this folder, in Kafka's format")
    .option('--partitions <n>', 'partitions of a topic that is created automatically', wholeNumber(1, 10_000))
    .option('--topic <name[:partitions[:configs]]>', 'a topic to be there from the start; may be repeated', topicFlag)
    .option('--config <file>', "a server.properties of Apache Kafka's; flags go before it")
    .option('--kafka-env', "read KAFKA_* environment variables, as Apache Kafka's Docker image does")
    .option('--enforce-quotas', 'have clients that exceed a quota wait, as Kafka does')
    .option('--health-port <n>', 'answer HTTP at /health on this port; 0 is any free one', wholeNumber(0, 65_535))
    .option('--json', 'print the address as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: BrokerFlags) => {
      setExitCode(await runBroker(io, flags))
    })
}

async function runBroker(io: ProgramIo, flags: BrokerFlags): Promise<number> {
  const options = await brokerOptions(io, flags)
  const { Broker } = await import('@odradek/broker')
  const interrupts = io.watchInterrupts()
  try {
    await using broker = await Broker.start(options).catch((error: unknown) => {
      throw listenError(error, `${options.host}:${options.port}`, '--port')
    })
    const { bootstrapServers } = broker
    const health = await startHealth(flags.healthPort, options.host ?? DEFAULT_HOST, { bootstrapServers })
    const facts = { ok: true, bootstrapServers, ...(health && { health: health.url }), pid: process.pid }
    if (flags.json) io.stdout.write(`${JSON.stringify(facts)}\n`)
    else io.stdout.write(`The broker listens on ${bootstrapServers}. Ctrl-C ends it.\n`)
    await untilAborted(interrupts.signal)
    await health?.close()
    // Ctrl-C is how this command is meant to end.
    return 0
  } finally {
    interrupts.dispose()
  }
}

/** The options by flags, environment and file; what goes before comes first in this list. Warnings are printed. */
async function brokerOptions(io: ProgramIo, flags: BrokerFlags): Promise<BrokerOptions> {
  const { host, port, brokers, partitions, topic, config, kafkaEnv, enforceQuotas } = flags
  const sources: PropertiesResult[] = []
  if (config !== undefined || kafkaEnv) {
    const { optionsOfProperties } = await import('../broker-command/server-properties.ts')
    if (config !== undefined) sources.push(optionsOfProperties(await readProperties(io, config), config))
    if (kafkaEnv) sources.push(optionsOfProperties(propertiesOfEnvironment(io.env), 'KAFKA_*'))
  }
  for (const warning of sources.flatMap(({ warnings }) => warnings)) io.stderr.write(`odradek: warning: ${warning}\n`)
  const clusterId = kafkaEnv ? io.env['CLUSTER_ID'] : undefined
  const dataDir = flags.dataDir === undefined ? undefined : resolve(io.cwd, flags.dataDir)
  const given = { host, port, brokers, dataDir, partitions, topics: topic, clusterId, enforceQuotas }
  return Object.assign(
    { host: DEFAULT_HOST, port: DEFAULT_PORT },
    ...sources.map(({ options }) => options),
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  ) as BrokerOptions
}

async function readProperties(io: ProgramIo, file: string): Promise<Record<string, string>> {
  const [{ parse }, { readFile }] = await Promise.all([import('dot-properties'), import('node:fs/promises')])
  const text = await readFile(resolve(io.cwd, file), 'latin1').catch((error: unknown) => {
    throw new CommandError(`${file} cannot be read`, { hint: 'Give --config a file of properties.', cause: error })
  })
  return parse(text) as Record<string, string>
}

async function startHealth(port: number | undefined, host: string, facts: object): Promise<HealthServer | undefined> {
  if (port === undefined) return undefined
  const { startHealthServer } = await import('../broker-command/health-server.ts')
  return startHealthServer(host, port, facts).catch((error: unknown) => {
    throw listenError(error, `${host}:${port}`, '--health-port')
  })
}
