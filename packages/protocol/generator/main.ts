// `npm run generate`: writes src/generated/ from schemas/. With --check it writes nothing and exits with 1 where a file
// differs from what it would write, is missing, or should not be there.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, type Schemas } from './generate.ts'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const target = join(packageFolder, 'src', 'generated')

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(packageFolder, 'schemas', name), 'utf8'))

function existingFiles(): string[] {
  const entries = readdirSync(target, { recursive: true, encoding: 'utf8' })
  return entries.filter((name) => name.endsWith('.ts')).map((name) => name.split(sep).join('/'))
}

const files = generate({
  messages: readJson('merged.json') as Schemas['messages'],
  errors: readJson('errors.json') as Schemas['errors'],
  apiKeys: readJson('api-keys.json') as Schemas['apiKeys'],
})
mkdirSync(target, { recursive: true })
const existing = new Set(existingFiles())
const changed = [...files].filter(
  ([name, text]) => !existing.has(name) || readFileSync(join(target, name), 'utf8') !== text,
)
const superfluous = [...existing].filter((name) => !files.has(name))

if (process.argv.includes('--check')) {
  const different = [...changed.map(([name]) => name), ...superfluous]
  for (const name of different)
    console.error(`src/generated/${name} is not what the generator writes: run npm run generate`)
  process.exitCode = different.length > 0 ? 1 : 0
} else {
  for (const [name, text] of changed) {
    mkdirSync(dirname(join(target, name)), { recursive: true })
    writeFileSync(join(target, name), text)
  }
  for (const name of superfluous) rmSync(join(target, name))
  console.log(`${files.size} files, ${changed.length} written, ${superfluous.length} removed`)
}
