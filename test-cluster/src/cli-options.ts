/** The command line: its options, its help, and what it refuses. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { ClusterError } from './cluster-error.ts'
import { controlActions } from './control-command.ts'
import type { ControlAction, ControlRequest } from './control-command.ts'
import type { SaslMechanism } from './listeners.ts'
import { defaultVersion, findVersion, kafkaVersions } from './versions.ts'

/** The options as they come out of the parser, checked. */
export interface CliOptions {
  readonly version: string
  readonly port?: number
  readonly heap: string
  readonly property: Readonly<Record<string, string>>
  readonly feature: Readonly<Record<string, number>>
  readonly brokers: number
  readonly sasl: readonly SaslMechanism[]
  readonly tls?: true
  readonly mtls?: true
  readonly acls?: true
  readonly json?: true
  readonly exec?: string
}

/** An order to a cluster that runs, as it comes out of the parser. */
export interface ControlCall {
  readonly request: ControlRequest
  /** A broker of the cluster that is meant; needed where several run. */
  readonly address?: string
  readonly json: boolean
}

const parseVersion = (text: string): string => {
  try {
    return findVersion(text).version
  } catch (error) {
    throw error instanceof ClusterError ? new InvalidArgumentError(error.message) : error
  }
}

const wholeNumber = (text: string, what: string, largest: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > largest)
    throw new InvalidArgumentError(`${what} is a whole number up to ${largest}.`)
  return value
}

const parsePort = (text: string): number => {
  if (text === '0') throw new InvalidArgumentError('Leave the option out to get a free port.')
  return wholeNumber(text, 'A port', 65535)
}

const parseHeap = (text: string): string => {
  if (!/^[1-9]\d*[kmg]$/i.test(text)) throw new InvalidArgumentError('Write it as Java does: 256m or 1g.')
  return text
}

const splitAssignment = (text: string): [name: string, value: string] => {
  const equals = text.indexOf('=')
  if (equals < 1) throw new InvalidArgumentError('Write it as name=value.')
  return [text.slice(0, equals), text.slice(equals + 1)]
}

const addProperty = (text: string, before: CliOptions['property']): CliOptions['property'] => {
  const [name, value] = splitAssignment(text)
  return { ...before, [name]: value }
}

const addFeature = (text: string, before: CliOptions['feature']): CliOptions['feature'] => {
  const [name, level] = splitAssignment(text)
  return { ...before, [name]: wholeNumber(level, 'A feature level', 32767) }
}

const mechanismsOf: Readonly<Record<string, readonly SaslMechanism[]>> = {
  plain: ['PLAIN'],
  scram: ['SCRAM-SHA-256', 'SCRAM-SHA-512'],
  oauthbearer: ['OAUTHBEARER'],
}

const addMechanisms = (text: string, before: CliOptions['sasl']): CliOptions['sasl'] => {
  const mechanisms = mechanismsOf[text]
  if (!mechanisms) throw new InvalidArgumentError(`Choose one of ${Object.keys(mechanismsOf).join(', ')}.`)
  return [...before, ...mechanisms]
}

const helpTail = `
With --sasl the users are admin, alice and bob, with passwords like alice-secret; --acls lets only admin do
anything until there are ACLs. With --tls the authority to trust, and with --mtls a certificate for alice, are
in the files that --json names.

Standard output gets one line, when the broker is ready: its address, or with --json an object with
bootstrapServers, version, pid, logFile, nodes and certificates. With --exec standard output belongs to the command.
Progress goes to standard error. Ctrl-C (SIGINT) or SIGTERM stops the broker and removes its data.

While a cluster runs, its nodes can be killed, restarted, frozen ... from another terminal, by the commands above;
without ids they mean all nodes. Where several clusters run, --cluster says which.

Needs Java 17 or newer, and Maven for the first run of each version. The jars are kept in the folder named
by ODRADEK_KAFKA_CACHE, or else in the user's cache folder. JAVA_HOME chooses the Java.

Exit code: 0 after a stop, 1 after an error, with --exec the command's own, 128 + the signal's number if a
signal interrupted the start or the command.

Examples:
  npm run cluster
  npm run cluster -- --version 3.9.1 --port 9092
  npm run cluster -- --property auto.create.topics.enable=false --feature share.version=1
  npm run cluster -- --version 3.9.1 --brokers 3 --sasl scram --tls --acls
  npm run --silent cluster -- kill 2
  npm run --silent cluster -- restart 2
  npm run --silent cluster -- --exec 'kcat -b $BOOTSTRAP -L'
`

/** A command for each action; it needs no options but these. */
const controlCommands = (onControl: (call: ControlCall) => void): Command[] =>
  Object.entries(controlActions).map(([action, description]) =>
    new Command(action)
      .description(description)
      .argument('[node...]', 'ids of nodes (default: all)', (text: string, before: number[] = []) => [
        ...before,
        wholeNumber(text, 'The id of a node', 0x7fffffff),
      ])
      .option('--cluster <host:port>', 'a broker of the cluster that is meant, where several run')
      .option('--json', 'print the nodes as JSON')
      .action((nodes: number[] | undefined, { cluster, json }: { cluster?: string; json?: true }) => {
        const request = { action: action as ControlAction, nodes: nodes ?? [] }
        onControl({ request, json: json === true, ...(cluster === undefined ? {} : { address: cluster }) })
      }),
  )

/** The program; `parse` it and take `opts()` for a start, unless `onControl` was called: then another cluster is meant. */
export const cliProgram = (onControl: (call: ControlCall) => void = () => {}): Command => {
  const program = startProgram().action(() => {})
  for (const command of controlCommands(onControl)) program.addCommand(command.copyInheritedSettings(program))
  // A start is what the program does without a command.
  return program.enablePositionalOptions().helpCommand(false)
}

const startProgram = (): Command =>
  new Command('cluster')
    .description('Starts a real Apache Kafka on 127.0.0.1 from the jars on Maven Central, for tests.')
    .option<string>(
      '--version <version>',
      `one of ${kafkaVersions.map((row) => row.version).join(', ')}`,
      parseVersion,
      defaultVersion,
    )
    .option<number>('--port <port>', 'port for clients (default: a free one)', parsePort)
    .option<number>('--brokers <count>', 'how many brokers', (text) => wholeNumber(text, 'The number of brokers', 9), 1)
    .addOption(
      new Option('--sasl <mechanism>', 'plain, scram or oauthbearer; may be repeated')
        .default([], 'none')
        .argParser(addMechanisms),
    )
    .option('--tls', 'encrypted, with certificates made on the spot')
    .option('--mtls', 'encrypted, and clients must show a certificate too')
    .option('--acls', 'switch the authorizer on')
    .option<string>('--heap <size>', "the broker's largest heap", parseHeap, '256m')
    .addOption(
      new Option('--property <name=value>', "one of the broker's settings; may be repeated")
        .default({}, 'none')
        .argParser(addProperty),
    )
    .addOption(
      new Option('--feature <name=level>', 'a feature level to format the storage with; may be repeated')
        .default({}, "the version's own")
        .argParser(addFeature),
    )
    .option('--json', 'print a JSON object in place of the address')
    .option('--exec <command>', 'run a shell command with BOOTSTRAP set to the address, then stop')
    .addHelpText('after', helpTail)
    .allowExcessArguments(false)
    .showHelpAfterError('(--help shows all options)')
