// Throughput with Kafka's own tools as the client: kafka-producer-perf-test and kafka-consumer-perf-test.
import { runKafkaTool } from '@odradek/test-cluster'

import { cpuSecondsOf } from './brokers.mjs'

/** The client is none of what is measured: it gets a JVM with all it can use. */
const CLIENT_JVM = ['-Xmx512m', '-Xms512m', '-server', '-XX:+UseParallelGC']
const MINUTES = 60_000

/** The cases, in the order in which they run: what is produced is consumed next. */
export const cases = [
  { name: 'produce-100', title: 'Produce records of 100 B, acks=all', size: 100, run: produce },
  { name: 'consume-100', title: 'Consume records of 100 B', size: 100, run: consume },
  { name: 'produce-1000', title: 'Produce records of 1,000 B, acks=all', size: 1000, run: produce },
  { name: 'consume-1000', title: 'Consume records of 1,000 B', size: 1000, run: consume },
]

/** Runs a case against a broker. `records` is for those of 100 B; of the longer ones it takes a quarter. */
export async function measure({ run, size }, broker, topic, records) {
  const count = size > 100 ? Math.ceil(records / 4) : records
  const cpuBefore = cpuSecondsOf(broker.pid)
  const rate = await run(broker.bootstrapServers, `${topic}-${size}`, count, size)
  return { rate, megabytes: (rate * size) / 1e6, cpuPerMillion: ((cpuSecondsOf(broker.pid) - cpuBefore) / count) * 1e6 }
}

async function produce(bootstrapServers, topic, count, size) {
  const args = ['--topic', topic, '--num-records', count, '--record-size', size, '--throughput', -1]
  const { stdout } = await tool(bootstrapServers, 'producer-perf-test', [...args, '--command-property', 'acks=all'])
  const last = stdout.trimEnd().split('\n').at(-1)
  const found = /^(\d+) records sent, ([\d.]+) records\/sec/.exec(last)
  if (Number(found?.[1]) !== count) throw new Error(`producer-perf-test did not send ${count} records:\n${stdout}`)
  return Number(found[2])
}

async function consume(bootstrapServers, topic, count) {
  const args = ['--topic', topic, '--num-records', count, '--hide-header', '--timeout', 60_000]
  const { stdout } = await tool(bootstrapServers, 'consumer-perf-test', args)
  // start.time, end.time, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec
  const fields = stdout.trimEnd().split('\n').at(-1).split(', ')
  if (!(Number(fields[4]) >= count)) throw new Error(`consumer-perf-test did not read ${count} records:\n${stdout}`)
  return Number(fields[9])
}

function tool(bootstrapServers, name, args) {
  return runKafkaTool(bootstrapServers, name, args.map(String), { jvmFlags: CLIENT_JVM, timeoutMs: 3 * MINUTES })
}
