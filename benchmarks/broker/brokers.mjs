// The brokers that are measured: each runs as a program of its own, keeps its data on disk, and is ended by `stop`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')

/** What Kafka's own start script gives its broker (bin/kafka-server-start.sh and kafka-run-class.sh), where it would take a port for JMX too. */
const KAFKA_JVM = [
  '-Xmx1G',
  '-Xms1G',
  '-server',
  '-XX:+UseG1GC',
  '-XX:MaxGCPauseMillis=20',
  '-XX:InitiatingHeapOccupancyPercent=35',
  '-XX:+ExplicitGCInvokesConcurrent',
]

/** How each is started: `(folder) => { title, bootstrapServers, pid, stop }`. */
export const brokers = { odradek: startOdradek, kafka: startKafka, kfake: startKfake }

/** The program that users run: built, as it is published. */
async function startOdradek(folder) {
  const program = join(root, 'packages/odradek/dist/main.js')
  const flags = process.env.BENCH_NODE_FLAGS?.split(' ') ?? []
  const child = spawn(process.execPath, [
    ...flags,
    program,
    ...['broker', '--port', '0', '--json', '--data-dir', join(folder, 'odradek')],
  ])
  const { bootstrapServers } = JSON.parse(await firstLine(child))
  return { title: 'odradek broker', bootstrapServers, pid: child.pid, stop: () => end(child) }
}

async function startKafka() {
  const { startCluster } = await import('@odradek/test-cluster')
  const properties = {
    'log.cleaner.dedupe.buffer.size': '134217728',
    'offsets.topic.num.partitions': '50',
    'num.partitions': '1',
  }
  const cluster = await startCluster({ jvmFlags: KAFKA_JVM, properties })
  const { bootstrapServers, pid } = cluster
  return { title: `Apache Kafka ${cluster.version}`, bootstrapServers, pid, stop: () => cluster.stop() }
}

async function startKfake(folder) {
  const program = join(folder, 'kfake-program')
  const build = spawn('go', ['build', '-o', program, '.'], { cwd: join(here, 'kfake'), stdio: 'inherit' })
  const [exitCode] = await once(build, 'exit')
  if (exitCode !== 0) throw new Error('go build of kfake failed')
  const data = join(folder, 'kfake')
  mkdirSync(data)
  const child = spawn(program, [data])
  return { title: 'kfake', bootstrapServers: await firstLine(child), pid: child.pid, stop: () => end(child) }
}

async function firstLine(child) {
  child.stderr.pipe(process.stderr)
  let text = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += chunk
    if (text.includes('\n')) break
  }
  // Whatever it prints later must not fill the pipe.
  child.stdout.resume()
  if (!text.includes('\n')) throw new Error('a broker ended before it was ready')
  return text.slice(0, text.indexOf('\n'))
}

async function end(child) {
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

/** Seconds of CPU time that a process has used, all threads together. Linux. */
export function cpuSecondsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Megabytes (2^20) that a process holds in memory. Linux. */
export function residentMegabytesOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
}
