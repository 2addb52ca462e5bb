// The broker that all clients work with: a real Apache Kafka 4.3.1 in a process of its own, and what is asked of it between the runs.
import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { PARTITIONS } from './workloads.mjs'

// Topics are made, and what was written is counted, by a client that is not ours.
const { Kafka, logLevel } = createRequire(import.meta.url)('kafkajs')

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Clock ticks of /proc in a second, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** Starts a broker with the full compiler and 1 GB of heap; `cpus`: the cores it keeps to. */
export async function startBroker(cpus) {
  const command = [process.execPath, '--conditions=source', '--import=tsx', 'test-cluster/src/main.ts', '--json']
  // A benchmark deletes as much as it writes: what is deleted goes at once, so that the disk does not fill.
  command.push('--heap', '1g', '--property', 'log.segment.delete.delay.ms=0')
  command.push('--property', 'auto.create.topics.enable=false')
  if (cpus !== undefined) command.unshift('taskset', '-c', cpus)
  // The test cluster's JVMs live for seconds and have the quick compiler only.
  const env = { ...process.env, _JAVA_OPTIONS: '-XX:TieredStopAtLevel=4' }
  const child = spawn(command[0], command.slice(1), { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', (code) => reject(new Error(`the broker could not be started (exit code ${code})`)))
  })
  const { bootstrapServers, pid } = JSON.parse(String(line))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return connectTo(bootstrapServers, pid, stop)
}

/** The broker at this address, whose process is not known where it was not started here. */
export async function connectTo(bootstrapServers, pid, stop = () => undefined) {
  const admin = new Kafka({ brokers: [bootstrapServers], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  return {
    bootstrapServers,
    async createTopic(topic) {
      const topics = [{ topic, numPartitions: PARTITIONS, replicationFactor: 1 }]
      await admin.createTopics({ topics, waitForLeaders: false })
      // kafkajs's own waiting gives up where the broker does not know the topic yet.
      while (
        !(await admin
          .fetchTopicOffsets(topic)
          .then((offsets) => offsets.length > 0)
          .catch(() => false))
      )
        continue
    },
    deleteTopic: (topic) => admin.deleteTopics({ topics: [topic] }),
    /** How many records a topic has. */
    async countRecords(topic) {
      const offsets = await admin.fetchTopicOffsets(topic)
      return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0)
    },
    cpuSeconds: () => cpuSecondsOf(pid),
    async stop() {
      await admin.disconnect()
      await stop()
    },
  }
}

/** User and system time of a process so far; undefined where the system does not say. */
function cpuSecondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return undefined
  }
}

/** Runs a program to its end, on these cores, and gives what it printed. */
export async function runProgram([file, ...args], cpus, options = {}) {
  const command = cpus === undefined ? [file, ...args] : ['taskset', '-c', cpus, file, ...args]
  const { stdout, stderr } = await promisify(execFile)(command[0], command.slice(1), {
    maxBuffer: 1 << 24,
    timeout: 300_000,
    ...options,
  })
  return { stdout, stderr }
}
