import { DecodeError } from '@odradek/bytes'
import { InvariantError } from '@odradek/protocol'
import { decodeOffsetIndex, decodeTimeIndex, encodeOffsetIndex, encodeTimeIndex } from '@odradek/records'
import type { LogFolder } from './log-folder.ts'
import { segmentFileName, type SegmentSuffix } from './segment-file-name.ts'

const OFFSET_ENTRY_BYTES = 8
const TIME_ENTRY_BYTES = 12
/** So many entries wait to be written: after a crash the indexes of what was not flushed are built anew anyway. */
const UNSAVED_ENTRIES = 512

/** The `.index` and `.timeindex` of a segment: held in memory once they are needed, written now and then and when it is sealed. */
export class SegmentIndexes {
  readonly #folder: LogFolder
  readonly #baseOffset: number
  /** What the files' names end with while they are not part of the log: `.cleaned`. */
  suffix: string
  readonly #offsets: number[] = []
  readonly #positions: number[] = []
  readonly #timestamps: number[] = []
  readonly #timestampOffsets: number[] = []
  #savedOffsets = 0
  #savedTimestamps = 0

  /** Of a new segment, whose files are made empty. */
  static create(folder: LogFolder, baseOffset: number, suffix: string): SegmentIndexes {
    const indexes = new SegmentIndexes(folder, baseOffset, suffix)
    indexes.#rewrite()
    return indexes
  }

  /** Reads the files. Throws DecodeError where one is missing, damaged, or points beyond the `.log` file's `logSize`. */
  static load(folder: LogFolder, baseOffset: number, logSize: number): SegmentIndexes {
    const indexes = new SegmentIndexes(folder, baseOffset, '')
    for (const { offset, position } of decodeOffsetIndex(indexes.#read('.index'), BigInt(baseOffset))) {
      if (position >= logSize) throw new DecodeError('malformed', `an entry at ${position} of ${logSize} bytes`, 0)
      indexes.#offsets.push(Number(offset))
      indexes.#positions.push(position)
    }
    for (const { timestamp, offset } of decodeTimeIndex(indexes.#read('.timeindex'), BigInt(baseOffset))) {
      indexes.#timestamps.push(timestamp)
      indexes.#timestampOffsets.push(Number(offset))
    }
    indexes.#savedOffsets = indexes.#offsets.length
    indexes.#savedTimestamps = indexes.#timestamps.length
    return indexes
  }

  private constructor(folder: LogFolder, baseOffset: number, suffix: string) {
    this.#folder = folder
    this.#baseOffset = baseOffset
    this.suffix = suffix
  }

  get offsetIndexBytes(): number {
    return this.#offsets.length * OFFSET_ENTRY_BYTES
  }

  get timeIndexBytes(): number {
    return this.#timestamps.length * TIME_ENTRY_BYTES
  }

  /** The greatest timestamp that is known, with its offset. */
  get lastTimestamp(): { readonly timestamp: number; readonly offset: number } {
    return { timestamp: this.#timestamps.at(-1) ?? -1, offset: this.#timestampOffsets.at(-1) ?? this.#baseOffset }
  }

  /** The last entry of the offset index: where a walk to the segment's end begins. */
  get lastPosition(): number {
    return this.#positions.at(-1) ?? 0
  }

  /** Where in the `.log` file a search for an offset begins. */
  positionOf(offset: number): number {
    const index = floorIndex(this.#offsets, offset)
    return index < 0 ? 0 : this.#positions[index]!
  }

  /** An offset below which no record has `timestamp` or a greater one. */
  offsetBefore(timestamp: number): number {
    const index = floorIndex(this.#timestamps, timestamp - 1)
    return index < 0 ? this.#baseOffset : this.#timestampOffsets[index]!
  }

  append(lastOffset: number, position: number): void {
    this.#offsets.push(lastOffset)
    this.#positions.push(position)
    if (this.#offsets.length - this.#savedOffsets >= UNSAVED_ENTRIES) this.save()
  }

  /** Takes a timestamp where it is greater than the last one. */
  appendTimestamp(timestamp: number, offset: number): void {
    if (timestamp <= (this.#timestamps.at(-1) ?? -1)) return
    this.#timestamps.push(timestamp)
    this.#timestampOffsets.push(offset)
  }

  /** Forgets entries of `offset` and beyond. */
  truncateTo(offset: number): void {
    const offsets = floorIndex(this.#offsets, offset - 1) + 1
    const timestamps = floorIndex(this.#timestampOffsets, offset - 1) + 1
    this.#offsets.length = offsets
    this.#positions.length = offsets
    this.#timestamps.length = timestamps
    this.#timestampOffsets.length = timestamps
    this.#rewrite()
  }

  /** Writes the entries that the files do not have yet. */
  save(): void {
    const { length } = this.#offsets
    if (length > this.#savedOffsets) this.#extend('.index', this.#encodeOffsets(this.#savedOffsets))
    if (this.#timestamps.length > this.#savedTimestamps) {
      this.#extend('.timeindex', this.#encodeTimestamps(this.#savedTimestamps))
    }
    this.#savedOffsets = length
    this.#savedTimestamps = this.#timestamps.length
  }

  #rewrite(): void {
    this.#folder.write(this.#name('.index'), this.#encodeOffsets(0), false)
    this.#folder.write(this.#name('.timeindex'), this.#encodeTimestamps(0), false)
    this.#savedOffsets = this.#offsets.length
    this.#savedTimestamps = this.#timestamps.length
  }

  #extend(suffix: SegmentSuffix, bytes: Uint8Array): void {
    const file = this.#folder.open(this.#name(suffix))
    file.append(bytes)
    file.close()
  }

  #encodeOffsets(from: number): Uint8Array {
    const entries = this.#offsets.slice(from).map((offset, index) => ({
      offset: BigInt(offset),
      position: this.#positions[from + index]!,
    }))
    return encodeOffsetIndex(entries, BigInt(this.#baseOffset))
  }

  #encodeTimestamps(from: number): Uint8Array {
    const entries = this.#timestamps.slice(from).map((timestamp, index) => ({
      timestamp,
      offset: BigInt(this.#timestampOffsets[from + index]!),
    }))
    return encodeTimeIndex(entries, BigInt(this.#baseOffset))
  }

  #read(suffix: SegmentSuffix): Uint8Array {
    const name = this.#name(suffix)
    const bytes = this.#folder.read(name)
    if (bytes === undefined) throw new DecodeError('truncated', `there is no ${name}`, 0)
    return bytes
  }

  #name(suffix: SegmentSuffix): string {
    if (this.#baseOffset < 0) throw new InvariantError('a segment begins at no negative offset')
    return segmentFileName(this.#baseOffset, suffix) + this.suffix
  }
}

/** The index of the last number that is not greater than `wanted`; -1 where all are. */
function floorIndex(numbers: readonly number[], wanted: number): number {
  let low = -1
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (numbers[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
