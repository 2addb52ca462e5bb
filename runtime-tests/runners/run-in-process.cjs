// The same as run-in-process.mjs, with the packages' CommonJS files.
/* eslint-disable @typescript-eslint/no-require-imports -- require is what is under test here */
const { readFile } = require('node:fs/promises')
const { join } = require('node:path')

const { compressionTypes, runVectors } = require('./vectors.cjs')

const bytes = async (name) => new Uint8Array(await readFile(join(__dirname, 'corpus', name)))

async function main() {
  const names = JSON.parse(new TextDecoder().decode(await bytes('names.json')))
  const totals = await runVectors({ names, bytes })
  const { utf8 } = require('./node_modules/@odradek/bytes/which-twin.cjs')
  console.log(JSON.stringify({ ...totals, compressionTypes, utf8 }))
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
