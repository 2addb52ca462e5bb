// The packages as users get them: which ones are public, and an empty project with their packed tarballs installed. What package-tests/
// and runtime-tests/ begin with; needs `npm run build` first.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './setup.mjs'

/** The public packages, sorted by name: name, folder, and package.json. */
export function publicPackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => join(root, 'packages', folder))
    .map((folder) => ({ folder, json: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ json }) => !json.private)
    .map(({ folder, json }) => ({ folder, json, name: json.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Packs the packages and installs the tarballs into `project`, an empty folder. */
export function installPacked(project, packages) {
  const tarballs = join(project, 'tarballs')
  mkdirSync(tarballs)
  for (const { folder } of packages) npm(['pack', '--silent', '--pack-destination', tarballs], folder)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const files = readdirSync(tarballs).map((file) => `./tarballs/${file}`)
  npm(['install', '--silent', '--no-audit', '--no-fund', ...files], project)
}

/** Installs from the lockfile of a package outside the workspace, unless that very lockfile is what was installed. */
export function ensureOwnInstall(folder) {
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const stamp = join(folder, 'node_modules', '.odradek-lockfile')
  if (readIfThere(stamp) === lockfile) return
  process.stderr.write(`Installing what ${folder} needs (npm ci) ...\n`)
  // The root's lockfile and workspaces have no part in it.
  npm(['ci', '--prefix', folder, '--workspaces=false', '--install-links=false', '--no-audit', '--no-fund'], root)
  writeFileSync(stamp, lockfile)
}

function npm(args, cwd) {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' })
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
