import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { root } from '../../tools/setup.mjs'

const TIMEOUT_MS = 120_000

/** Runs the example of a test with the embedded broker, as a user has it. */
export function runExample({ project }) {
  const target = join(project, 'examples')
  mkdirSync(target)
  for (const file of readdirSync(join(root, 'examples'))) {
    if (file.endsWith('.ts')) cpSync(join(root, 'examples', file), join(target, file))
  }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  execFileSync(process.execPath, [`--import=${tsx}`, '--test', 'examples/embedded-broker.test.ts'], {
    cwd: project,
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: TIMEOUT_MS,
  })
}

/** Runs the installed program's main job over a small file. */
export function runProgram({ project }) {
  writeFileSync(join(project, 'lines.txt'), 'one\ntwo\nthree\n')
  const program = join(project, 'node_modules', '.bin', 'odradek')
  const output = execFileSync(program, ['main-job', '--json', 'lines.txt'], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    shell: process.platform === 'win32',
  })
  if (Object.keys(JSON.parse(output)).length === 0) throw new Error('the main job printed nothing')
}
