// `npm run generate`: writes src/generated/ from schemas/. With --check it writes nothing and exits with 1 where a file
// differs from what it would write, is missing, or should not be there.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareFiles } from './compare-files.ts'
import { generate } from './generate.ts'
import { readSchemas } from './read-schemas.ts'

const folder = fileURLToPath(new URL('../src/generated/', import.meta.url))
mkdirSync(folder, { recursive: true })
const files = generate(readSchemas())
const { changed, superfluous } = compareFiles(files, folder)

if (process.argv.includes('--check')) {
  for (const name of [...changed, ...superfluous]) {
    console.error(`src/generated/${name} is not what the generator writes: run npm run generate`)
  }
  process.exitCode = changed.length + superfluous.length > 0 ? 1 : 0
} else {
  for (const name of changed) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), files.get(name)!)
  }
  for (const name of superfluous) rmSync(join(folder, name))
  console.log(`${files.size} files, ${changed.length} written, ${superfluous.length} removed`)
}
