import type { FileHandle } from 'node:fs/promises'

import { DecodeError } from '@odradek/bytes'
import { type AnyRecordBatch, readRecords } from '@odradek/records'

/** How much is read at once: a batch that is larger makes the buffer grow. */
const CHUNK_BYTES = 1 << 20
/** The largest batch that is read. Brokers take 1 MiB by default; a length beyond this is damage, and must not be allocated. */
const MAX_BATCH_BYTES = 256 << 20

/** A batch and where in the file it begins. */
export interface LocatedBatch {
  readonly position: number
  readonly batch: AnyRecordBatch
}

/** A place in a file from which on there is no batch, and why: the reading ends there. */
export class LogEndError extends Error {
  override readonly name = 'LogEndError'
  readonly position: number
  /** Bytes from there to the end of the file. */
  readonly bytesLeft: number
  /** Whether it is merely the end that is missing, as in a file that is still being written. */
  readonly isCutOff: boolean

  constructor(message: string, position: number, bytesLeft: number, isCutOff: boolean) {
    super(message)
    this.position = position
    this.bytesLeft = bytesLeft
    this.isCutOff = isCutOff
  }
}

/** Where the reading of a log file begins and ends. */
export interface LogRange {
  /** Default 0. */
  readonly start?: number
  /** How much is read at once. Default 1 MiB; for tests. */
  readonly chunkBytes?: number
}

/**
 * The batches of a log file, read in pieces: no more than a few MiB are held, or the largest batch. A batch is a view on a buffer that
 * the next ones overwrite. Throws LogEndError, after the whole batches, where something else than a batch follows them.
 */
export async function* logBatches(file: FileHandle, range: LogRange = {}): AsyncGenerator<LocatedBatch, undefined> {
  let buffer = new Uint8Array(range.chunkBytes ?? CHUNK_BYTES)
  /** Where in the file the buffer's first byte lies. */
  let start = range.start ?? 0
  let filled = 0
  for (;;) {
    filled = await fill(file, buffer, filled, start)
    const isAtEnd = filled < buffer.length
    const bytes = buffer.subarray(0, filled)
    let used = 0
    try {
      for (const batch of readRecords(bytes)) {
        yield { position: start + batch.position, batch }
        used = batch.position + batch.sizeInBytes
      }
    } catch (error) {
      if (!DecodeError.is(error)) throw error
      const { size } = await file.stat()
      throw new LogEndError(reasonOf(error), start + used, size - start - used, false)
    }
    if (isAtEnd) {
      if (filled === used) return
      throw new LogEndError('a batch that is cut off', start + used, filled - used, true)
    }
    const rest = bytes.subarray(used)
    if (used > 0) buffer.copyWithin(0, used, filled)
    else buffer = enlarged(rest, start)
    filled = rest.length
    start += used
  }
}

/** Reads until the buffer is full or the file ends; gives how many bytes the buffer holds then. */
async function fill(file: FileHandle, buffer: Uint8Array, from: number, fileStart: number): Promise<number> {
  let at = from
  while (at < buffer.length) {
    const { bytesRead } = await file.read(buffer, at, buffer.length - at, fileStart + at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return at
}

function enlarged(bytes: Uint8Array, position: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= MAX_BATCH_BYTES) {
    throw new LogEndError(`a batch of more than ${MAX_BATCH_BYTES} bytes`, position, bytes.length, false)
  }
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}

/** The fault without its place in the buffer, which says nothing of the file. */
export function reasonOf(error: DecodeError): string {
  return error.message.replace(/ \(at byte \d+\)$/, '')
}
