import test from 'ava'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goldenPath } from '@odradek/test-kit'
import { compareFiles } from '../generator/compare-files.ts'
import { generate } from '../generator/generate.ts'
import { readSchemas } from '../generator/read-schemas.ts'

test('src/generated/ is what the generator writes', (t) => {
  const folder = fileURLToPath(new URL('../src/generated/', import.meta.url))
  t.deepEqual(compareFiles(generate(readSchemas()), folder), { changed: [], superfluous: [] })
})

test('the schemas are those of the golden corpus', (t) => {
  for (const name of ['merged.json', 'errors.json', 'api-keys.json']) {
    const ours = readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8')
    t.is(ours, readFileSync(goldenPath(`schemas/${name}`), 'utf8'), name)
  }
})

test('a file that is missing, changed or too many is found', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'messages'))
  writeFileSync(join(folder, 'messages', 'same.ts'), 'a')
  writeFileSync(join(folder, 'messages', 'changed.ts'), 'b')
  writeFileSync(join(folder, 'too-many.ts'), 'c')
  const files = new Map([
    ['messages/same.ts', 'a'],
    ['messages/changed.ts', 'B'],
    ['missing.ts', 'd'],
  ])
  t.deepEqual(compareFiles(files, folder), {
    changed: ['messages/changed.ts', 'missing.ts'],
    superfluous: ['too-many.ts'],
  })
})

test('generated code is tidy: no line ends in a blank, none is indented by tabs, every file ends in one line break', (t) => {
  for (const [name, text] of generate(readSchemas())) {
    t.notRegex(text, /[ \t]\n|\t|\n\n\n|[^\n]$|\n\n$/, name)
  }
})
