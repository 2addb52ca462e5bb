// What the drivers have in common: the call, the records, and waiting for as many as were written.
import { readFileSync } from 'node:fs'

/** The records of a round trip, in the form that the test compares: `key=value`. */
export function records(count, prefix = 'value') {
  return Array.from({ length: count }, (_, i) => ({ key: `key-${i % 17}`, value: `${prefix}-${i}` }))
}

/** TLS as Node's `tls` takes it. */
export function tlsOf({ ca, cert, key }) {
  if (ca === undefined) return undefined
  const own = cert === undefined ? {} : { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  return { ca: [readFileSync(ca, 'utf8')], ...own }
}

/** Tries several ways in at once: what was read by each, or why it leads nowhere. */
export async function eachAttempt(attempts, enter, roundTrip) {
  const attempted = attempts.map(async (config) => {
    try {
      await enter(config)
      return [config.name, await roundTrip(config)]
    } catch (error) {
      return [config.name, { error: reasonsOf(error).join(': ') }]
    }
  })
  return Object.fromEntries(await Promise.all(attempted))
}

/** What errors say of themselves and of those within them. */
function reasonsOf(error) {
  const { name, type, code, apiId, message, errors = [], cause } = error ?? {}
  const within = [...errors, ...(cause ? [cause] : [])].flatMap(reasonsOf)
  return [name, type, code, apiId, message].filter((text) => typeof text === 'string').concat(within)
}

/** A list that a consumer fills, and a promise of it with `count` distinct entries, unless it is told of a failure. */
export function collector(count) {
  const read = []
  const distinct = new Set()
  let complete
  let fail
  const done = new Promise((resolve, reject) => {
    complete = resolve
    fail = reject
  })
  done.catch(() => {})
  const add = (key, value) => {
    read.push(`${key}=${value}`)
    distinct.add(read.at(-1))
    if (distinct.size >= count) complete(read)
  }
  return { add, fail, done, size: () => distinct.size }
}

/** Runs the scenario that the command line names with the JSON behind it, and prints what it found as the last line. */
export async function main(scenarios) {
  const [name, json] = process.argv.slice(2)
  const result = await scenarios[name](JSON.parse(json))
  process.stdout.write(JSON.stringify(result) + '\n', () => process.exit(0))
}
