// Measures the reference broker beside Apache Kafka and kfake: see --help.
import { mkdtempSync, rmSync } from 'node:fs'
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { brokers } from './brokers.mjs'
import { startInProcess, startProgram } from './startup.mjs'
import { cases, measure } from './throughput.mjs'

const HELP = `Usage: npm run bench:broker -- [options]

Measures how long the reference broker takes to start, and its throughput beside Apache Kafka's and kfake's: all three with Kafka's own
tools as the client, one broker, one partition, acks=all, data on disk. All run at the same time and are measured in turn.

Options:
  --rounds N     rounds, of which the median is shown (default 5)
  --records N    records of 100 B in each round, and a quarter of it of 1,000 B (default 2000000)
  --brokers A,B  which of odradek, kafka, kfake (default: all)
  --only A,B     which of start, ${cases.map(({ name }) => name).join(', ')} (default: all)
  --smoke        one round of few records with the reference broker alone: whether it works at all, with no figures
  --json         print JSON on standard output instead of tables
  --help         print this

Needs the built packages, Java 17 and Maven, and Go for kfake. Progress goes to standard error.
`

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    records: { type: 'string', default: '2000000' },
    brokers: { type: 'string', default: 'odradek,kafka,kfake' },
    only: { type: 'string', default: ['start', ...cases.map(({ name }) => name)].join(',') },
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (options.help) process.stdout.write(HELP)
else if (options.smoke) await smoke()
else await main()

async function main() {
  const rounds = wholeNumber('rounds')
  const only = new Set(options.only.split(','))
  const starts = only.has('start') ? await measureStarts(rounds) : undefined
  const chosen = cases.filter(({ name }) => only.has(name))
  const throughput = chosen.length === 0 ? [] : await measureThroughput(chosen, rounds, wholeNumber('records'))
  if (options.json) return console.log(JSON.stringify({ machine: machine(), rounds, starts, throughput }, undefined, 2))
  if (starts) reportStarts(starts)
  for (const one of throughput) reportThroughput(one)
  console.log(`\n${machine()}; medians of ${rounds} rounds.`)
}

/** What CI runs: that everything which measures still works. */
async function smoke() {
  await startInProcess([])
  await startProgram()
  options.brokers = 'odradek'
  await measureThroughput(cases, 1, 20_000)
  console.log('The benchmark of the broker works.')
}

async function measureStarts(rounds) {
  const runs = { built: [], source: [], program: [] }
  for (let round = 1; round <= rounds; round++) {
    say(`starts: round ${round} of ${rounds}`)
    runs.built.push(await startInProcess([]))
    runs.source.push(await startInProcess(['--conditions=source', '--import=tsx']))
    runs.program.push(await startProgram())
  }
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, medians(all)]))
}

async function measureThroughput(chosen, rounds, records) {
  const folder = mkdtempSync(join(tmpdir(), 'odradek-bench-broker-'))
  const running = []
  try {
    for (const name of options.brokers.split(',')) {
      if (!(name in brokers)) fail(`no broker named ${name}: see --help`)
      say(`starting ${name}`)
      running.push({ name, ...(await brokers[name](folder)), runs: new Map(chosen.map((one) => [one, []])) })
    }
    for (let round = 1; round <= rounds; round++) {
      // Each round begins with another broker, so that none always runs in the same one's wake.
      for (let i = 0; i < running.length; i++) {
        const broker = running[(i + round) % running.length]
        for (const one of chosen) {
          const measured = await measure(one, broker, `round-${round}`, records)
          broker.runs.get(one).push(measured)
          say(`round ${round} of ${rounds}: ${broker.name} ${one.name} ${format(measured)}`)
        }
      }
    }
  } finally {
    await Promise.all(running.map((broker) => broker.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  return chosen.map((one) => {
    const kafka = running.find(({ name }) => name === 'kafka')?.runs.get(one)
    const results = running.map(({ name, title, runs }) => {
      const own = runs.get(one)
      // Within a round the machine is as busy for the one as for the other.
      const ofKafka = kafka && median(own.map(({ rate }, round) => rate / kafka[round].rate))
      return { name, title, ...medians(own), ofKafka, rates: own.map(({ rate }) => Math.round(rate)) }
    })
    return { name: one.name, title: one.title, results }
  })
}

function reportStarts({ built, source, program }) {
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`)
  const ms = (value) => value.toFixed(0)
  console.log('\n## Start\n')
  row(['', 'ms', 'CPU ms'])
  row(['---', '--:', '--:'])
  row(['`Broker.start()` to the first Metadata answer, built', ms(built.metadataMs), ms(built.metadataCpuMs)])
  row(['the same, from source', ms(source.metadataMs), ms(source.metadataCpuMs)])
  row(["`import '@odradek/broker'`, built", ms(built.importMs), ms(built.importCpuMs)])
  row(['`odradek broker` from spawn to the ready line', ms(program.readyMs), ''])
  row(['the same to the first Metadata answer', ms(program.metadataMs), ms(program.cpuMs)])
  console.log(`\nMemory of the idle program: ${ms(program.residentMegabytes)} MB.`)
}

function reportThroughput({ title, results }) {
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`)
  console.log(`\n## ${title}\n`)
  row(['broker', 'records/s', 'MB/s', 'of Kafka', 'CPU s of the broker per million records'])
  row(['---', '--:', '--:', '--:', '--:'])
  for (const { title: name, rate, megabytes, ofKafka, cpuPerMillion } of results) {
    const share = ofKafka === undefined ? '' : ofKafka.toFixed(2)
    row([name, Math.round(rate).toLocaleString('en-US'), megabytes.toFixed(0), share, cpuPerMillion.toFixed(2)])
  }
}

function format({ rate, megabytes, cpuPerMillion }) {
  return `${Math.round(rate)} records/s, ${megabytes.toFixed(1)} MB/s, ${cpuPerMillion.toFixed(2)} CPU s per million`
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

/** Of objects of numbers, the median of each field. */
function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((field) => [field, median(runs.map((run) => run[field]))]))
}

function machine() {
  return `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${platform()} ${arch()}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`
}

function wholeNumber(name) {
  const value = Number(options[name])
  if (!Number.isInteger(value) || value < 1) fail(`--${name} takes a whole number from 1 on, not ${options[name]}`)
  return value
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(2)
}
