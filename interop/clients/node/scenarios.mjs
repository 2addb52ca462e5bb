// What the drivers have in common: the call, the records, and waiting for as many as were written.
import { readFileSync } from 'node:fs'

/** The records of a round trip, in the form that the test compares: `key=value`. */
export function records(count, prefix = 'value') {
  return Array.from({ length: count }, (_, i) => ({ key: `key-${i % 17}`, value: `${prefix}-${i}` }))
}

/** TLS as Node's `tls` takes it. */
export function tlsOf({ ca }) {
  return ca === undefined ? undefined : { ca: [readFileSync(ca, 'utf8')] }
}

/** A list that a consumer fills, and a promise of it with `count` distinct entries. */
export function collector(count) {
  const read = []
  const distinct = new Set()
  let complete
  const done = new Promise((resolve) => (complete = resolve))
  const add = (key, value) => {
    read.push(`${key}=${value}`)
    distinct.add(read.at(-1))
    if (distinct.size >= count) complete(read)
  }
  return { add, done, size: () => distinct.size }
}

/** Runs the scenario that the command line names with the JSON behind it, and prints what it found as the last line. */
export async function main(scenarios) {
  const [name, json] = process.argv.slice(2)
  const result = await scenarios[name](JSON.parse(json))
  process.stdout.write(JSON.stringify(result) + '\n', () => process.exit(0))
}
