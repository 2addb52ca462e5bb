import { ByteWriter, crc32, EncodeError } from '@odradek/bytes'
import { type CompressionCodec, compressionTypeId } from '@odradek/compression'

import { LOG_APPEND_TIME_FLAG, type TimestampType } from '../record-batch-layout.ts'
import { legacyWriterOf } from './legacy-compression.ts'
import * as at from './message-layout.ts'

/** What a message set builder is made with. */
export interface MessageSetBuilderOptions {
  /** 0 for Kafka 0.8 and 0.9, 1 for 0.10. */
  magic: at.LegacyMagic
  /** gzip, snappy or lz4: the set becomes the value of one message. Default: none. */
  compression?: CompressionCodec
  /** The codec's level. Default: the codec's. */
  level?: number
  /** The offset of the first message. Default 0n; the broker assigns another. */
  baseOffset?: bigint
  /** For magic 1. Default `CreateTime`. */
  timestampType?: TimestampType
  /** With `LogAppendTime`, the timestamp of every message. */
  logAppendTime?: number | bigint
  /** Bytes to set aside at the start; the buffer grows by doubling. Default 16,384, as Kafka's `batch.size`. */
  initialCapacity?: number
}

/**
 * Builds a message set of magic 0 or 1: messages one after the other, or with compression one message with the set in it. Offsets
 * within a compressed set are absolute for magic 0 and relative to its first for magic 1 (KIP-31).
 */
export class MessageSetBuilder {
  readonly #magic: at.LegacyMagic
  readonly #compression: CompressionCodec | undefined
  readonly #level: number | undefined
  readonly #timestampType: TimestampType
  readonly #logAppendTime: bigint | undefined
  readonly #set: ByteWriter
  #firstOffset: bigint
  #nextOffset: bigint
  #maxTimestamp = -1n
  #count = 0

  /** Throws EncodeError for zstd, and for `LogAppendTime` without its time or in magic 0, which has no timestamps. */
  constructor(options: MessageSetBuilderOptions) {
    const { magic, compression, timestampType = 'CreateTime', logAppendTime, baseOffset = 0n } = options
    if (timestampType === 'LogAppendTime' && (magic === 0 || logAppendTime === undefined)) {
      throw new EncodeError('LogAppendTime takes magic 1 and a logAppendTime')
    }
    this.#magic = magic
    this.#compression =
      compression === undefined || compression.type === 'none' ? undefined : legacyWriterOf(compression, magic)
    this.#level = options.level
    this.#timestampType = timestampType
    this.#logAppendTime = timestampType === 'LogAppendTime' ? toInt64(logAppendTime!) : undefined
    this.#set = new ByteWriter(options.initialCapacity ?? 16_384)
    this.#firstOffset = baseOffset
    this.#nextOffset = baseOffset
  }

  /** How many messages have been appended. */
  get count(): number {
    return this.#count
  }

  /** The size of the set so far, uncompressed. */
  get sizeInBytes(): number {
    return this.#set.length
  }

  /**
   * Writes a message and returns its index in the set. Strings are written as UTF-8; magic 0 carries no timestamp. `offset` is for
   * sets with gaps, as compaction leaves them. Throws EncodeError where it does not lie beyond the one before, or the timestamp is
   * neither a safe integer nor an int64.
   */
  append(
    timestamp: number | bigint,
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    offset: bigint = this.#nextOffset,
  ): number {
    if (offset < this.#nextOffset) {
      throw new EncodeError(`offset ${offset} lies before ${this.#nextOffset}, the next one`)
    }
    const messageTimestamp = this.#logAppendTime ?? toInt64(timestamp)
    if (this.#count === 0) this.#firstOffset = offset
    const isRelative = this.#magic === 1 && this.#compression !== undefined
    this.#writeMessage(this.#set, isRelative ? offset - this.#firstOffset : offset, 0, messageTimestamp, key, value)
    if (this.#count === 0 || messageTimestamp > this.#maxTimestamp) this.#maxTimestamp = messageTimestamp
    this.#nextOffset = offset + 1n
    return this.#count++
  }

  /** The whole set. Uncompressed it is a view of the builder's own buffer. Throws EncodeError where a compressed set would be empty. */
  build(): Uint8Array {
    const set = this.#set.bytes()
    const compression = this.#compression
    if (compression === undefined) return set
    if (this.#count === 0) throw new EncodeError('a compressed message set without messages: append one')
    const value = compression.compress(set, this.#level)
    const wrapper = new ByteWriter(value.length + at.minMessageSize(this.#magic))
    const codecId = compressionTypeId(compression.type)
    this.#writeMessage(wrapper, this.#nextOffset - 1n, codecId, this.#maxTimestamp, null, value)
    return wrapper.bytes()
  }

  #writeMessage(
    writer: ByteWriter,
    offset: bigint,
    codecId: number,
    timestamp: bigint,
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
  ): void {
    const start = writer.length
    writer.writeInt64(offset)
    writer.writeInt32(0)
    writer.writeInt32(0)
    writer.writeInt8(this.#magic)
    writer.writeInt8(codecId | (this.#timestampType === 'LogAppendTime' ? LOG_APPEND_TIME_FLAG : 0))
    if (this.#magic === 1) writer.writeInt64(timestamp)
    writeField(writer, key)
    writeField(writer, value)
    writer.setInt32At(start + at.MESSAGE_SIZE, writer.length - start - at.CRC)
    writer.setInt32At(start + at.CRC, crc32(writer.buffer, start + at.MAGIC, writer.length))
  }
}

function writeField(writer: ByteWriter, field: Uint8Array | string | null): void {
  const lengthAt = writer.length
  writer.writeInt32(-1)
  if (field === null) return
  if (typeof field === 'string') writer.writeUtf8(field)
  else writer.writeBytes(field)
  writer.setInt32At(lengthAt, writer.length - lengthAt - 4)
}

function toInt64(timestamp: number | bigint): bigint {
  if (typeof timestamp === 'number' && !Number.isSafeInteger(timestamp)) {
    throw new EncodeError(`a timestamp is whole milliseconds, not ${timestamp}`)
  }
  const value = BigInt(timestamp)
  if (BigInt.asIntN(64, value) !== value) throw new EncodeError(`timestamp ${value} is no int64`)
  return value
}
