import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { fixtureNames, fixturesFolder, readFixture, readVectors } from '@odradek/fixtures'
import test from 'ava'

test('the package of fixtures holds every file that its manifest lists, and they are what it says', async (t) => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json'], {
    cwd: fixturesFolder,
    maxBuffer: 1 << 24,
  })
  const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }]
  const paths = new Set(packed.files.map(({ path }) => path))
  for (const path of [...fixtureNames(), 'README.md', 'MANIFEST.json', 'index.js', 'index.d.ts']) {
    t.true(paths.has(path), path)
  }
  type Manifest = Record<string, { bytes: number; entries: number; sha256: string }>
  const manifest = JSON.parse(readFileSync(join(fixturesFolder, 'MANIFEST.json'), 'utf8')) as Manifest
  for (const [name, { bytes, sha256 }] of Object.entries(manifest)) {
    const content = readFixture(name)
    t.is(content.length, bytes, name)
    t.is(createHash('sha256').update(content).digest('hex'), sha256, name)
  }
})

test('vectors are read from files that are gzipped and from files that are not', (t) => {
  t.is(readVectors('partitioners/bytes.jsonl.gz').length, 2000)
  t.is(readVectors('partitioners/strings.jsonl').length, 500)
  t.throws(() => readVectors('nothing.jsonl'), { code: 'ENOENT' })
})
