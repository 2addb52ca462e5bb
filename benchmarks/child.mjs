// One entrant in a process of its own: warms up, measures, and prints one line of JSON.
//   node child.mjs ENTRANT CASE INPUT_FILE [--no-native-crc]
import { readFileSync } from 'node:fs'
import Module from 'node:module'

import { RECORDS } from './workload.mjs'

const WARM_UP_MS = 400
const MEASURE_MS = 800

const [entrant, name, inputFile, flag] = process.argv.slice(2)

if (flag === '--no-native-crc') {
  // As if the optional dependency were not installed.
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    if (request === '@node-rs/crc32') throw new Error('left out by --no-native-crc')
    return resolve.call(this, request, ...rest)
  }
}

const { [name]: subject } = await import(`./entrants/${entrant}.mjs`)
const input = readFileSync(inputFile)

/** Runs the case for a while and returns records per second and CPU seconds (all threads) per million records; a case whose `run` gives a promise is awaited, and only such a one. */
async function measure(forMs) {
  let rounds = 0
  const cpuBefore = process.cpuUsage()
  const begin = performance.now()
  let now = begin
  while (now - begin < forMs) {
    for (let i = 0; i < 20; i++) {
      const result = subject.run(input)
      if (result instanceof Promise) await result
    }
    rounds += 20
    now = performance.now()
  }
  const cpu = process.cpuUsage(cpuBefore)
  const records = rounds * RECORDS
  return { rate: records / ((now - begin) / 1000), cpuSeconds: (cpu.user + cpu.system) / records }
}

const result = await subject.run(input)
await measure(WARM_UP_MS)
const measured = await measure(MEASURE_MS)
const again = await subject.run(input)

const shown = (value) => (typeof value === 'number' ? value : Buffer.from(value).toString('base64'))
console.log(
  JSON.stringify({
    ...measured,
    node: process.version,
    result: shown(result),
    again: shown(again),
  }),
)
