// A folder of files in memory, for tests that crash and copy it.
import type { LogFile, LogFolder } from '../../../src/core/log/log-folder.ts'

interface StoredFile {
  bytes: Uint8Array
  lastModifiedMs: number
}

export class MemoryLogFolder implements LogFolder {
  readonly path = '/data'
  readonly stored = new Map<string, StoredFile>()
  readonly inner = new Map<string, MemoryLogFolder>()
  /** Names of files in the order in which they were flushed. */
  readonly flushed: string[] = []

  space() {
    return { totalBytes: 1_000n, usableBytes: 900n }
  }

  files(): string[] {
    return [...this.stored.keys()]
  }

  folders(): string[] {
    return [...this.inner.keys()]
  }

  folder(name: string): MemoryLogFolder {
    const found = this.inner.get(name) ?? new MemoryLogFolder()
    this.inner.set(name, found)
    return found
  }

  open(name: string): LogFile {
    const file = this.stored.get(name) ?? { bytes: new Uint8Array(0), lastModifiedMs: 0 }
    this.stored.set(name, file)
    const onFlush = () => this.flushed.push(name)
    return {
      get size() {
        return file.bytes.length
      },
      get lastModifiedMs() {
        return file.lastModifiedMs
      },
      append(bytes) {
        const longer = new Uint8Array(file.bytes.length + bytes.length)
        longer.set(file.bytes)
        longer.set(bytes, file.bytes.length)
        file.bytes = longer
      },
      read: (position, length) => file.bytes.slice(position, position + Math.max(0, length)),
      truncate(size) {
        file.bytes = file.bytes.slice(0, size)
      },
      flush: onFlush,
      close() {},
    }
  }

  read(name: string): Uint8Array | undefined {
    return this.stored.get(name)?.bytes.slice()
  }

  write(name: string, bytes: Uint8Array): void {
    this.stored.set(name, { bytes: bytes.slice(), lastModifiedMs: 0 })
  }

  rename(from: string, to: string): void {
    const file = this.stored.get(from)
    const folder = this.inner.get(from)
    if (file === undefined && folder === undefined) throw new Error(`there is no ${from}`)
    if (file !== undefined) this.stored.set(to, file)
    if (folder !== undefined) this.inner.set(to, folder)
    this.stored.delete(from)
    this.inner.delete(from)
  }

  setLastModified(name: string, atMs: number): void {
    this.stored.get(name)!.lastModifiedMs = atMs
  }

  remove(name: string): void {
    this.stored.delete(name)
    this.inner.delete(name)
  }

  /** What a start after a crash would find: the same bytes, in files of their own. */
  copy(): MemoryLogFolder {
    const copy = new MemoryLogFolder()
    for (const [name, { bytes, lastModifiedMs }] of this.stored) {
      copy.stored.set(name, { bytes: bytes.slice(), lastModifiedMs })
    }
    for (const [name, folder] of this.inner) copy.inner.set(name, folder.copy())
    return copy
  }
}
