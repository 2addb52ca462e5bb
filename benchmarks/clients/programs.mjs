// The entrants that are no JavaScript: franz-go, built with `go`, and Kafka's own performance tools, run by `java`.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runProgram } from './broker.mjs'

const ACKS = { '-1': 'all', 1: '1' }

/** Builds the Go program once; undefined where there is no Go. */
export async function buildFranzGo() {
  const folder = join(tmpdir(), 'odradek-bench-franz-go')
  mkdirSync(folder, { recursive: true })
  const program = join(folder, 'franz-go')
  try {
    const cwd = fileURLToPath(new URL('franz-go/', import.meta.url))
    await runProgram(['go', 'build', '-o', program, '.'], undefined, { cwd })
    return program
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The folder of Kafka's tools, which the test cluster keeps; undefined where no tool was run yet. */
export function javaTools() {
  const jars = join(process.env.ODRADEK_KAFKA_CACHE ?? join(homedir(), '.cache/odradek/kafka'), 'jars')
  if (!existsSync(jars)) return undefined
  const tools = readdirSync(jars).find((name) => name.startsWith('kafka-4.3.1-tools-'))
  return tools === undefined ? undefined : join(jars, tools, 'lib')
}

/** Runs ProducerPerformance or ConsumerPerformance; CPU and memory are those of the whole JVM, its start included. */
export async function runJava(lib, task, cpus) {
  const folder = mkdtempSync(join(tmpdir(), 'odradek-bench-java-'))
  try {
    const properties = join(folder, 'client.properties')
    writeFileSync(properties, 'auto.offset.reset=earliest\n')
    const isConsumer = task.kind === 'consume'
    const args = isConsumer ? consumerArguments(task, properties) : producerArguments(task)
    const { stdout, stderr } = await runProgram(
      ['/usr/bin/time', '-f', 'used %U %S %M', 'java', '-Xmx512m', '-cp', join(lib, '*'), ...args],
      cpus,
    )
    const [, user, system, rss] = /used ([\d.]+) ([\d.]+) (\d+)/.exec(stderr)
    const used = { cpuSeconds: Number(user) + Number(system), peakRssMiB: Number(rss) / 1024, version: '4.3.1' }
    if (isConsumer) {
      const row = stdout.trim().split('\n').at(-1).split(', ')
      const count = Number(row[4])
      return { ...used, count, seconds: count / Number(row[5]) }
    }
    const [, rate] = /([\d.]+) records\/sec/.exec(stdout.trim().split('\n').at(-1))
    return { ...used, count: task.count, seconds: task.count / Number(rate), written: task.count }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function producerArguments({ bootstrapServers, topic, count, valueBytes, acks }) {
  const properties = [`bootstrap.servers=${bootstrapServers}`, `acks=${ACKS[acks]}`]
  const tool = ['org.apache.kafka.tools.ProducerPerformance', '--topic', topic, '--num-records', String(count)]
  // It sends no keys: the value takes their place.
  return [...tool, '--record-size', String(valueBytes + 10), '--throughput', '-1', '--producer-props', ...properties]
}

function consumerArguments({ bootstrapServers, topic, groupId, count }, properties) {
  const tool = ['org.apache.kafka.tools.ConsumerPerformance', '--bootstrap-server', bootstrapServers, '--topic', topic]
  return [...tool, '--group', groupId, '--num-records', String(count), '--command-config', properties]
}
