import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { build } from 'esbuild'

import { readSnapshot, writeSnapshot } from './snapshot.mjs'

/** What a page would take, and how large it may be, in bytes minified and gzipped. */
const BUNDLES = [
  { name: 'bytes: all', code: "export * from '@odradek/bytes'" },
  {
    name: 'records: readers, bytes, gzip and snappy',
    code: `export * from '@odradek/bytes'
      export { readRecords, decodeRecordBatches } from '@odradek/records'
      export { gzipCodec, snappyCodec } from '@odradek/compression'`,
    limit: 30_000,
  },
  { name: 'records: the reader of magic 2', code: "export { decodeRecordBatches } from '@odradek/records'" },
  { name: 'records: the writer of magic 2', code: "export { RecordBatchBuilder } from '@odradek/records'" },
  { name: 'records: all', code: "export * from '@odradek/records'" },
  { name: 'compression: gzip', code: "export { gzipCodec } from '@odradek/compression'" },
  { name: 'compression: all', code: "export * from '@odradek/compression'" },
  { name: 'partitioners: the default one', code: "export { defaultPartitioner } from '@odradek/partitioners'" },
  { name: 'partitioners: all', code: "export * from '@odradek/partitioners'" },
  { name: 'protocol: one message', code: "export * from '@odradek/protocol/messages/fetch-request'" },
  {
    name: 'protocol: one API with frames',
    code: `export { fetchApi } from '@odradek/protocol/apis/fetch'
      export { encodeRequestFrame, decodeResponseFrame, FrameSplitter } from '@odradek/protocol'`,
  },
  { name: 'protocol: all APIs', code: "export * from '@odradek/protocol/all-apis'" },
]

const FILE = 'bundle-sizes.txt'
const HEADING = `Bytes of a bundle for browsers, minified by esbuild and gzipped. More than 3 % (and 100 bytes) off fails in CI, either way.
Written by \`npm run test:packages -- --update\`.
`

/** Compares the sizes of bundles with the snapshot, and with the limits. */
export async function checkSizes({ project, update }) {
  const sizes = new Map()
  for (const { name, code } of BUNDLES) sizes.set(name, await sizeOf(project, code))
  const problems = BUNDLES.filter(({ name, limit }) => limit !== undefined && sizes.get(name) > limit).map(
    ({ name, limit }) => `${name}: ${sizes.get(name)} bytes, over its limit of ${limit}`,
  )
  if (update) writeSnapshot(FILE, `${HEADING}\n${[...sizes].map(([name, size]) => `${name}: ${size}\n`).join('')}`)
  else problems.push(...driftProblems(sizes))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const reader = BUNDLES[1].name
  return `${reader}: ${sizes.get(reader)} bytes`
}

async function sizeOf(project, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project, sourcefile: join(project, 'size.mjs') },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length
}

function driftProblems(sizes) {
  const before = new Map(Array.from(readSnapshot(FILE).matchAll(/^(.+): (\d+)$/gm), ([, name, size]) => [name, +size]))
  const problems = []
  for (const [name, size] of sizes) {
    const old = before.get(name)
    if (old === undefined) problems.push(`${name}: ${size} bytes, not in package-tests/${FILE}`)
    else if (Math.abs(size - old) > Math.max(100, old * 0.03)) problems.push(`${name}: ${size} bytes, was ${old}`)
  }
  for (const name of before.keys()) if (!sizes.has(name)) problems.push(`${name}: in ${FILE}, but not measured`)
  if (problems.length > 0) problems.push('If this is meant: npm run test:packages -- --update')
  return problems
}
