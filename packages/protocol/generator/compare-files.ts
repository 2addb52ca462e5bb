import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Where a folder differs from what it should hold. */
export interface FolderDifference {
  /** Files that are missing or hold something else. */
  readonly changed: string[]
  /** TypeScript files that should not be there. */
  readonly superfluous: string[]
}

/** Compares a folder with the files, by path below it, that it should hold. */
export function compareFiles(files: ReadonlyMap<string, string>, folder: string): FolderDifference {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
  const existing = new Set(entries.filter((name) => name.endsWith('.ts')))
  const differs = ([name, text]: [string, string]) =>
    !existing.has(name) || readFileSync(join(folder, name), 'utf8') !== text
  return {
    changed: [...files].filter(differs).map(([name]) => name),
    superfluous: [...existing].filter((name) => !files.has(name)),
  }
}
