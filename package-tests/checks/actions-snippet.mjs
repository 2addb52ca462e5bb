// The GitHub Actions snippet of docs/broker.md: its `run` steps, one after the other, in a project that has the packed packages.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'

import { root } from '../../tools/setup.mjs'
import { freePort } from './dockerfile.mjs'

const TIMEOUT_MS = 120_000

/** The test of the project that the snippet is for. */
const PROJECT_TEST = `import { Consumer, Producer } from 'odradek'
const bootstrapServers = process.env.KAFKA_BROKERS
await using producer = new Producer({ bootstrapServers })
await producer.send({ topic: 'orders', partition: 2, value: 'a star' })
await using consumer = new Consumer({ bootstrapServers, groupId: 'ci', topics: 'orders', autoOffsetReset: 'earliest' })
for await (const { value } of consumer) {
  console.log(Buffer.from(value).toString())
  break
}
`.replaceAll('await using', 'const')

/** Runs the steps of the snippet with bash, as GitHub's runners do; those with \`uses\` are theirs alone. */
export async function runActionsSnippet({ project }) {
  const page = readFileSync(join(root, 'docs', 'broker.md'), 'utf8')
  const [, text] = /### GitHub Actions\n\n```yaml\n([^]*?)```/.exec(page) ?? []
  if (text === undefined) throw new Error('docs/broker.md has no GitHub Actions snippet')
  const ports = { 9092: await freePort(), 9644: await freePort() }
  const onFreePorts = Object.entries(ports).reduce((all, [from, to]) => all.replaceAll(from, String(to)), text)
  const { steps } = parse(onFreePorts).jobs.test
  const folder = makeProject(project)
  const ran = []
  try {
    for (const { name, run, env } of steps.filter((step) => step.run !== undefined)) {
      const options = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8', timeout: TIMEOUT_MS }
      const output = execFileSync('bash', ['-e', '-c', run], { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
      ran.push(name ?? run)
      if (run === 'npm test' && !output.includes('a star')) throw new Error(`the project's test printed ${output}`)
    }
  } finally {
    stopBroker(join(folder, 'broker.json'))
  }
  if (ran.at(-1) !== 'npm test') throw new Error(`the snippet ends with ${ran.at(-1)}, where it should be npm test`)
  return ran.join(', ')
}

function makeProject(project) {
  const folder = join(project, 'actions')
  mkdirSync(folder)
  const tarballs = readdirSync(join(project, 'tarballs')).map((file) => `../tarballs/${file}`)
  const json = { private: true, type: 'module', scripts: { test: 'node test.mjs' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(json))
  writeFileSync(join(folder, 'test.mjs'), `${PROJECT_TEST}await consumer.close()\nawait producer.close()\n`)
  const args = ['install', '--package-lock-only', '--silent', '--no-audit', '--no-fund', ...tarballs]
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  return folder
}

function stopBroker(announcement) {
  try {
    process.kill(JSON.parse(readFileSync(announcement, 'utf8')).pid)
  } catch (error) {
    // It never got so far, or has ended by itself: the step says why.
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH' && !(error instanceof SyntaxError)) throw error
  }
}
