// The small synchronous storage that logs on disk are written through; `storage/` implements it with files.

/** An open file of a log folder, read anywhere and written at its end. */
export interface LogFile {
  /** In bytes, with what has been appended. */
  readonly size: number
  /** When it was last written, by the wall clock, in ms. */
  readonly lastModifiedMs: number
  append(bytes: Uint8Array): void
  /** As many bytes from `position` on as there are, at most `length`. The caller may keep them. */
  read(position: number, length: number): Uint8Array
  truncate(size: number): void
  /** Returns once what has been appended lies on the disk. */
  flush(): void
  close(): void
}

/** A folder of files: that of one partition, or the data directory with such folders in it. */
export interface LogFolder {
  /** What the world outside calls it. */
  readonly path: string
  /** Of the disk that it lies on, in bytes. */
  space(): { readonly totalBytes: bigint; readonly usableBytes: bigint }
  /** The names of the files in it. */
  files(): string[]
  /** The names of the folders in it. */
  folders(): string[]
  /** A folder in it, made where it is not there. */
  folder(name: string): LogFolder
  /** Opens a file, made where it is not there. */
  open(name: string): LogFile
  /** The whole of a file; undefined where it is not there. */
  read(name: string): Uint8Array | undefined
  /** Replaces a whole file so that a crash leaves the old or the new one; `flush` false leaves out the wait for the disk. */
  write(name: string, bytes: Uint8Array, flush?: boolean): void
  /** Renames a file or folder in it, over what has the new name. */
  rename(from: string, to: string): void
  /** Sets when a file was last written, in ms by the wall clock. */
  setLastModified(name: string, atMs: number): void
  /** Removes a file or a folder with all in it; nothing happens where there is none. */
  remove(name: string): void
}
