// Checks the packages as users get them: packed, and installed into an empty project outside the repository. `--update` writes the
// snapshots anew. Exits with 1 at the end where any check failed, having run them all.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { installPacked, publicPackages } from '../tools/packed-packages.mjs'
import { runActionsSnippet } from './checks/actions-snippet.mjs'
import { checkBundles } from './checks/bundles.mjs'
import { checkDockerfile } from './checks/dockerfile.mjs'
import { doorsOf, importDoors } from './checks/doors.mjs'
import { checkExportNames } from './checks/export-names.mjs'
import { runExample, runProgram } from './checks/programs.mjs'
import { checkPublished } from './checks/published.mjs'
import { checkSizes } from './checks/sizes.mjs'
import { runTestFrameworks } from './checks/test-frameworks.mjs'
import { checkTypes } from './checks/types.mjs'

const args = process.argv.slice(2)
const update = args.includes('--update')
if (args.some((arg) => arg !== '--update')) {
  console.error('Usage: npm run test:packages [-- --update]')
  process.exit(2)
}

const project = mkdtempSync(join(tmpdir(), 'odradek-packages-'))
const packages = publicPackages()
const doors = packages.flatMap(doorsOf)
const context = { project, packages, doors, update }

const checks = [
  ['every door as ESM and as CJS', importDoors],
  ['types: nodenext as ESM and CJS, bundler', checkTypes],
  ['export names', checkExportNames],
  ['bundles by esbuild and Rollup', checkBundles],
  ['bundle sizes', checkSizes],
  ['publint', checkPublished],
  ['the embedded broker example', runExample],
  ['the program', runProgram],
  ['the broker in tests of vitest and jest', runTestFrameworks],
  ['the Dockerfile, step by step', checkDockerfile],
  ['the GitHub Actions snippet', runActionsSnippet],
]

let failed = 0
try {
  await attempt('pack and install', () => installPacked(project, packages))
  if (failed === 0) for (const [title, check] of checks) await attempt(title, () => check(context))
} finally {
  rmSync(project, { recursive: true, force: true })
}
console.log(`${packages.length} packages, ${doors.length} doors: ${failed === 0 ? 'ok' : `${failed} checks failed`}`)
process.exit(failed === 0 ? 0 : 1)

async function attempt(title, check) {
  const startedAt = performance.now()
  const seconds = () => `(${((performance.now() - startedAt) / 1000).toFixed(1)} s)`
  try {
    const note = await check()
    console.log(`ok    ${title}${typeof note === 'string' ? `: ${note}` : ''} ${seconds()}`)
  } catch (error) {
    failed++
    console.log(`FAIL  ${title} ${seconds()}`)
    console.log(String(error.stdout || error.stderr || error.message).replace(/^/gm, '      '))
  }
}
