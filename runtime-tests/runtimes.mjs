// The runtimes: how each is found, and how it is made to run the vectors. Each runs in a process of its own.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'

import { openBrowser } from './browser.mjs'
import { here } from './prepare.mjs'

const run = promisify(execFile)
const MAX_OUTPUT = 64 * 1024 * 1024
const TIMEOUT_MS = 300_000

// By path: a `node` on the PATH has to stay the system's.
const installed = (...path) => join(here, 'node_modules', ...path)
const node24 = installed('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const deno = installed('deno', process.platform === 'win32' ? 'deno.exe' : 'deno')
const bun = installed('bun', 'bin', 'bun.exe')

// What is not in node_modules is not there.
const DENO_FLAGS = [
  '--node-modules-dir=manual',
  '--no-remote',
  '--cached-only',
  '--allow-read',
  '--allow-env',
  '--allow-ffi',
  '--allow-sys',
]

/** Name on the command line; the rest of what `describe` needs. */
export const runtimes = [
  { name: 'node', run: (project) => inProcess(project, process.execPath, ['run-in-process.mjs']) },
  { name: 'node-cjs', run: (project) => inProcess(project, process.execPath, ['run-in-process.cjs'], ' (CommonJS)') },
  { name: 'node24', run: (project) => inProcess(project, node24, ['run-in-process.mjs']) },
  { name: 'node24-cjs', run: (project) => inProcess(project, node24, ['run-in-process.cjs'], ' (CommonJS)') },
  {
    name: 'deno',
    run: (project) => inProcess(project, deno, ['run', ...DENO_FLAGS, 'run-in-process.mjs']),
  },
  { name: 'bun', run: (project) => inProcess(project, bun, ['--no-install', 'run-in-process.mjs']) },
  { name: 'browser', run: inBrowser },
]

/** The runtimes of the clients and the broker, how each runs their end-to-end tests, and what fails there for reasons of its own. */
export const clientRuntimes = [
  { name: 'node24', run: (project) => runProgram(project, node24, ['run-clients.mjs']) },
  {
    name: 'deno',
    run: (project) => runProgram(project, deno, ['run', ...DENO_FLAGS, '--allow-net', 'run-clients.mjs']),
    // Deno says of every certificate that it does not take that its signature cannot be verified, also of one that has expired.
    fails: ['a certificate that has expired: producer and consumer say so, and nothing of what is secret'],
  },
  { name: 'bun', run: (project) => runProgram(project, bun, ['--no-install', 'run-clients.mjs']) },
]

async function inProcess(project, program, args, suffix = '') {
  const { result, version } = await runProgram(project, program, args)
  const problem = /\/node\/utf8\.c?js$/.test(result.utf8)
    ? undefined
    : `ran ${result.utf8} in place of the twin for Node`
  return { title: version + suffix, result, problem }
}

/** Runs a program in the project: what its last line of output says, and which version of the runtime that was. */
async function runProgram(project, program, args) {
  if (!existsSync(program)) throw new Error(`${program} is not there: remove runtime-tests/node_modules and run again`)
  const options = { cwd: project, maxBuffer: MAX_OUTPUT, timeout: TIMEOUT_MS }
  const { stdout: versionText } = await run(program, ['--version'], options)
  const { stdout } = await run(program, args, options)
  const name = program === deno ? 'deno' : program === bun ? 'bun' : 'node'
  const version = `${name} ${/\d+\.\d+\.\d+/.exec(versionText)[0]}`
  return { version, result: JSON.parse(stdout.trimEnd().split('\n').at(-1)) }
}

async function inBrowser(project) {
  const server = await serve(project)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const errors = []
    page.on('pageerror', (error) => errors.push(error))
    await page.goto(`http://127.0.0.1:${server.address().port}/page.html`)
    if (errors.length > 0) throw errors[0]
    const result = await page.evaluate(() => globalThis.runAllVectors())
    const { nodeGlobals } = result
    const problem =
      nodeGlobals.length === 0 ? undefined : `has ${nodeGlobals.join(', ')}: the neutral twins are not alone`
    return { title: `${browser.productName} ${browser.version()}`, result, problem }
  } finally {
    await browser.close()
    server.close()
    server.closeAllConnections()
  }
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }

async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    try {
      const body = await readFile(join(folder, path))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
