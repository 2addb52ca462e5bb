import test from 'ava'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!)

test('the examples of the README run and print what they say', async (t) => {
  t.is(examples.length, 2)
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const [i, example] of examples.entries()) {
    const file = join(folder, `example-${i}.mts`)
    writeFileSync(
      file,
      example.replace(/from '(@odradek\/[^']+)'/g, (_, name: string) => `from '${import.meta.resolve(name)}'`),
    )
    const loader = import.meta.resolve('tsx')
    const { stdout } = await run(process.execPath, ['--conditions=source', `--import=${loader}`, file])
    const promised = [...example.matchAll(/console\.log\(.*\/\/ (.+)$/gm)].map(([, text]) => text!)
    t.true(promised.length > 0)
    for (const line of promised) t.true(stdout.split('\n').includes(line), `${line} in ${stdout}`)
  }
})

test('the README names every error class and door', async (t) => {
  const { default: manifest } = (await import('../package.json', { with: { type: 'json' } })) as {
    default: { exports: Record<string, unknown> }
  }
  for (const door of Object.keys(manifest.exports)) {
    if (door === '.' || door === './internal' || door === './package.json') continue
    t.true(readme.includes(`@odradek/protocol/${door.slice(2).replace('*', '<')}`), door)
  }
  const publicNames = Object.keys(await import('../src/index.ts')).filter((name) => name.endsWith('Error'))
  for (const name of publicNames) t.true(readme.includes(`\`${name}\``), name)
})
