// Makes what every runtime is given: a project outside the repository with the packed codec packages installed, the corpus unpacked,
// and the vectors bundled, with the packages left to be resolved by whoever runs them.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

import { build } from 'esbuild'

import { installPacked, publicPackages } from '../tools/packed-packages.mjs'
import { root } from '../tools/setup.mjs'

export const here = fileURLToPath(new URL('.', import.meta.url))

/** The packages that run everywhere, as the rules of imports list them. */
export const codecPackages = JSON.parse(readFileSync(join(root, 'tools', 'import-rules.json'), 'utf8')).pure

/** What of the corpus is about codecs; assignors and SCRAM belong to clients. */
const CORPUS = /^(messages|messages-legacy|records|partitioners|segments)\/|^(frames|frames-legacy|kafka07)\.jsonl/

export async function prepare(project) {
  const names = new Set(codecPackages.map((name) => `@odradek/${name}`))
  installPacked(
    project,
    publicPackages().filter(({ name }) => names.has(name)),
  )
  unpackCorpus(join(project, 'corpus'))
  for (const file of ['run-in-process.mjs', 'run-in-process.cjs', 'page.html']) {
    copyFileSync(join(here, 'runners', file), join(project, file))
  }
  await bundleVectors(project)
  await bundlePage(project)
}

function unpackCorpus(target) {
  const fixtures = join(root, 'fixtures')
  const names = []
  for (const entry of readdirSync(fixtures, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(fixtures.length + 1).replaceAll('\\', '/')
    if (!entry.isFile() || !CORPUS.test(name)) continue
    const unpacked = name.replace(/\.gz$/, '')
    mkdirSync(dirname(join(target, unpacked)), { recursive: true })
    if (unpacked === name) cpSync(path, join(target, name))
    else writeFileSync(join(target, unpacked), gunzipSync(readFileSync(path)))
    names.push(unpacked)
  }
  if (names.length === 0) throw new Error(`${fixtures} holds no corpus`)
  writeFileSync(join(target, 'names.json'), JSON.stringify(names.sort()))
}

async function bundleVectors(project) {
  for (const [format, extension] of Object.entries({ esm: 'mjs', cjs: 'cjs' })) {
    await build({
      entryPoints: [join(here, 'vectors', 'main.ts')],
      outfile: join(project, `vectors.${extension}`),
      bundle: true,
      format,
      platform: 'neutral',
      target: 'es2022',
      external: ['@odradek/*'],
      alias: { 'node:crypto': join(here, 'vectors', 'shims', 'crypto.ts') },
      inject: [join(here, 'vectors', 'shims', 'buffer.ts')],
      logLevel: 'error',
    })
  }
}

/** The browser's bundle: the same vectors, now with the packages as esbuild resolves them for a browser. */
async function bundlePage(project) {
  const entry = join(project, 'page-entry.mjs')
  copyFileSync(join(here, 'runners', 'page.mjs'), entry)
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: join(project, 'page.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    logLevel: 'error',
  })
  copyFileSync(join(project, 'node_modules/@bokuweb/zstd-wasm/dist/web/zstd.wasm'), join(project, 'zstd.wasm'))
  rmSync(entry)
  const problem = neutralProblem(metafile)
  if (problem !== undefined) throw new Error(`the browser's bundle ${problem}`)
}

/** What in a bundle is not for a browser: an import that stays outside of it, or a package's twin for Node. */
export function neutralProblem(metafile) {
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    if (/@odradek\/[^/]+\/(dist|src)\/node\//.test(path)) return `holds ${path}, which is for Node`
    for (const one of imports) if (one.external) return `imports ${one.path} (in ${path})`
  }
  return undefined
}

/** Bundles every door of every codec package for a browser; returns how many, throws where one is not neutral. */
export async function checkNodeless(project) {
  const names = new Set(codecPackages.map((name) => `@odradek/${name}`))
  const doors = publicPackages()
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, json }) =>
      Object.keys(json.exports)
        .filter((door) => !door.includes('*') && !door.endsWith('.json'))
        .map((door) => name + door.slice(1)),
    )
  for (const door of doors) {
    const { metafile, warnings } = await build({
      stdin: { contents: `export * from '${door}'`, resolveDir: project },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      metafile: true,
      logLevel: 'silent',
    })
    const problem = warnings[0]?.text ?? neutralProblem(metafile)
    if (problem !== undefined) throw new Error(`${door} bundled for a browser ${problem}`)
  }
  return doors.length
}
