// Carries out a stage of a Dockerfile in a folder that stands for the image's root.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { root } from '../../tools/setup.mjs'
import { contextFilter, parseEnv } from './dockerfile.mjs'

/** Folders of this machine that stand for themselves in commands. */
const SYSTEM = new Set(['bin', 'dev', 'etc', 'proc', 'sbin', 'tmp', 'usr', 'var'])

/** Text of a command with the image's absolute paths as they are in `imageRoot`. */
export function inFolder(imageRoot, text) {
  return text.replaceAll(/(^|[\s='":])\/([a-z][\w.-]*)/g, (whole, before, first) =>
    SYSTEM.has(first) ? whole : `${before}${imageRoot}/${first}`,
  )
}

/**
 * Carries out COPY, RUN, WORKDIR and ENV in `imageRoot`; gives the environment and all other instructions by keyword. `context`: the
 * folder and ignore file of the build; `stageRoots`: those of the stages before. `tools` goes in front of the PATH.
 */
export function buildStage({ instructions }, imageRoot, { context, stageRoots, tools }) {
  mkdirSync(imageRoot, { recursive: true })
  let workdir = imageRoot
  const env = {}
  const others = {}
  for (const { keyword, value } of instructions) {
    if (keyword === 'WORKDIR') mkdirSync((workdir = inFolder(imageRoot, value)), { recursive: true })
    else if (keyword === 'ENV') Object.assign(env, parseEnv(value))
    else if (keyword === 'COPY') copy(value, workdir, imageRoot, { context, stageRoots })
    else if (keyword === 'RUN') run(inFolder(imageRoot, value), workdir, { ...env, ...process.env }, tools)
    else others[keyword] = value
  }
  return { env, others }
}

function run(command, cwd, env, tools) {
  const PATH = `${tools}:${env.PATH}`
  execFileSync('bash', ['-e', '-c', command], { cwd, env: { ...env, PATH }, stdio: ['ignore', 'pipe', 'pipe'] })
}

function copy(value, workdir, imageRoot, { context, stageRoots }) {
  const parts = value.split(/\s+/)
  const from = parts[0].startsWith('--from=') ? stageRoots.get(parts.shift().slice('--from='.length)) : undefined
  const target = resolve(workdir, inFolder(imageRoot, parts[1]))
  if (from !== undefined) return cpSync(join(from, parts[0]), target, { recursive: true, verbatimSymlinks: true })
  if (parts[0] !== '.') throw new Error(`COPY ${value}: only the whole context is known here`)
  const isSent = contextFilter(readFileSync(context.ignoreFile, 'utf8'))
  for (const file of filesOf(context.folder).filter(isSent)) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(join(context.folder, file), join(target, file))
  }
}

/** The files of a clone: those of git, and new ones that are not ignored. */
function filesOf(folder) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(folder, file)))
}

/**
 * An `npm` in front of the real one, for what CI has done a moment ago: `npm ci` only checks that the lockfile fits what was copied, and
 * `npm run build` takes the `dist` folders of this repository. All else is the real one.
 */
export function npmThatHasBuilt(folder) {
  mkdirSync(folder, { recursive: true })
  const real = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim()
  const built = readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'dist')))
  const copies = built.map((name) => `cp -r '${root}packages/${name}/dist' packages/${name}/`).join('\n    ')
  const script = `#!/usr/bin/env bash
set -e
case "$1 $2" in
  'ci ') exec '${real}' ci --dry-run --ignore-scripts --silent ;;
  'run build')
    ${copies} ;;
  *) exec '${real}' "$@" ;;
esac
`
  writeFileSync(join(folder, 'npm'), script)
  chmodSync(join(folder, 'npm'), 0o755)
  return folder
}
