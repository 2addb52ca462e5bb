// Starts a program of soak/programs in a process of its own, with a channel for messages: bundled before, as users would run it.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

/** The programs that are alive: they end with this process. */
const alive = new Set<ChildProcess>()
const folder = mkdtempSync(join(tmpdir(), 'odradek-soak-programs-'))
const bundles = new Map<string, Promise<string>>()

process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

async function bundle(name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
  })
  return outfile
}

/** `settings` are what the program is to do, as JSON in its first argument. */
export async function startProgram(name: string, settings: object = {}): Promise<ChildProcess> {
  const bundled = bundles.get(name) ?? bundle(name)
  bundles.set(name, bundled)
  const child = fork(await bundled, [JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  return child
}

/** Resolves with the first message that fits; rejects when the program ends before. */
export function nextMessage<M, T extends M>(child: ChildProcess, fits: (message: M) => message is T): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: M) => {
      if (!fits(message)) return
      done()
      resolve(message)
    }
    const onExit = (code: number | null, signal: string | null) => {
      done()
      reject(new Error(`a program of the soak ended early: ${signal ?? code}`))
    }
    const done = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
  })
}
