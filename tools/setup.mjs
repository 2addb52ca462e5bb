// What `npm start` and `npm test` do before their work: check Node, install from the lockfile, build. Each step is left out when what it
// would make is there and up to date. Everything is said on stderr. Plain Node: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const MIN_NODE = [20, 19]
const installStamp = join(root, 'node_modules', '.odradek-lockfile')
const buildStamp = join(root, '.cache', 'build-stamp')

/** Ends the process where Node is older than the packages need. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return
  say(`Node ${MIN_NODE.join('.')} or later is needed; this is Node ${version}. See https://nodejs.org/en/download`)
  process.exit(1)
}

/** Runs `npm ci` unless node_modules was made from this very package-lock.json. */
export function ensureInstalled() {
  const lockfile = join(root, 'package-lock.json')
  const wanted = hashFiles([lockfile])
  if (readIfThere(installStamp) === wanted) return
  // npm's own record says when it installed: newer than the lockfile is good enough for what was installed by hand.
  const record = join(root, 'node_modules', '.package-lock.json')
  const isInstalled = existsSync(record) && statSync(record).mtimeMs >= statSync(lockfile).mtimeMs
  if (!isInstalled) {
    say('Installing the dependencies (npm ci); this takes about a minute ...')
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  writeFileSync(installStamp, wanted)
}

/** Runs `npm run build` unless every package's dist was made from the sources as they are. */
export function ensureBuilt() {
  const packages = packagesWithBuild()
  const wanted = hashFiles(packages.flatMap(sourcesOf).concat(join(root, 'package-lock.json'), ...toolsOfBuild()))
  const isBuilt = packages.every((folder) => existsSync(join(folder, 'dist')))
  if (isBuilt && readIfThere(buildStamp) === wanted) return
  say('Building the packages; this takes about a minute, and is done again only when a source has changed ...')
  npm(['run', 'build', '--silent'])
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wanted)
}

/** The script that a package's program runs, from its `bin`. */
export function binOf(packageFolder, name) {
  const { bin } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return join(packageFolder, typeof bin === 'string' ? bin : bin[name])
}

/**
 * Goes on as another script, in this process: its signals, its standard input and its exit code are then the user's own, and Ctrl-C
 * reaches it once.
 */
export async function become(script, args) {
  process.argv = [process.execPath, script, ...args]
  await import(new URL(`file://${script}`).href)
}

function npm(args) {
  // npm says where it lies when it runs a script; without it the one on the PATH has to do.
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const { status, signal, error, stdout, stderr } = spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write(stdout ?? '')
  process.stderr.write(stderr ?? '')
  if (signal === 'SIGINT') process.exit(130)
  say(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`)
  process.exit(1)
}

function packagesWithBuild() {
  const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  return folders.filter((folder) => readIfThere(join(folder, 'package.json'))?.includes('"build":'))
}

function sourcesOf(folder) {
  const files = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
  const sources = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  return [...sources, ...['package.json', 'tsup.config.ts', 'tsconfig.build.json'].map((name) => join(folder, name))]
}

function toolsOfBuild() {
  return ['tools/tsup.base.ts', 'tools/build-types.mjs', 'tsconfig.base.json'].map((name) => join(root, name))
}

function hashFiles(files) {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const file of [...files].sort()) {
    hash.update(`\0${relative(root, file)}\0`)
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
