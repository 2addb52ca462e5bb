// Files of logs on a disk, through node:fs. All calls block: a log's appends are short, and what is acknowledged must be written.
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import type { LogFile, LogFolder } from '../core/log/log-folder.ts'

/** What an atomic write writes to before it renames, as Kafka names it. */
const TEMPORARY = '.tmp'

/** A folder on a disk. */
export class NodeLogFolder implements LogFolder {
  readonly path: string

  /** Makes the folder, and those above it, where they are not there. Throws what the system says. */
  constructor(path: string) {
    this.path = resolve(path)
    mkdirSync(path, { recursive: true })
  }

  space(): { totalBytes: bigint; usableBytes: bigint } {
    const { bsize, blocks, bavail } = statfsSync(this.path, { bigint: true })
    return { totalBytes: blocks * bsize, usableBytes: bavail * bsize }
  }

  files(): string[] {
    return this.#entries((entry) => entry.isFile())
  }

  folders(): string[] {
    return this.#entries((entry) => entry.isDirectory())
  }

  #entries(isWanted: (entry: { isFile(): boolean; isDirectory(): boolean }) => boolean): string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter(isWanted)
      .map((entry) => entry.name)
  }

  folder(name: string): NodeLogFolder {
    return new NodeLogFolder(join(this.path, name))
  }

  open(name: string): LogFile {
    return new NodeLogFile(join(this.path, name), () => this.#flushEntries())
  }

  read(name: string): Uint8Array | undefined {
    try {
      const bytes = readFileSync(join(this.path, name))
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  write(name: string, bytes: Uint8Array, flush = true): void {
    const temporary = join(this.path, name + TEMPORARY)
    const fd = openSync(temporary, 'w')
    try {
      writeAll(fd, bytes)
      if (flush) fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, join(this.path, name))
    if (flush) this.#flushEntries()
  }

  /** A name that was given to a file lasts once its folder is flushed; not every system opens folders. */
  #flushEntries(): void {
    let fd: number | undefined
    try {
      fd = openSync(this.path, 'r')
      fsyncSync(fd)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EACCES' && code !== 'EINVAL') throw error
    } finally {
      if (fd !== undefined) closeSync(fd)
    }
  }

  rename(from: string, to: string): void {
    renameSync(join(this.path, from), join(this.path, to))
  }

  setLastModified(name: string, atMs: number): void {
    utimesSync(join(this.path, name), atMs / 1000, atMs / 1000)
  }

  remove(name: string): void {
    rmSync(join(this.path, name), { recursive: true, force: true })
  }
}

class NodeLogFile implements LogFile {
  readonly #fd: number
  readonly #flushEntry: () => void
  #size: number
  /** Whether the file may be new, so that its name is not on the disk yet. */
  #isNew: boolean

  /** `flushEntry` has the file's name lie on the disk. */
  constructor(path: string, flushEntry: () => void) {
    // For reading, and for writing at the end, wherever a truncation has put it; made where it is missing.
    this.#fd = openSync(path, 'a+')
    this.#size = fstatSync(this.#fd).size
    this.#flushEntry = flushEntry
    this.#isNew = this.#size === 0
  }

  get size(): number {
    return this.#size
  }

  get lastModifiedMs(): number {
    return Math.floor(fstatSync(this.#fd).mtimeMs)
  }

  append(bytes: Uint8Array): void {
    try {
      writeAll(this.#fd, bytes)
    } catch (error) {
      // A full disk may have taken a part: what is appended next must not follow half a batch.
      ftruncateSync(this.#fd, this.#size)
      throw error
    }
    this.#size += bytes.length
  }

  read(position: number, length: number): Uint8Array {
    if (length <= 0) return new Uint8Array(0)
    // Not from Node's pool: the caller keeps it, and a slice of the pool would keep all of that.
    const buffer = Buffer.allocUnsafeSlow(length)
    let filled = 0
    while (filled < length) {
      const count = readSync(this.#fd, buffer, filled, length - filled, position + filled)
      if (count === 0) break
      filled += count
    }
    return new Uint8Array(buffer.buffer, 0, filled)
  }

  truncate(size: number): void {
    ftruncateSync(this.#fd, size)
    this.#size = size
  }

  flush(): void {
    fdatasyncSync(this.#fd)
    if (this.#isNew) this.#flushEntry()
    this.#isNew = false
  }

  close(): void {
    closeSync(this.#fd)
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written)
}
