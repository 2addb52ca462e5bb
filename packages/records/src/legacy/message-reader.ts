import { crc32, DecodeError } from '@odradek/bytes'

import { batchSizeAt } from '../batch-framing.ts'
import { KafkaRecord, setExactTimestamp } from '../kafka-record.ts'
import { COMPRESSION_MASK } from '../record-batch-layout.ts'
import type { RecordReader } from '../record-reader.ts'
import type { LegacyRecordBatch } from './legacy-record-batch.ts'
import * as at from './message-layout.ts'

/** What stands for the headers of a message, which has none: their count. */
const NO_HEADERS = /* @__PURE__ */ new Uint8Array(1)

/** What the messages in a section are read with. */
export interface MessageSection {
  /** The messages: a single one, or the decompressed set. */
  readonly bytes: Uint8Array
  /** What is added to a message's offset field to give its offset from the batch's base offset. */
  readonly offsetShift: bigint
  /** Whether the messages have CRCs of their own that are to be checked: those in a compressed set. */
  readonly isInner: boolean
  /** The timestamp of every message of magic 1, where the wrapper has LogAppendTime. */
  readonly appendTimestamp: bigint | undefined
}

/** Reads the messages of one legacy batch. After an error the reader stays at its end. */
export class MessageReader implements RecordReader {
  private readonly batch: LegacyRecordBatch
  private readonly section: MessageSection
  private readonly view: DataView
  private position = 0

  constructor(batch: LegacyRecordBatch, section: MessageSection) {
    this.batch = batch
    this.section = section
    const { bytes } = section
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<KafkaRecord, undefined> {
    const record = this.read()
    return record === undefined ? { done: true, value: undefined } : { done: false, value: record }
  }

  read(): KafkaRecord | undefined {
    const { view, section, position: start } = this
    const { bytes } = section
    this.position = bytes.length
    const size = batchSizeAt(view, start)
    if (size < 0) {
      // A set's cut-off end is passed over. A cut-off message of its own is none.
      if (start === 0) throw new DecodeError('truncated', `a message of which ${bytes.length} bytes are there`, 0)
      return undefined
    }
    const end = start + size
    const magic = view.getInt8(start + at.MAGIC)
    if (section.isInner) ensureInnerMessage(bytes, view, start, end)
    const key = fieldAt(bytes, view, start + at.keyLengthAt(magic), end, 'key')
    const valueAt = start + at.keyLengthAt(magic) + 4 + (key?.length ?? 0)
    const value = fieldAt(bytes, view, valueAt, end, 'value')
    const timestamp = magic === 0 ? -1n : (section.appendTimestamp ?? view.getBigInt64(start + at.TIMESTAMP))
    const offsetDelta = deltaOf(view.getBigInt64(start + at.OFFSET) + section.offsetShift, start)
    if (section.isInner) this.position = end
    const record = new KafkaRecord(this.batch, NO_HEADERS, 0, offsetDelta, Number(timestamp), key, value)
    setExactTimestamp(record, timestamp)
    return record
  }
}

/** What the first and the last of a compressed set's messages say, and how many they are. */
export interface InnerSummary {
  count: number
  firstOffset: bigint
  lastOffset: bigint
}

/** Walks a decompressed set without reading its messages. One that is cut off is passed over, as Kafka does; none at all is malformed. */
export function summarizeInnerMessages(bytes: Uint8Array): InnerSummary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  let last = 0
  let position = 0
  for (let size = batchSizeAt(view, 0); size >= 0; size = batchSizeAt(view, position)) {
    last = position
    position += size
    count++
  }
  if (count === 0) throw new DecodeError('malformed', 'a compressed message set without a whole message in it', 0)
  return { count, firstOffset: view.getBigInt64(at.OFFSET), lastOffset: view.getBigInt64(last + at.OFFSET) }
}

/** Throws DecodeError where a message within a compressed set is none, is compressed itself, or fails its CRC. */
function ensureInnerMessage(bytes: Uint8Array, view: DataView, start: number, end: number): void {
  const magic = view.getInt8(start + at.MAGIC)
  if (magic > 1) {
    throw new DecodeError('malformed', `magic ${magic} within a compressed message set`, start + at.MAGIC)
  }
  if (end - start < at.minMessageSize(magic)) {
    throw new DecodeError('malformed', `a message of magic ${magic} of ${end - start} bytes`, start + at.MESSAGE_SIZE)
  }
  const crc = view.getUint32(start + at.CRC)
  const computed = crc32(bytes, start + at.MAGIC, end)
  if (computed !== crc) {
    throw new DecodeError('checksum', `an inner message's CRC is ${crc}, its bytes give ${computed}`, start + at.CRC)
  }
  if ((view.getInt8(start + at.ATTRIBUTES) & COMPRESSION_MASK) !== 0) {
    throw new DecodeError('malformed', 'a compressed message within a compressed message set', start + at.ATTRIBUTES)
  }
}

/** The key or value whose int32 length lies at `position`. Bytes after the value are passed over, as Kafka does. */
export function fieldAt(
  bytes: Uint8Array,
  view: DataView,
  position: number,
  end: number,
  field: string,
): Uint8Array | null {
  if (end - position < 4) throw new DecodeError('malformed', `a message too short for its ${field}'s length`, position)
  const length = view.getInt32(position)
  if (length === -1) return null
  const start = position + 4
  if (length < 0 || length > end - start) {
    throw new DecodeError('malformed', `a ${field} of ${length} bytes where ${end - start} are left`, position)
  }
  return bytes.subarray(start, start + length)
}

/** Offsets so far apart that a number cannot tell their distance are no log's. */
function deltaOf(distance: bigint, position: number): number {
  const delta = Number(distance)
  if (!Number.isSafeInteger(delta)) {
    throw new DecodeError('malformed', `a message ${distance} offsets away from its set's first`, position + at.OFFSET)
  }
  return delta
}
