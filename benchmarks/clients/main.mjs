// Odradek's clients beside others, against a real Apache Kafka. Run by `npm run bench -- clients`; see --help.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, cpus, loadavg, platform } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { connectTo, runProgram, startBroker } from './broker.mjs'
import { buildFranzGo, javaTools, runJava } from './programs.mjs'
import { markdown, summary, table } from './table.mjs'
import { entrantsOf, workloads } from './workloads.mjs'

const HELP = `Usage: npm run bench -- clients [options] [workload ...]

Measures Odradek's producer and consumer beside other clients, against a real Apache Kafka 4.3.1 that it starts (Java 17 needed). Every
entrant runs in a process of its own, rounds are interleaved; how many records were written is asked of the broker afterwards, and what
was read is checked by a sum over keys and values.

Workloads (default: all; the beginning of several names, such as produce, stands for them):
  ${workloads.map(({ name }) => name).join('\n  ')}

Options:
  --rounds N            rounds, of which the median is shown (default 5)
  --scale X             that part of each workload's records (default 1)
  --only TEXT           only entrants whose title has this in it; may be given several times
  --smoke               one round of a hundredth of the records with Odradek and the JavaScript clients: does it all still run?
  --dist                measure the built packages (npm run build) instead of their sources
  --pin                 broker on core 0, clients on core 1
  --bootstrap HOST:PORT use this broker
  --json FILE           write all runs to a file
  --markdown            print Markdown tables
  --help                print this

node-rdkafka takes part where ODRADEK_BENCH_RDKAFKA names a folder with it in its node_modules, franz-go where there is Go, Kafka's own
tools where the test cluster has fetched them. Progress goes to standard error.
`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    scale: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    smoke: { type: 'boolean', default: false },
    dist: { type: 'boolean', default: false },
    pin: { type: 'boolean', default: false },
    bootstrap: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const here = fileURLToPath(new URL('.', import.meta.url))
const nodes = { here: process.execPath, 24: join(here, '../node_modules/node/bin/node') }
const SMOKE_WORKLOADS = ['produce-acksall', 'produce-single', 'produce-awaited', 'consume-none', 'latency']
const scale = options.smoke ? 0.01 : Number(options.scale)
const rounds = options.smoke ? 1 : Number(options.rounds)
const clientCpus = options.pin ? '1' : undefined
let topics = 0

if (options.help) process.stdout.write(HELP)
else await main()

async function main() {
  if (!Number.isInteger(rounds) || rounds < 1) fail(`--rounds takes a whole number from 1 on, not ${options.rounds}`)
  if (!(scale > 0)) fail(`--scale takes a number above 0, not ${options.scale}`)
  const isMeant = ({ name }, given) => name === given || name.startsWith(`${given}-`)
  const wanted = positionals.length === 0 && options.smoke ? SMOKE_WORKLOADS : positionals
  const unknown = wanted.filter((given) => !workloads.some((workload) => isMeant(workload, given)))
  if (unknown.length > 0) fail(`no workload named ${unknown.join(', ')}: see --help`)
  const chosen = workloads.filter((workload) => wanted.length === 0 || wanted.some((given) => isMeant(workload, given)))
  const programs = { 'franz-go': options.smoke ? undefined : await buildFranzGo(), java: javaTools() }
  const broker = options.bootstrap
    ? await connectTo(options.bootstrap)
    : await startBroker(options.pin ? '0' : undefined)
  const results = []
  try {
    for (const workload of chosen) {
      const entrants = entrantsOf(workload).filter((entrant) => takesPart(entrant, programs))
      const warmUp = options.smoke ? 100 : workload.warmUp
      const scaled = { ...workload, warmUp, count: Math.max(100, Math.floor(workload.count * scale)) }
      const measured = await measure(broker, scaled, entrants, programs)
      const rows = measured.map(({ entrant, runs }) => summary(entrant, runs))
      const runs = measured.map((one) => one.runs)
      console.log(`\n${workload.title} (${workload.name})\n`)
      console.log((options.markdown ? markdown : table)(workload, rows))
      results.push({ workload: workload.name, rows, runs })
      const file = options.json
      if (file !== undefined) writeFileSync(file, JSON.stringify({ machine: machine(), rounds, results }, undefined, 2))
    }
  } finally {
    await broker.stop()
  }
  console.log(
    `\n${machine()}; Odradek from its ${options.dist ? 'built packages' : 'sources'}; medians of ${rounds} rounds.`,
  )
}

function takesPart({ title, module }, programs) {
  if (options.only !== undefined && !options.only.some((text) => title.includes(text))) return false
  if (module in programs) return !options.smoke && programs[module] !== undefined
  if (module !== 'rdkafka') return true
  return process.env.ODRADEK_BENCH_RDKAFKA !== undefined || isInstalled('node-rdkafka')
}

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

/** All rounds of a workload: for each entrant its runs. A peer that cannot do it is left out, and why is told. */
async function measure(broker, workload, entrants, programs) {
  const prefilled = workload.kind === 'consume' ? await prefill(broker, workload) : undefined
  let measured = entrants.map((entrant) => ({ entrant, runs: [] }))
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`${workload.name}: round ${round} of ${rounds}, load ${loadavg()[0].toFixed(1)}\n`)
    const failed = new Set()
    // Each round begins with another entrant, so that none always runs in the same one's wake.
    for (let i = 0; i < measured.length; i++) {
      const one = measured[(i + round) % measured.length]
      try {
        one.runs.push(await runOnce(broker, workload, one.entrant, programs, prefilled))
      } catch (error) {
        if (one.entrant.module === 'ours') throw error
        process.stderr.write(`  ${one.entrant.title} is left out: ${reasonOf(error)}\n`)
        failed.add(one)
      }
    }
    measured = measured.filter((one) => !failed.has(one))
  }
  if (prefilled !== undefined) await broker.deleteTopic(prefilled.topic)
  return measured
}

/** What a program that failed wrote last of its error, or the error itself. */
function reasonOf({ stderr, message }) {
  return stderr?.split('\n').find((line) => line.includes('Error:')) ?? message
}

/** A topic for consumers, written by Odradek's producer at its default batch size. */
async function prefill(broker, workload) {
  const topic = await freshTopic(broker, workload)
  const recordsPerCall = Math.max(10, Math.min(1000, Math.floor(550_000 / workload.valueBytes)))
  const task = { ...workload, kind: 'bulk', warmUp: 0, topic, acks: -1, openCalls: 4, recordsPerCall, withSum: true }
  const { written, sum } = await runNode({ module: 'ours', node: 'here' }, broker, task)
  await check(broker, topic, written, workload.name)
  return { topic, written, sum }
}

async function runOnce(broker, workload, entrant, programs, prefilled) {
  const share = entrant.share ?? 1
  const topic = prefilled?.topic ?? (await freshTopic(broker, workload))
  const task = {
    ...workload,
    topic,
    groupId: `${topic}-${++topics}`,
    setting: entrant.setting,
    count: prefilled?.written ?? Math.max(100, Math.floor(workload.count * share)),
    warmUp: Math.floor((workload.warmUp ?? 0) * share),
    bootstrapServers: broker.bootstrapServers,
  }
  const brokerBefore = broker.cpuSeconds()
  const run = await runEntrant(entrant, broker, task, programs)
  const brokerAfter = broker.cpuSeconds()
  const label = `${workload.name}: ${entrant.title}`
  if (prefilled === undefined) {
    await check(broker, topic, run.written, label)
    await broker.deleteTopic(topic)
  } else if (run.sum !== undefined && (run.sum !== prefilled.sum || run.count !== prefilled.written))
    throw new Error(`${label}: read ${run.count} records of ${prefilled.written}, with a sum of ${run.sum}`)
  const brokerCpuSeconds = brokerBefore === undefined ? undefined : brokerAfter - brokerBefore
  const rate = Math.round(run.count / run.seconds)
  process.stderr.write(
    `  ${entrant.title} (${run.version}): ${rate} records/s, ${((run.cpuSeconds / run.count) * 1e6).toFixed(2)} CPU s per million\n`,
  )
  return { ...run, brokerCpuSeconds, load: loadavg()[0] }
}

function runEntrant(entrant, broker, task, programs) {
  if (entrant.module === 'java') return runJava(programs.java, task, clientCpus)
  if (entrant.module === 'franz-go') return runJson([programs['franz-go'], JSON.stringify(task)])
  return runNode(entrant, broker, task)
}

function runNode({ module, node }, broker, task) {
  const flags = module === 'ours' && !options.dist ? ['--conditions=source', '--import=tsx'] : []
  const json = JSON.stringify({ ...task, bootstrapServers: broker.bootstrapServers })
  return runJson([nodes[node], ...flags, join(here, 'child.mjs'), module, json])
}

async function runJson(command) {
  const { stdout } = await runProgram(command, clientCpus, { cwd: here, env: { ...process.env, NODE_OPTIONS: '' } })
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

async function freshTopic(broker, { name }) {
  const topic = `${name}-${process.pid}-${++topics}`
  await broker.createTopic(topic)
  return topic
}

async function check(broker, topic, written, label) {
  const counted = await broker.countRecords(topic)
  if (counted !== written)
    throw new Error(`${label}: the topic has ${counted} records, not the ${written} acknowledged`)
}

function machine() {
  return `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${platform()} ${arch()}, load ${loadavg()[0].toFixed(1)}`
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
