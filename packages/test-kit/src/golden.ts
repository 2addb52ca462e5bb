import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const fixtures = new URL('../../../fixtures/', import.meta.url)

/** The path of a file or folder of the golden corpus. */
export function goldenPath(name = ''): string {
  return fileURLToPath(new URL(name, fixtures))
}

/** The bytes of a file of the golden corpus, for which a `.gz` beside it stands in. */
export function readGoldenBytes(name: string): Uint8Array {
  const path = goldenPath(name)
  return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
}

/** The lines of a JSON lines file of the golden corpus, such as `records/records.jsonl`, `.gz` or not. */
export function readGolden<T = Record<string, unknown>>(name: string): T[] {
  const lines = Buffer.from(readGoldenBytes(name)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T)
}
