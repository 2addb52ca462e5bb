// Where the drivers of foreign clients are, and how what they need is installed once.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** How long an installation may take. */
export const INSTALL_TIMEOUT_MS = 600_000

/** A path within `interop/clients`. */
export function clientFolder(path: string): string {
  return fileURLToPath(new URL(`clients/${path}`, import.meta.url))
}

/** Runs `install` unless it was done before with the very same `lockfile`. */
export async function installOnce(lockfile: string, stamp: string, install: () => Promise<unknown>): Promise<void> {
  const wanted = await readFile(lockfile, 'utf8')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  await install()
  await writeFile(stamp, wanted)
}
