// Writes a package's type declarations: tsc emits dist/**/*.d.ts, then each is written twice, once for `import` and once for
// `require`, with the relative specifiers that the two module systems need. (tsup's own declaration bundler takes minutes on
// the protocol package's hundreds of entries.)
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })

const relativeSpecifier = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue
  const path = join('dist', file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(relativeSpecifier, '$1$2.js$3'))
  writeFileSync(path.replace(/\.d\.ts$/, '.d.cts'), text.replace(relativeSpecifier, '$1$2.cjs$3'))
}
