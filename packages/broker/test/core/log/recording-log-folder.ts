// A folder that remembers each change, so that a test can have the machine stop at any byte of any of them.
import type { LogFile, LogFolder } from '../../../src/core/log/log-folder.ts'
import { MemoryLogFolder } from './memory-log-folder.ts'

type Change =
  | { readonly kind: 'append'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly name: string; readonly bytes: Uint8Array; readonly flush: boolean }
  | { readonly kind: 'open' | 'flush' | 'remove'; readonly name: string }
  | { readonly kind: 'truncate'; readonly name: string; readonly size: number }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'mark'; readonly name: string }

/** What is left after a crash, and the last mark that had been set before it. */
export interface CrashedFolder {
  readonly folder: MemoryLogFolder
  readonly mark: string | undefined
  /** For the message of a failed assertion. */
  readonly where: string
}

/** One folder without folders in it. */
export class RecordingLogFolder implements LogFolder {
  readonly path = '/recorded'
  readonly #files = new MemoryLogFolder()
  readonly #changes: Change[] = []

  /** Notes that something is done, such as a record acknowledged. */
  mark(name: string): void {
    this.#changes.push({ kind: 'mark', name })
  }

  space() {
    return this.#files.space()
  }

  files(): string[] {
    return this.#files.files()
  }

  folders(): string[] {
    return []
  }

  folder(): LogFolder {
    throw new Error('there are no folders in a recorded folder')
  }

  open(name: string): LogFile {
    if (!this.#files.stored.has(name)) this.#note({ kind: 'open', name })
    const file = this.#files.open(name)
    return {
      get size() {
        return file.size
      },
      get lastModifiedMs() {
        return file.lastModifiedMs
      },
      read: (position, length) => file.read(position, length),
      append: (bytes) => this.#note({ kind: 'append', name, bytes: bytes.slice() }),
      truncate: (size) => this.#note({ kind: 'truncate', name, size }),
      flush: () => this.#note({ kind: 'flush', name }),
      close: () => {},
    }
  }

  read(name: string): Uint8Array | undefined {
    return this.#files.read(name)
  }

  write(name: string, bytes: Uint8Array, flush = true): void {
    this.#note({ kind: 'write', name, bytes: bytes.slice(), flush })
  }

  rename(from: string, to: string): void {
    this.#note({ kind: 'rename', name: from, to })
  }

  setLastModified(name: string, atMs: number): void {
    this.#files.setLastModified(name, atMs)
  }

  remove(name: string): void {
    if (this.#files.stored.has(name)) this.#note({ kind: 'remove', name })
  }

  #note(change: Change): void {
    carryOut(this.#files, change)
    this.#changes.push(change)
  }

  /** Each state in which a kill may leave the files: after each byte of each append, and after every other change. */
  *kills(): Generator<CrashedFolder> {
    const folder = new MemoryLogFolder()
    let mark: string | undefined
    for (const [index, change] of this.#changes.entries()) {
      if (change.kind === 'append') {
        for (let length = 0; length < change.bytes.length; length++) {
          const cut = folder.copy()
          cut.open(change.name).append(change.bytes.subarray(0, length))
          yield { folder: cut, mark, where: `${length} bytes into change ${index}, an append to ${change.name}` }
        }
      }
      carryOut(folder, change)
      if (change.kind === 'mark') mark = change.name
      yield { folder: folder.copy(), mark, where: `after change ${index}, ${change.kind} ${change.name}` }
    }
  }

  /** Each state in which a loss of power may leave them, where all is lost that was not flushed. */
  *powerCuts(): Generator<CrashedFolder> {
    const folder = new MemoryLogFolder()
    const durable = new MemoryLogFolder()
    let mark: string | undefined
    for (const [index, change] of this.#changes.entries()) {
      carryOut(folder, change)
      if (change.kind === 'mark') mark = change.name
      const isFlush = change.kind === 'flush' || (change.kind === 'write' && change.flush)
      if (isFlush) durable.write(change.name, folder.read(change.name)!)
      // The names that files have may have reached the disk, or not: here removals and new names have.
      if (change.kind === 'remove') durable.remove(change.name)
      if (change.kind === 'rename' && durable.stored.has(change.name)) durable.rename(change.name, change.to)
      yield { folder: durable.copy(), mark, where: `power cut after change ${index}, ${change.kind} ${change.name}` }
    }
  }
}

function carryOut(folder: MemoryLogFolder, change: Change): void {
  switch (change.kind) {
    case 'append':
      return folder.open(change.name).append(change.bytes)
    case 'write':
      return folder.write(change.name, change.bytes)
    case 'truncate':
      return folder.open(change.name).truncate(change.size)
    case 'rename':
      return folder.rename(change.name, change.to)
    case 'remove':
      return folder.remove(change.name)
    case 'open':
      folder.open(change.name)
  }
}
