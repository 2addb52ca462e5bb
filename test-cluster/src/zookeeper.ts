/** The ZooKeeper of a cluster before KRaft: one process, from the jars of the Kafka version itself. */
import { connect } from 'node:net'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ClusterError } from './cluster-error.ts'
import type { StartContext } from './jar-cache.ts'
import { loggingFlags } from './java-logging.ts'
import { JavaProcess, runProgram, smallJvmFlags } from './java-process.ts'
import type { ClusterPlace } from './node-files.ts'
import { brokerDiedError } from './readiness.ts'
import type { Users } from './users.ts'

const readyTimeoutMs = 30_000
const answerTimeoutMs = 2000
const pauseMs = 50

/** The text of zoo.cfg; every line counts from 3.4 to 3.5. */
export const zooKeeperSettings = (dataFolder: string, host: string, port: number): string =>
  [
    // A session may last from two to twenty ticks.
    'tickTime=1000',
    `dataDir=${dataFolder}`,
    `clientPort=${port}`,
    `clientPortAddress=${host}`,
    'maxClientCnxns=0',
    // 3.5: no web server on port 8080, and all commands of four letters.
    'admin.enableServer=false',
    '4lw.commands.whitelist=*',
    '',
  ].join('\n')

/** Sends one of ZooKeeper's commands of four letters and resolves to its answer. */
export const fourLetterCommand = (port: number, command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(command))
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(answerTimeoutMs, () => socket.destroy(new Error(`no answer within ${answerTimeoutMs} ms`)))
    socket.on('data', (chunk: string) => (text += chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })

/** The brokers' ids in the answer to `dump`, which lists all nodes that go with a session. */
export const registeredBrokers = (dump: string): number[] => [
  ...new Set([...dump.matchAll(/^\s*\/brokers\/ids\/(\d+)\s*$/gm)].map(([, id]) => Number(id))),
]

/** A running ZooKeeper. */
export class ZooKeeper {
  readonly process: JavaProcess
  readonly port: number

  private constructor(process: JavaProcess, port: number) {
    this.process = process
    this.port = port
  }

  /**
   * Starts it and resolves when it answers.
   * @throws ClusterError `broker-died`, `not-ready` or `aborted`; nothing is left running.
   */
  static async start(place: ClusterPlace, port: number, context: StartContext): Promise<ZooKeeper> {
    const folder = join(place.nodesFolder, 'zookeeper')
    const temporaryFolder = join(folder, 'tmp')
    const settingsFile = join(folder, 'zoo.cfg')
    await mkdir(temporaryFolder, { recursive: true })
    await writeFile(settingsFile, zooKeeperSettings(join(folder, 'data'), '127.0.0.1', port))
    const flags = [
      ...smallJvmFlags('128m', temporaryFolder),
      ...(await loggingFlags(place.row.logging, 'info', folder)),
      // ZooKeeper 3.4 would look for log4j's management classes, which reload4j does not have.
      '-Dzookeeper.jmx.log4j.disable=true',
    ]
    const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain'
    const args = [...flags, '-cp', place.classPath, main, settingsFile]
    const process = await JavaProcess.start(place.java, args, join(folder, 'zookeeper.log'), context.watchdog)
    const zooKeeper = new ZooKeeper(process, port)
    try {
      await zooKeeper.waitUntil('it answers', async () => (await zooKeeper.#ask('ruok')) === 'imok', context.signal)
    } catch (error) {
      await zooKeeper.stop(Promise.resolve())
      throw error
    }
    return zooKeeper
  }

  /** Resolves when these brokers are registered, all of them or none. */
  waitForBrokers(nodeIds: readonly number[], registered: boolean, signal?: AbortSignal): Promise<void> {
    const what = `broker ${nodeIds.join(', ')} ${registered ? 'is' : 'is no longer'} registered`
    const matches = async (): Promise<boolean> => {
      const known = registeredBrokers(await this.#ask('dump'))
      return nodeIds.every((nodeId) => known.includes(nodeId) === registered)
    }
    return this.waitUntil(what, matches, signal)
  }

  /** Asks again and again. @throws ClusterError `broker-died`, `not-ready` or `aborted`. */
  async waitUntil(what: string, isTrue: () => Promise<boolean>, signal?: AbortSignal): Promise<void> {
    const deadline = Date.now() + readyTimeoutMs
    while (!(await isTrue())) {
      const end = await Promise.race([this.process.ended, delay(pauseMs)])
      if (end) throw await brokerDiedError('ZooKeeper', this.process, end)
      if (signal?.aborted) throw new ClusterError('aborted', 'The start was stopped.', { cause: signal.reason })
      if (Date.now() > deadline) {
        throw new ClusterError('not-ready', `ZooKeeper did not say within ${readyTimeoutMs} ms that ${what}.`)
      }
    }
  }

  /** SIGTERM, and SIGKILL when `patience` settles. */
  stop(patience: Promise<unknown>): Promise<void> {
    return this.process.stop(patience)
  }

  /** Empty while there is no answer. */
  #ask(command: string): Promise<string> {
    return fourLetterCommand(this.port, command).catch(() => '')
  }
}

/**
 * Gives the users their SCRAM credentials, before any broker runs.
 * @throws ClusterError `format-failed` with what Kafka's tool says.
 */
export const addScramUsers = async (
  place: ClusterPlace,
  zooKeeper: ZooKeeper,
  users: Users,
  context: StartContext,
): Promise<void> => {
  const flags = [
    ...smallJvmFlags('128m', place.nodesFolder),
    ...(await loggingFlags(place.row.logging, 'warn', place.nodesFolder)),
  ]
  for (const [user, password] of Object.entries(users)) {
    const credentials = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].map((mechanism) => `${mechanism}=[password=${password}]`)
    const address = ['--zookeeper', `127.0.0.1:${zooKeeper.port}`]
    const change = ['--alter', '--entity-type', 'users', '--entity-name', user, '--add-config', credentials.join(',')]
    const args = [...flags, '-cp', place.classPath, 'kafka.admin.ConfigCommand', ...address, ...change]
    const result = await runProgram(place.java, args, context)
    if (result.exitCode !== 0) {
      const output = `${result.stdout}\n${result.stderr}`.trim()
      throw new ClusterError('format-failed', `Kafka's ConfigCommand could not add the user ${user}:\n${output}`)
    }
  }
}
