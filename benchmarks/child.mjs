// One entrant in a process of its own: warms up, measures, and prints one line of JSON.
//   node child.mjs ENTRANT CASE INPUT_FILE [--no-native-crc]
import { readFileSync } from 'node:fs'
import Module from 'node:module'

import { RECORDS } from './workload.mjs'

const WARM_UP_MS = 400
const MEASURE_MS = 800
/** Codecs are many cases, each of few functions that are compiled soon. */
const CODEC_SHARE = 0.5
/** How many calls between two looks at the clock. */
const CALLS = 20

const [entrant, name, inputFile, flag] = process.argv.slice(2)

if (flag === '--no-native-crc') {
  // As if the optional dependency were not installed.
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    if (request === '@node-rs/crc32') throw new Error('left out by --no-native-crc')
    return resolve.call(this, request, ...rest)
  }
}

const module = await import(`./entrants/${entrant}.mjs`)
const subject = module[name] ?? module.cases[name]
/** What a run is counted as: records, or bytes. */
const units = subject.units ?? RECORDS
const input = readFileSync(inputFile)

/** Runs the case for a while and returns records (or bytes) per second and CPU seconds (all threads) per million of them; a case whose `run` gives a promise is awaited, and only such a one. */
async function measure(forMs) {
  let rounds = 0
  const cpuBefore = process.cpuUsage()
  const begin = performance.now()
  let now = begin
  while (now - begin < forMs) {
    for (let i = 0; i < CALLS; i++) {
      const result = subject.run(input)
      if (result instanceof Promise) await result
    }
    rounds += CALLS
    now = performance.now()
  }
  const cpu = process.cpuUsage(cpuBefore)
  const count = rounds * units
  return { rate: count / ((now - begin) / 1000), cpuSeconds: (cpu.user + cpu.system) / count }
}

const result = await subject.run(input)
const share = subject.units === undefined ? 1 : CODEC_SHARE
await measure(WARM_UP_MS * share)
const measured = await measure(MEASURE_MS * share)
const again = await subject.run(input)
if (subject.check !== undefined && !(await subject.check(again))) throw new Error(`${entrant}, ${name}: wrong bytes`)

const shown = (value) => {
  if (typeof value === 'number') return value
  // Compressed and decompressed bytes were checked here; their length is what main.mjs wants to know.
  return subject.check === undefined ? Buffer.from(value).toString('base64') : (value.length ?? value.ends?.at(-1))
}
console.log(
  JSON.stringify({
    ...measured,
    node: process.version,
    result: shown(result),
    again: shown(again),
  }),
)
