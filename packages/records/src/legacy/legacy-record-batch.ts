import { crc32, DecodeError } from '@odradek/bytes'
import { type CompressionCodecs, type CompressionType, compressionTypeOfId, defaultCodecs } from '@odradek/compression'

import type { KafkaRecord } from '../kafka-record.ts'
import { COMPRESSION_MASK, LOG_APPEND_TIME_FLAG, type TimestampType } from '../record-batch-layout.ts'
import { DEFAULT_MAX_DECOMPRESSED_SIZE, type RecordLimits } from '../record-limits.ts'
import type { RecordReader } from '../record-reader.ts'
import { legacyCodec } from './legacy-compression.ts'
import * as at from './message-layout.ts'
import { fieldAt, MessageReader, summarizeInnerMessages } from './message-reader.ts'

/**
 * A message of magic 0 (Kafka 0.8, 0.9) or 1 (0.10) over its bytes, seen as a batch as Kafka sees it: one record, or the message set
 * that is compressed in its value. It has what RecordBatch has; producers, transactions and leader epochs came later.
 */
export class LegacyRecordBatch {
  /** The message, offset and size included: a view on what it was read from. */
  readonly bytes: Uint8Array
  /** Where it begins in what it was read from. */
  readonly position: number
  readonly partitionLeaderEpoch = -1
  readonly producerId = -1n
  readonly producerEpoch = -1
  readonly baseSequence = -1
  readonly lastSequence = -1
  readonly isTransactional = false
  readonly isControl = false
  readonly deleteHorizonMs = undefined
  private readonly view: DataView
  private contents: { baseOffset: bigint; count: number } | undefined

  /** Throws DecodeError with reason `truncated` where `bytes` are fewer than a message's fixed fields. */
  constructor(bytes: Uint8Array, position = 0) {
    const magic = bytes.length > at.MAGIC ? bytes[at.MAGIC]! : 0
    if (magic > 1) throw new DecodeError('unsupported', `magic ${magic} is not a message's`, position + at.MAGIC)
    if (bytes.length < at.minMessageSize(magic)) {
      throw new DecodeError('truncated', `a message of magic ${magic} in ${bytes.length} bytes`, position)
    }
    this.bytes = bytes
    this.position = position
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get sizeInBytes(): number {
    return this.bytes.length
  }

  get magic(): at.LegacyMagic {
    return this.view.getInt8(at.MAGIC) as at.LegacyMagic
  }

  /** The checksum that the message carries, unsigned. */
  get crc(): number {
    return this.view.getUint32(at.CRC)
  }

  get attributes(): number {
    return this.view.getInt8(at.ATTRIBUTES)
  }

  /** How the message set within is compressed. Throws DecodeError `unsupported` where the attributes name no codec of Kafka's. */
  get compressionType(): CompressionType {
    return compressionTypeOfId(this.attributes & COMPRESSION_MASK, this.position + at.ATTRIBUTES)
  }

  /** Magic 0 has no timestamps. */
  get timestampType(): TimestampType | 'NoTimestampType' {
    if (this.magic === 0) return 'NoTimestampType'
    return (this.attributes & LOG_APPEND_TIME_FLAG) === 0 ? 'CreateTime' : 'LogAppendTime'
  }

  /** The first record's offset. A compressed message does not say it: it is decompressed, unless its records have been asked for. */
  get baseOffset(): bigint {
    return this.summary().baseOffset
  }

  /** The offset of the (last) message. */
  get lastOffset(): bigint {
    return this.view.getBigInt64(at.OFFSET)
  }

  /** The offset that follows the batch. */
  get nextOffset(): bigint {
    return this.lastOffset + 1n
  }

  /** The distance of the last offset from `baseOffset`, and found as that is. */
  get lastOffsetDelta(): number {
    return Number(this.lastOffset - this.baseOffset)
  }

  /** How many records there are. Found as `baseOffset` is. */
  get count(): number {
    return this.summary().count
  }

  /** The message's timestamp, that of a compressed set being its greatest. Milliseconds, rounded beyond 2^53; -1 for magic 0. */
  get maxTimestamp(): number {
    return Number(this.exactMaxTimestamp)
  }

  /** `maxTimestamp` as the int64 it is. */
  get exactMaxTimestamp(): bigint {
    return this.magic === 0 ? -1n : this.view.getBigInt64(at.TIMESTAMP)
  }

  /** -1: messages have no sequence numbers. */
  sequenceAt(_offsetDelta: number): number {
    return -1
  }

  /** Throws DecodeError with reason `checksum` where the CRC does not hold, or `malformed` where the message's own size is another. */
  ensureValid(): void {
    const declared = this.view.getInt32(at.MESSAGE_SIZE) + at.CRC
    if (declared !== this.bytes.length) {
      throw new DecodeError(
        'malformed',
        `a message of ${this.bytes.length} bytes that declares ${declared}`,
        this.position,
      )
    }
    const computed = crc32(this.bytes, at.MAGIC, this.bytes.length)
    if (computed !== this.crc) {
      throw new DecodeError(
        'checksum',
        `the message's CRC is ${this.crc}, its bytes give ${computed}`,
        this.position + at.CRC,
      )
    }
  }

  /**
   * Reads the record, or the records of the compressed set, as RecordBatch does. The CRC of the message itself is not checked (see
   * `ensureValid`); those within a compressed set are. Throws DecodeError as RecordBatch's does.
   */
  records(codecs: CompressionCodecs = defaultCodecs, limits: RecordLimits = {}): RecordReader {
    const { attributes, lastOffset } = this
    if ((attributes & COMPRESSION_MASK) === 0) {
      this.contents = { baseOffset: lastOffset, count: 1 }
      return new MessageReader(this, {
        bytes: this.bytes,
        offsetShift: -lastOffset,
        isInner: false,
        appendTimestamp: undefined,
      })
    }
    const bytes = this.decompress(codecs, limits.maxDecompressedSize ?? DEFAULT_MAX_DECOMPRESSED_SIZE)
    const { count, firstOffset, lastOffset: lastInnerOffset } = summarizeInnerMessages(bytes)
    const shift = this.magic === 0 ? 0n : this.absoluteBaseOffset(lastInnerOffset)
    this.contents = { baseOffset: firstOffset + shift, count }
    const appendTimestamp = this.timestampType === 'LogAppendTime' ? this.exactMaxTimestamp : undefined
    return new MessageReader(this, { bytes, offsetShift: -firstOffset, isInner: true, appendTimestamp })
  }

  /** Calls `visit` with each record. Throws as `records` does. */
  forEach(visit: (record: KafkaRecord) => void, codecs?: CompressionCodecs, limits?: RecordLimits): void {
    const reader = this.records(codecs, limits)
    for (let record = reader.read(); record !== undefined; record = reader.read()) visit(record)
  }

  private summary(): { baseOffset: bigint; count: number } {
    if (this.contents === undefined) this.records()
    return this.contents!
  }

  private decompress(codecs: CompressionCodecs, maxSize: number): Uint8Array {
    const { bytes, view, magic } = this
    const codec = legacyCodec(codecs, this.attributes, this.position)
    const keyAt = at.keyLengthAt(magic)
    const key = fieldAt(bytes, view, keyAt, bytes.length, 'key')
    const value = fieldAt(bytes, view, keyAt + 4 + (key?.length ?? 0), bytes.length, 'value')
    if (value === null) throw new DecodeError('malformed', 'a compressed message set of null', this.position + keyAt)
    return codec.decompress(value, maxSize)
  }

  /**
   * What the relative offsets of magic 1 count from (KIP-31): the wrapper has the last message's absolute one. A wrapper offset of 0
   * with more than one message is what some versions of librdkafka produced, before a broker assigned offsets.
   */
  private absoluteBaseOffset(lastInnerOffset: bigint): bigint {
    const { lastOffset } = this
    if (lastOffset === 0n) return 0n
    if (lastOffset < lastInnerOffset) {
      throw new DecodeError(
        'malformed',
        `a compressed set at offset ${lastOffset} whose last message has the relative offset ${lastInnerOffset}`,
        this.position + at.OFFSET,
      )
    }
    return lastOffset - lastInnerOffset
  }
}

/** The message of magic 0 or 1 that fills `bytes`. */
export function legacyRecordBatchAt(bytes: Uint8Array, position: number, magic: number): LegacyRecordBatch {
  if (bytes.length < at.minMessageSize(magic)) {
    throw new DecodeError(
      'malformed',
      `a message of magic ${magic} of ${bytes.length} bytes: the least is ${at.minMessageSize(magic)}`,
      position + at.MESSAGE_SIZE,
    )
  }
  return new LegacyRecordBatch(bytes, position)
}
