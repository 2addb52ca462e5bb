// `npm run soak`: the clients against a cluster of three nodes that are killed, stopped and frozen, for longer than tests can wait.
import { writeFile } from 'node:fs/promises'

import { seededRandom } from '@odradek/network'
import { Command, InvalidArgumentError, Option } from 'commander'

import { startKafkaCluster } from './clusters/kafka-cluster.ts'
import { startReferenceCluster } from './clusters/reference-cluster.ts'
import { ProgressLine } from './progress-line.ts'
import { resultTables, writeResults } from './report.ts'
import type { Scenario, SoakResult } from './scenario.ts'
import { scenarios } from './scenarios.ts'

interface Options {
  readonly only?: readonly string[]
  readonly records?: number
  readonly on: 'kafka' | 'reference'
  readonly version?: string
  readonly seed: number
  readonly json?: string
  readonly write?: boolean
  readonly list?: boolean
}

function count(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}

const program = new Command('soak')
  .description(
    'Runs the clients against a cluster that is being killed, stopped and frozen, and counts what was lost, doubled and reordered.',
  )
  .option('--only <names...>', 'run these scenarios, or those whose name begins so')
  .option('--records <count>', 'records of each scenario, in place of its own number', count)
  .addOption(new Option('--on <cluster>', 'what to run against').choices(['kafka', 'reference']).default('kafka'))
  .option('--version <release>', 'the release of Apache Kafka')
  .option('--seed <number>', 'which nodes are hurt, and when', count, 1)
  .option('--json <file>', 'write the results there; - is standard output')
  .option('--write', 'put the results into docs/reliability.md')
  .option('--list', 'say which scenarios there are')
program.parse()
const options = program.opts<Options>()
const { only } = options
const chosen = scenarios.filter(({ name }) => only === undefined || only.some((start) => name.startsWith(start)))
if (chosen.length === 0) program.error(`no scenario has a name that begins with ${only!.join(' or ')}`)

const line = new ProgressLine()

async function run(scenario: Scenario): Promise<SoakResult> {
  const { name, client, summary, run } = scenario
  const records = options.records ?? scenario.records
  line.note(`${name}: ${summary}`)
  await using cluster =
    options.on === 'kafka'
      ? await startKafkaCluster(options.version, (text) => line.show(text))
      : await startReferenceCluster()
  const startedMs = Date.now()
  const random = seededRandom(options.seed)
  const outcome = await run({
    cluster,
    records,
    random,
    progress: (text) => line.show(text),
    note: (text) => line.note(`  ${text}`),
  })
    // One that breaks down is one that failed: the others run all the same.
    .catch((error: Error) => ({ figures: {}, failures: [error.stack ?? String(error)] }))
  const seconds = Math.round((Date.now() - startedMs) / 1000)
  const passed = outcome.failures.length === 0
  line.note(`  ${passed ? 'passed' : `FAILED: ${outcome.failures.join('; ')}`} after ${seconds} s`)
  const date = new Date().toISOString().slice(0, 10)
  return { scenario: name, client, summary, cluster: cluster.name, records, seconds, passed, date, ...outcome }
}

if (options.list) {
  for (const { name, summary, records } of scenarios) console.log(`${name} (${records} records)\n    ${summary}`)
} else {
  const results: SoakResult[] = []
  for (const scenario of chosen) results.push(await run(scenario))
  if (options.json === '-') console.log(JSON.stringify(results, undefined, 2))
  else {
    process.stdout.write(resultTables(results))
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, undefined, 2)}\n`)
  }
  if (options.write) await writeResults(results)
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
}
