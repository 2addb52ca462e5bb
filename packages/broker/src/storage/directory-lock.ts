import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '@odradek/protocol'

const LOCK_FILE = '.lock'

/** The directories that brokers of this process use. */
const held = new Set<string>()

/**
 * Keeps two brokers from writing to one data directory: a `.lock` file names the process that uses it. That of a process which is gone does
 * not count. Throws UsageError where the directory is in use.
 */
export class DirectoryLock {
  readonly #path: string

  constructor(directory: string) {
    this.#path = join(directory, LOCK_FILE)
    const holder = this.#holder()
    if (holder !== undefined) {
      throw new UsageError(
        `Broker option dataDir: ${directory} is in use by process ${holder}. Stop it, or remove ${this.#path} where that is no broker`,
      )
    }
    writeFileSync(this.#path, `${process.pid}\n`)
    held.add(this.#path)
  }

  /** The process that uses the directory; undefined where none does. */
  #holder(): number | undefined {
    if (held.has(this.#path)) return process.pid
    const pid = readPid(this.#path)
    return pid !== undefined && pid !== process.pid && isAlive(pid) ? pid : undefined
  }

  release(): void {
    held.delete(this.#path)
    rmSync(this.#path, { force: true })
  }
}

function readPid(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
