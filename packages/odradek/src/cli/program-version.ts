import { readFileSync } from 'node:fs'

/** The version of this package, from its package.json: src/cli and dist lie at different depths, so the way up is looked for. */
export function programVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    const facts = readPackage(new URL(up, import.meta.url))
    if (facts?.name === 'odradek' && facts.version !== undefined) return facts.version
  }
  return 'unknown'
}

function readPackage(url: URL): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(url, 'utf8')) as { name?: string; version?: string }
  } catch {
    return undefined
  }
}
