// Runs the benchmarks: each entrant in a process of its own, rounds interleaved, the medians in a table. See --help.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

import Table from 'cli-table3'

import { benchmarks } from './cases.mjs'
import { expectedChecksum, keys, mix, RECORDS, values } from './workload.mjs'

const HELP = `Usage: npm run bench -- [options] [benchmark ...]

Measures Odradek beside kafkajs and @platformatic/kafka, its codecs also beside the compression libraries.

Benchmarks (default: all):
  ${benchmarks.map(({ name }) => name).join('\n  ')}
The beginning of several names, such as snappy or zstd-compress, stands for all of them.

Options:
  --rounds N   rounds, of which the median is shown (default 5)
  --dist       measure the built packages (npm run build) instead of their sources
  --json       print JSON on standard output instead of tables
  --help       print this

Odradek runs from its sources by default, through tsx, which strips types and changes no code. Progress goes to standard error.
`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    dist: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const run = promisify(execFile)
const here = fileURLToPath(new URL('.', import.meta.url))
const nodes = { here: process.execPath, 24: join(here, 'node_modules/node/bin/node') }
const sourceFlags = options.dist ? [] : ['--conditions=source', '--import=tsx']

if (options.help) process.stdout.write(HELP)
else await main()

async function main() {
  const rounds = Number(options.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) fail(`--rounds takes a whole number from 1 on, not ${options.rounds}`)
  const isMeant = (benchmark, given) => benchmark.name === given || benchmark.name.startsWith(`${given}-`)
  const unknown = positionals.filter((given) => !benchmarks.some((benchmark) => isMeant(benchmark, given)))
  if (unknown.length > 0) fail(`no benchmark named ${unknown.join(', ')}: see --help`)
  const chosen = benchmarks.filter(
    (benchmark) => positionals.length === 0 || positionals.some((given) => isMeant(benchmark, given)),
  )

  const scratch = mkdtempSync(join(tmpdir(), 'odradek-bench-'))
  try {
    const input = join(scratch, 'batch.bin')
    writeFileSync(input, await batchOfOurs(input))
    const results = []
    for (const benchmark of chosen) results.push(await measure(benchmark, rounds, input))
    if (options.json) console.log(JSON.stringify({ machine: machine(), rounds, from: from(), results }, undefined, 2))
    else report(results, rounds)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The batch that all decode, made by ours; that the peers read the same from it confirms it. */
async function batchOfOurs(input) {
  writeFileSync(input, '')
  const { result } = await child({ entrant: 'ours', case: 'encode', node: 'here' }, input)
  const bytes = Buffer.from(result, 'base64')
  verifyBatch('odradek', bytes)
  return bytes
}

async function measure(benchmark, rounds, input) {
  const runs = benchmark.entrants.map(() => [])
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`${benchmark.name}: round ${round} of ${rounds}\n`)
    // Each round begins with another entrant, so that none always runs in the same one's wake.
    for (let i = 0; i < benchmark.entrants.length; i++) {
      const index = (i + round) % benchmark.entrants.length
      const entrant = benchmark.entrants[index]
      const measured = await child(entrant, input)
      verify(benchmark, entrant, measured)
      runs[index].push(measured)
    }
  }
  const entrants = benchmark.entrants.map((entrant, i) => summary(entrant, runs[i]))
  const hashes = new Set(runs.flat().map(({ result }) => result))
  // By CPU time, which other work on the machine hardly changes; rates move with it twofold.
  const bestPeer = Math.min(...entrants.filter(({ isPeer }) => isPeer).map(({ cpuSeconds }) => cpuSeconds))
  for (const entrant of entrants) entrant.ratio = bestPeer / entrant.cpuSeconds
  return {
    name: benchmark.name,
    title: benchmark.title,
    unit: benchmark.unit,
    hashes: benchmark.name === 'murmur2' ? hashes.size : 1,
    entrants,
  }
}

async function child({ entrant, case: name, node, flag }, input) {
  const flags = entrant.startsWith('ours') ? sourceFlags : []
  const args = [...flags, join(here, 'child.mjs'), entrant, name, input, ...(flag === undefined ? [] : [flag])]
  const { stdout } = await run(nodes[node], args, {
    cwd: here,
    maxBuffer: 1 << 24,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return JSON.parse(stdout)
}

/** Throws where an entrant's work was not done, or done differently from what it should be. */
function verify(benchmark, entrant, measured) {
  const label = `${benchmark.name}: ${entrant.title}`
  if (benchmark.name === 'decode') {
    if (measured.result !== expectedChecksum || measured.again !== expectedChecksum)
      throw new Error(`${label}: wrong checksum ${measured.result}`)
  } else if (benchmark.name === 'encode') {
    verifyBatch(label, Buffer.from(measured.again, 'base64'))
  } else if (measured.result !== measured.again) throw new Error(`${label}: two runs gave different results`)
}

/** Reads a batch field by field, with no one's decoder: count, keys and values must be those of the workload. */
function verifyBatch(label, bytes) {
  let at = 61
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
  }
  let sum = 0
  if (bytes.readInt32BE(57) !== RECORDS || bytes.readInt32BE(8) !== bytes.length - 12)
    throw new Error(`${label}: wrong header`)
  for (let i = 0; i < RECORDS; i++) {
    const end = varint() + at
    at++
    varint()
    if (varint() !== i) throw new Error(`${label}: wrong offset of record ${i}`)
    const field = () => {
      const length = varint()
      at += length
      return bytes.subarray(at - length, at)
    }
    const key = field()
    const value = field()
    if (!key.equals(keys[i]) || !value.equals(values[i])) throw new Error(`${label}: record ${i} is another`)
    sum = mix(sum, key, value)
    at = end
  }
  if (at !== bytes.length || sum !== expectedChecksum) throw new Error(`${label}: wrong records`)
}

function summary(entrant, runs) {
  const rates = runs.map(({ rate }) => rate).sort((a, b) => a - b)
  const median = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
  return {
    title: entrant.title,
    isPeer: !entrant.entrant.startsWith('ours'),
    bytes: runs[0].result,
    node: runs[0].node,
    median: median(rates),
    least: rates[0],
    most: rates.at(-1),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds).sort((a, b) => a - b)),
  }
}

function report(results, rounds) {
  for (const { title, unit, hashes, entrants } of results) {
    console.log(`\n${title}`)
    const isOfBytes = unit === 'B/s'
    const cpu = isOfBytes ? 'CPU ms per MB' : 'CPU s per million'
    const head = [
      'entrant',
      'Node',
      isOfBytes ? 'MB/s, median' : `M ${unit}, median`,
      'least to most',
      cpu,
      'best peer by CPU',
    ]
    if (isOfBytes) head.push('bytes out')
    const millions = (rate) => (rate / 1e6).toFixed(isOfBytes ? 0 : 2)
    const table = new Table({
      head,
      style: { head: [], border: [] },
      colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
    })
    for (const { title, node, median, least, most, ratio, cpuSeconds, bytes } of entrants) {
      table.push([
        title,
        node,
        millions(median),
        `${millions(least)}-${millions(most)}`,
        isOfBytes ? (cpuSeconds * 1000).toFixed(2) : cpuSeconds.toFixed(3),
        `${ratio.toFixed(2)}x`,
        ...(isOfBytes ? [bytes] : []),
      ])
    }
    console.log(table.toString())
    if (hashes > 1) console.log('The entrants do not agree on the hashes.')
  }
  console.log(
    `\n${machine()}; Odradek from its ${from()}; medians of ${rounds} rounds, one process per entrant and round.`,
  )
}

function from() {
  return options.dist ? 'built packages' : 'sources'
}

function machine() {
  return `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${platform()} ${arch()}, load ${loadavg()[0].toFixed(1)}`
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
