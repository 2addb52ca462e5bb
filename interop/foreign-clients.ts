// Clients of other projects: how each is installed (once, from exact versions), how it is run, and what it can do.
import { access, rm } from 'node:fs/promises'

import { clientFolder, installOnce, INSTALL_TIMEOUT_MS } from './client-folders.ts'
import { javaCommand } from './java-programs.ts'
import { runProgram } from './programs.ts'

/** What a driver is asked to do; every driver prints its findings as one line of JSON. */
export type Scenario =
  | 'roundTrip'
  | 'rebalance'
  | 'roundTripConsumerProtocol'
  | 'rebalanceConsumerProtocol'
  | 'transactions'
  | 'admin'
  | 'attempts'
  | 'shareGroup'

/** What a scenario is given. */
export interface ScenarioConfig {
  readonly bootstrap: string
  readonly topic?: string
  readonly group?: string
  readonly count?: number
  readonly compression?: string
  readonly transactionalId?: string
  readonly attempts?: readonly Attempt[]
}

/** A way in. */
export interface Login {
  readonly name: string
  readonly bootstrap: string
  /** The path of a certificate authority's PEM file; TLS is spoken where it is given. */
  readonly ca?: string
  /** The paths of the client's own PEM files. */
  readonly cert?: string
  readonly key?: string
  readonly sasl?: {
    readonly mechanism: string
    readonly username: string
    readonly password: string
    /** For OAUTHBEARER, and where it is to be read. */
    readonly token?: string
    readonly tokenFile?: string
  }
}

/** A round trip by one way in; its name is that of the result. */
export interface Attempt extends Login {
  readonly topic: string
  readonly group: string
  readonly count: number
}

/** What came of an attempt. */
export type AttemptResult = { readonly read: readonly string[] } | { readonly error: string }

/** A client of another project. */
export interface ForeignClient {
  readonly name: string
  /** The codecs that it has. */
  readonly codecs: readonly string[]
  readonly scenarios: readonly Scenario[]
  /** The ways in that it does not know. */
  readonly loginsUnknown?: readonly string[]
  /** Installs what its driver needs, and gives the program and its first arguments. */
  readonly command: () => Promise<readonly string[]>
}

async function installNode(): Promise<void> {
  const args = [
    'ci',
    '--prefix',
    clientFolder('node'),
    '--workspaces=false',
    '--install-links=false',
    '--no-audit',
    '--no-fund',
  ]
  await installOnce(clientFolder('node/package-lock.json'), clientFolder('node/node_modules/.odradek-lockfile'), () =>
    runProgram('npm', args, { timeoutMs: INSTALL_TIMEOUT_MS }),
  )
}

async function installPython(): Promise<string> {
  const python = clientFolder('python/.venv/bin/python')
  await installOnce(
    clientFolder('python/requirements.txt'),
    clientFolder('python/.venv/.odradek-lockfile'),
    async () => {
      await rm(clientFolder('python/.venv'), { recursive: true, force: true })
      await runProgram('python3', ['-m', 'venv', clientFolder('python/.venv')], { timeoutMs: INSTALL_TIMEOUT_MS })
      const args = [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '-r',
        clientFolder('python/requirements.txt'),
      ]
      await runProgram(python, args, { timeoutMs: INSTALL_TIMEOUT_MS })
    },
  )
  return python
}

async function installGo(): Promise<string> {
  const program = clientFolder('go/build/franz-go-client')
  const build = () =>
    runProgram('go', ['build', '-C', clientFolder('go'), '-o', program, '.'], { timeoutMs: INSTALL_TIMEOUT_MS })
  // Go compares sources by itself, and is quick where nothing changed.
  await build()
  await access(program)
  return program
}

const everyCodec = ['none', 'gzip', 'snappy', 'lz4', 'zstd']
const classic: readonly Scenario[] = ['roundTrip', 'rebalance', 'transactions', 'admin', 'attempts']

/** The clients, with what they can do. */
export const foreignClients: readonly ForeignClient[] = [
  {
    name: 'kcat',
    codecs: everyCodec,
    // It has no administration, and Debian's is older than KIP-848.
    scenarios: ['roundTrip', 'rebalance', 'transactions', 'attempts'],
    // Its OAUTHBEARER makes tokens without a signature only.
    loginsUnknown: ['OAUTHBEARER', 'a token of somebody else'],
    command: () => Promise.resolve([process.execPath, clientFolder('kcat/kcat.mjs')]),
  },
  {
    name: "Kafka's Java client",
    codecs: everyCodec,
    scenarios: [...classic, 'roundTripConsumerProtocol', 'rebalanceConsumerProtocol', 'shareGroup'],
    command: () => javaCommand('KafkaClients'),
  },
  {
    name: 'kafkajs',
    codecs: ['none', 'gzip', 'snappy'],
    scenarios: classic,
    command: async () => {
      await installNode()
      return [process.execPath, clientFolder('node/kafkajs.mjs')]
    },
  },
  {
    name: '@platformatic/kafka',
    codecs: everyCodec,
    scenarios: [...classic, 'roundTripConsumerProtocol'],
    command: async () => {
      await installNode()
      // By path: a `node` on the PATH has to stay the system's.
      return [clientFolder('node/node_modules/node/bin/node'), clientFolder('node/platformatic.mjs')]
    },
  },
  {
    name: 'confluent-kafka',
    codecs: everyCodec,
    scenarios: [...classic, 'roundTripConsumerProtocol', 'rebalanceConsumerProtocol'],
    command: async () => [await installPython(), clientFolder('python/confluent_client.py')],
  },
  {
    name: 'aiokafka',
    codecs: everyCodec,
    scenarios: classic,
    command: async () => [await installPython(), clientFolder('python/aiokafka_client.py')],
  },
  {
    name: 'franz-go',
    codecs: everyCodec,
    scenarios: classic,
    command: async () => [await installGo()],
  },
]

/** Runs a scenario in a process of its own; rejects with what the driver printed where it fails. */
export async function runScenario<Result>(
  client: ForeignClient,
  scenario: Scenario,
  config: ScenarioConfig,
): Promise<Result> {
  const [program, ...args] = await client.command()
  const output = await runProgram(program!, [...args, scenario, JSON.stringify(config)], { timeoutMs: 90_000 })
  return JSON.parse(output.trimEnd().split('\n').at(-1)!) as Result
}
