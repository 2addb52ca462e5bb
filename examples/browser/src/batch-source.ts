import { DecodeError } from '@odradek/bytes'
import type { RecordHeader } from '@odradek/records'

/** Where a batch (or a message that is one of its own) lies. */
export interface Place {
  readonly position: number
  readonly sizeInBytes: number
}

/** A mark on a batch's line: a short word, and how it is coloured. */
export interface Mark {
  readonly text: string
  readonly tone: 'plain' | 'codec' | 'flag'
}

/** A record as the page shows it; undefined where its format has no such thing. */
export interface ShownRecord {
  readonly offset: bigint | undefined
  readonly timestamp: number | undefined
  readonly key: Uint8Array | null | undefined
  readonly value: Uint8Array | null
  readonly headers: readonly RecordHeader[]
  /** What a control record says, in place of its bytes. */
  readonly control?: string
}

/** A batch opened for reading. What old formats say only within compressed data is decompressed when marks or facts are asked for. */
export interface OpenBatch {
  marks(): readonly Mark[]
  /** Label and value, in the order in which they are shown. */
  facts(): readonly (readonly [string, string])[]
  /** The checksum that it carries, unsigned. */
  readonly crc: number
  /** Throws DecodeError where the checksum, or the size, does not hold. */
  ensureValid(): void
  /** Lazily. Throws DecodeError where the bytes are none. */
  records(): Iterator<ShownRecord>
}

/** Bytes seen as a sequence of batches in one family of formats. */
export interface BatchSource {
  readonly bytes: Uint8Array
  /** Walks the batches without decoding them. Throws DecodeError where the next one is none. */
  places(): Iterable<Place>
  open(place: Place): OpenBatch
}

/** What `read` gives, or the fault in words: for a value that has to be decompressed first, or is nonsense. */
export function valueOrFault(read: () => { toString(): string }): string {
  try {
    return read().toString()
  } catch (error) {
    return DecodeError.is(error) ? `cannot be told: ${error.message}` : rethrow(error)
  }
}

/** A checksum in hex, and as the number it is. */
export function crcText(crc: number): string {
  return `0x${crc.toString(16).padStart(8, '0')} (${crc})`
}

function rethrow(error: unknown): never {
  throw error
}
