import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every door of a package, those behind a wildcard included: `{ specifier, pattern }`, the pattern where there was one. */
export function doorsOf({ folder, name, json }) {
  return Object.entries(json.exports).flatMap(([door, target]) => {
    if (door.endsWith('.json')) return []
    if (!door.includes('*')) return [{ specifier: name + door.slice(1), pattern: undefined }]
    const pattern = name + door.slice(1)
    const [path, extension] = target.import.default.split('*')
    return readdirSync(join(folder, path))
      .filter((file) => file.endsWith(extension))
      .sort()
      .map((file) => ({ specifier: pattern.replace('*', file.slice(0, -extension.length)), pattern }))
  })
}

/** Imports and requires every door: each has to export something, and the same both ways. */
export function importDoors({ project, doors }) {
  const specifiers = doors.map(({ specifier }) => specifier)
  writeFileSync(
    join(project, 'doors.cjs'),
    `module.exports = ${JSON.stringify(specifiers)}.map((door) => [door, Object.keys(require(door)).sort().join()])`,
  )
  writeFileSync(
    join(project, 'doors.mjs'),
    `import required from './doors.cjs'
    for (const [door, names] of required) {
      const imported = Object.keys(await import(door)).sort().join()
      if (imported === '') throw new Error(door + ' exports nothing')
      if (imported !== names) throw new Error(door + ' exports ' + imported + ' as ESM and ' + names + ' as CJS')
    }`,
  )
  execFileSync(process.execPath, ['doors.mjs'], { cwd: project, encoding: 'utf8', stdio: 'pipe' })
  return `${doors.length} doors`
}
