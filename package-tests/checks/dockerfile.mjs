// The Dockerfile without Docker: its steps are carried out in a folder, and its entry point is run with KAFKA_* variables.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { root } from '../../tools/setup.mjs'
import { buildStage, inFolder, npmThatHasBuilt } from '../container/build-stage.mjs'
import { parseDockerfile } from '../container/dockerfile.mjs'

const TIMEOUT_MS = 60_000

/** Builds the image's folder, starts its entry point, and has kcat write and read. */
export async function checkDockerfile({ project }) {
  const image = buildImage(join(project, 'image'))
  const [port, controllerPort, healthPort] = [await freePort(), await freePort(), await freePort()]
  // What a compose file gives to Apache Kafka's own image.
  const variables = {
    CLUSTER_ID: '4L6g3nShT-eMCtK--X86sw',
    KAFKA_NODE_ID: '7',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:${controllerPort}`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: `7@localhost:${controllerPort}`,
    KAFKA_NUM_PARTITIONS: '3',
  }
  const atHealthPort = (text) => text.replaceAll('9644', String(healthPort))
  const entryPoint = JSON.parse(atHealthPort(inFolder(image.folder, image.others.ENTRYPOINT)))
  const healthCheck = JSON.parse(atHealthPort(/CMD\s+(\[.*\])$/.exec(image.others.HEALTHCHECK)[1]))
  const env = { PATH: process.env.PATH, ...image.env, ...variables }
  const broker = spawn(entryPoint[0], entryPoint.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(broker, 'exit')
  let complaints = ''
  broker.stderr.on('data', (text) => (complaints += text))
  try {
    const lines = createInterface(broker.stdout)
    const [line] = await Promise.race([once(lines, 'line'), ended.then(() => [undefined])])
    if (line === undefined) throw new Error(`the entry point ended before it was ready: ${complaints}`)
    const { bootstrapServers } = JSON.parse(line)
    same(bootstrapServers, `localhost:${port}`, 'the advertised listener')
    execFileSync(healthCheck[0], healthCheck.slice(1), { timeout: TIMEOUT_MS })
    roundTrip(bootstrapServers)
  } finally {
    broker.kill('SIGTERM')
  }
  same((await ended)[0], 0, 'the exit code at SIGTERM')
  return `${entryPoint.slice(2).join(' ')}, kcat wrote and read`
}

function buildImage(folder) {
  const context = { folder: root, ignoreFile: join(root, 'docker', 'Dockerfile.dockerignore') }
  const stageRoots = new Map()
  const tools = npmThatHasBuilt(join(folder, 'tools'))
  let built
  for (const stage of parseDockerfile(readFileSync(join(root, 'docker', 'Dockerfile'), 'utf8'))) {
    const stageRoot = join(folder, stage.name)
    built = { folder: stageRoot, ...buildStage(stage, stageRoot, { context, stageRoots, tools }) }
    stageRoots.set(stage.name, stageRoot)
  }
  return built
}

function roundTrip(bootstrapServers) {
  const kcat = (args, input) =>
    execFileSync('kcat', ['-b', bootstrapServers, ...args], { input, encoding: 'utf8', timeout: TIMEOUT_MS })
  kcat(['-t', 'orders', '-P'], 'a spool of thread\na star\n')
  const read = kcat(['-t', 'orders', '-C', '-e', '-q'])
  same(read.trim().split('\n').sort().join(), 'a spool of thread,a star', 'what kcat read')
  const { topics, originating_broker: asked } = JSON.parse(kcat(['-L', '-J']))
  same(topics.find(({ topic }) => topic === 'orders')?.partitions.length, 3, 'KAFKA_NUM_PARTITIONS')
  same(asked.name.includes('/7') || asked.id === 7, true, `KAFKA_NODE_ID: ${JSON.stringify(asked)}`)
}

/** A port that nobody has at the moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

function same(is, wanted, what) {
  if (is !== wanted) throw new Error(`${what} is ${is}, where it should be ${wanted}`)
}
