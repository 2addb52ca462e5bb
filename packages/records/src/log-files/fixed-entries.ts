import { DecodeError, EncodeError } from '@odradek/bytes'

/** Where one entry lies. */
interface FixedEntry {
  readonly view: DataView
  readonly at: number
}

/**
 * Where the entries of an index file lie, up to the zeros that an open file is preallocated with: since entries rise, only the very
 * first could be all zeros, and then nothing of use is lost. Throws DecodeError `truncated` where the size is no multiple of the
 * entry's.
 */
export function* fixedEntries(bytes: Uint8Array, entrySize: number): Generator<FixedEntry, undefined> {
  const { length } = bytes
  if (length % entrySize !== 0) {
    throw new DecodeError('truncated', `${length} bytes are no multiple of ${entrySize}`, length - (length % entrySize))
  }
  let used = length
  while (used > 0 && bytes[used - 1] === 0) used--
  const end = Math.ceil(used / entrySize) * entrySize
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  for (let at = 0; at < end; at += entrySize) yield { view, at }
}

/** What an index stores for an offset. Throws EncodeError where it lies before the base offset or 2^31 or more beyond it. */
export function relativeOffset(offset: bigint, baseOffset: bigint): number {
  const relative = offset - baseOffset
  if (relative < 0n || relative > 0x7fffffffn) {
    throw new EncodeError(`offset ${offset} cannot be told relative to the base offset ${baseOffset} in 31 bits`)
  }
  return Number(relative)
}
