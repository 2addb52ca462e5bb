// Builds the playground into dist/: index.html, playground.js and playground.css, which work from any web server and from the disk.
// Needs the packages built (npm run build). Prints where the page is.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const dist = join(here, 'dist')

/** Builds the page and returns the path of its index.html. */
export async function buildPlayground() {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  await build({
    entryPoints: { playground: join(here, 'src', 'main.ts') },
    outdir: dist,
    bundle: true,
    minify: true,
    // A classic script: browsers refuse modules from the disk.
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  copyFileSync(join(here, 'src', 'playground.css'), join(dist, 'playground.css'))
  copyFileSync(join(here, 'src', 'index.html'), join(dist, 'index.html'))
  return join(dist, 'index.html')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildPlayground())
