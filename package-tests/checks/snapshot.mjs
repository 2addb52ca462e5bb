import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a snapshot beside main.mjs. */
const pathOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))

export function readSnapshot(name) {
  return existsSync(pathOf(name)) ? readFileSync(pathOf(name), 'utf8') : ''
}

export function writeSnapshot(name, text) {
  writeFileSync(pathOf(name), text)
}

/** Compares line by line, whatever the order; throws with the lines that came and went. */
export function compareWithSnapshot(name, text, update) {
  if (update) return writeSnapshot(name, text)
  const before = new Set(readSnapshot(name).split('\n'))
  const now = new Set(text.split('\n'))
  const differences = [
    ...[...before].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ]
  if (differences.length === 0) return
  const hint = `If this is meant, say so in CHANGELOG.md and write package-tests/${name} anew: npm run test:packages -- --update`
  throw new Error([...differences, hint].join('\n'))
}
