// Runs the vectors and the clients' tests in every runtime, or in those named on the command line, and prints a line for each. Exits with 1 where one
// failed, a runtime could not run, or two runtimes did not check the same.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { checkNodeless, prepare } from './prepare.mjs'
import { prepareClients } from './clients/prepare.mjs'
import { checkPlayground } from './playground.mjs'
import { clientRuntimes, runtimes } from './runtimes.mjs'

const wanted = process.argv.slice(2)
const known = [...runtimes.map(({ name }) => name), 'clients', 'playground']
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no runtime ${unknown.join(', ')}. There are: ${known.join(', ')}`)
  process.exit(2)
}

const project = mkdtempSync(join(tmpdir(), 'odradek-runtimes-'))
let ok = true
const counts = new Map()
const notCovered = new Map()

try {
  await prepare(project)
  writeTwinProbe(project)
  console.log(`${await checkNodeless(project)} doors of the codec packages bundle for a browser without Node`)
  for (const runtime of runtimes.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await check(runtime)
  for (const [what, titles] of notCovered) {
    console.log(`not covered: ${what}${titles.length === counts.size ? '' : ` in ${titles.join(', ')}`}`)
  }
  if (wanted.length === 0 || wanted.includes('clients')) await checkClients()
  if (wanted.length === 0 || wanted.includes('playground')) await checkPage()
  if (new Set(counts.values()).size > 1) fail(`the runtimes did not check the same: ${[...counts].join('; ')}`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
process.exit(ok ? 0 : 1)

async function check(runtime) {
  const startedAt = performance.now()
  try {
    const { title, result, problem } = await runtime.run(project)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const { seen, passed, failed, failures } = result
    console.log(`${title}: ${passed} passed, ${failed} failed (${seconds} s)`)
    for (const failure of failures) console.log(`  ${failure}`)
    if (failed > 0) ok = false
    if (passed === 0) fail(`${title} checked nothing`)
    if (problem !== undefined) fail(`${title} ${problem}`)
    counts.set(title, seen)
    for (const [what, count] of Object.entries(result.notCovered)) {
      notCovered.set(`${what} (${count})`, [...(notCovered.get(`${what} (${count})`) ?? []), title])
    }
  } catch (error) {
    fail(`${runtime.name}: could not run: ${error.stderr || error.message}`)
  }
}

/** The end-to-end tests, in one runtime after the other: they run in real time. */
async function checkClients() {
  const folder = join(project, 'clients')
  mkdirSync(folder)
  await prepareClients(folder)
  for (const { name, run, fails = [] } of clientRuntimes) {
    const startedAt = performance.now()
    try {
      const { version, result } = await run(folder)
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(`${version}, clients: ${result.passed} passed, ${result.failures.length} failed (${seconds} s)`)
      judgeFailures(result.failures, fails)
      if (result.passed === 0) fail(`${version} ran no test of the clients`)
    } catch (error) {
      fail(`${name}: could not run the clients' tests: ${error.stderr || error.message}`)
    }
  }
}

/** What fails must be what is known to fail, and the other way round: the list is to shrink when the runtime gets better. */
function judgeFailures(failures, known) {
  const isOf = (failure) => (title) => failure.startsWith(`${title}: `)
  for (const failure of failures) {
    if (known.some(isOf(failure))) console.log(`  known: ${failure.split('\n')[0]}`)
    else fail(`  ${failure}`)
  }
  for (const title of known) if (!failures.some((failure) => isOf(failure)(title))) fail(`  no longer fails: ${title}`)
}

async function checkPage() {
  try {
    const { passed, failed, failures, notes } = await checkPlayground()
    console.log(`playground: ${passed} passed, ${failed} failed${notes.map((note) => ` (${note})`).join('')}`)
    for (const failure of failures) fail(`  ${failure}`)
  } catch (error) {
    fail(`playground: could not run: ${error.message}`)
  }
}

function fail(text) {
  console.log(text)
  ok = false
}

/** `#utf8` is what bytes chooses by the `node` condition; only a file within the package can ask which one it is. */
function writeTwinProbe(folder) {
  const bytes = join(folder, 'node_modules', '@odradek', 'bytes')
  writeFileSync(join(bytes, 'which-twin.mjs'), "export const utf8 = import.meta.resolve('#utf8')\n")
  writeFileSync(join(bytes, 'which-twin.cjs'), "exports.utf8 = require.resolve('#utf8')\n")
}
