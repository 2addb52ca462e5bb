// Runs the vectors in Node, Deno or Bun and prints what they found, as one line of JSON. Lies in the project beside the corpus.
import { readFile } from 'node:fs/promises'

import { compressionTypes, runVectors } from './vectors.mjs'

const corpus = new URL('./corpus/', import.meta.url)
const bytes = async (name) => new Uint8Array(await readFile(new URL(name, corpus)))
const names = JSON.parse(new TextDecoder().decode(await bytes('names.json')))

const totals = await runVectors({ names, bytes })
const { utf8 } = await import('./node_modules/@odradek/bytes/which-twin.mjs')
console.log(JSON.stringify({ ...totals, compressionTypes, utf8 }))
