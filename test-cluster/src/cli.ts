/** The program behind `npm run cluster`: starts a cluster, says where it is, and stops it on a signal. */
import { CommanderError } from 'commander'
import { createColors } from 'picocolors'
import { runShellCommand, signalExitCode } from './cli-command.ts'
import { cliProgram } from './cli-options.ts'
import type { CliOptions, ControlCall } from './cli-options.ts'
import { control } from './control-client.ts'
import { startControlServer } from './control-server.ts'
import { startCluster } from './cluster.ts'
import type { Cluster } from './running-cluster.ts'
import { ClusterError } from './cluster-error.ts'

const colors = createColors(process.stderr.isTTY && !process.env['NO_COLOR'])
const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** From when on a second signal means impatience. `npm run` passes a Ctrl-C on that the terminal has sent already. */
const impatienceAfterMs = 1000

interface Interruption {
  /** Aborted by the first signal, with the signal's name as the reason. */
  readonly stop: AbortSignal
  readonly received: () => NodeJS.Signals | undefined
  /** Resolves with the first signal. */
  readonly first: Promise<NodeJS.Signals>
}

/** Listens for the signals that end a program. A second one, later, ends this process at once; its children with it. */
const listenForSignals = (): Interruption => {
  const stop = new AbortController()
  let received: NodeJS.Signals | undefined
  let receivedAtMs = 0
  const first = new Promise<NodeJS.Signals>((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      if (received === undefined) {
        received = signal
        receivedAtMs = Date.now()
        say(colors.dim(`${signal}: stopping`))
        stop.abort(signal)
        resolve(signal)
      } else if (Date.now() - receivedAtMs > impatienceAfterMs) {
        process.exit(signalExitCode(signal))
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
  return { stop: stop.signal, received: () => received, first }
}

/** Runs the program and resolves to its exit code; never rejects for an error that has a message for the user. */
export const runCli = async (argv: readonly string[]): Promise<number> => {
  let call: ControlCall | undefined
  const program = cliProgram((given) => (call = given)).exitOverride()
  for (const command of program.commands) command.exitOverride()
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode // the message or the help has been printed
    throw error
  }
  if (call !== undefined) return runControl(call)
  const interruption = listenForSignals()
  try {
    return await runWithCluster(program.opts<CliOptions>(), interruption)
  } catch (error) {
    const signal = interruption.received()
    if (signal && error instanceof ClusterError && error.code === 'aborted') return signalExitCode(signal)
    if (!(error instanceof ClusterError)) throw error
    say(colors.red(error.message))
    return 1
  }
}

/** Gives an order to a cluster that runs, and prints its nodes. */
const runControl = async ({ request, address, json }: ControlCall): Promise<number> => {
  try {
    const { bootstrapServers, version, nodes } = await control(request, { address })
    const lines = nodes.map(({ nodeId, state, address: at = 'controller', pid }) =>
      [nodeId, state, at, ...(pid === undefined ? [] : [`pid ${pid}`])].join('\t'),
    )
    process.stdout.write(`${json ? JSON.stringify({ bootstrapServers, version, nodes }) : lines.join('\n')}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error
    say(colors.red(error.message))
    return 1
  }
}

const runWithCluster = async (options: CliOptions, interruption: Interruption): Promise<number> => {
  const beganMs = performance.now()
  await using cluster = await startCluster({
    version: options.version,
    heap: options.heap,
    properties: options.property,
    features: options.feature,
    brokers: options.brokers,
    sasl: options.sasl,
    tls: options.tls === true || options.mtls === true,
    clientAuth: options.mtls ? 'required' : 'none',
    acls: options.acls === true,
    signal: interruption.stop,
    onProgress: (message) => say(colors.dim(message)),
    ...(options.port === undefined ? {} : { port: options.port }),
  })
  await using _control = await startControlServer(cluster, (line) => say(colors.yellow(line)))
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(1)
  say(colors.green(`Kafka ${cluster.version} is ready on ${cluster.bootstrapServers} after ${seconds} s`))
  // Without `await` the cluster would be stopped before the command has run.
  if (options.exec !== undefined) return await runCommand(options.exec, cluster, interruption)
  printAddress(cluster, options)
  say(colors.dim('Ctrl-C stops it.'))
  const end = await Promise.race([cluster.died, interruption.first])
  if (end instanceof ClusterError) throw end
  return 0
}

const printAddress = (cluster: Cluster, options: CliOptions): void => {
  const { bootstrapServers, version, pid, logFile, nodes } = cluster
  const { authorityFile, clientCertificateFile, clientKeyFile } = cluster.security.certificates ?? {}
  const certificates = authorityFile && { authorityFile, clientCertificateFile, clientKeyFile }
  const whole = { bootstrapServers, version, pid, logFile, nodes, certificates }
  const line = options.json ? JSON.stringify(whole) : bootstrapServers
  process.stdout.write(`${line}\n`)
}

const runCommand = async (command: string, cluster: Cluster, interruption: Interruption): Promise<number> => {
  const brokerDied = new AbortController()
  let death: ClusterError | undefined
  void cluster.died.then((error) => {
    death = error
    brokerDied.abort()
  })
  const stop = AbortSignal.any([interruption.stop, brokerDied.signal])
  const exitCode = await runShellCommand(command, cluster.bootstrapServers, stop)
  if (death) throw death
  const signal = interruption.received()
  return signal ? signalExitCode(signal) : exitCode
}
