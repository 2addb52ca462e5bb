import { crc32c, EncodeError, sizeOfVarint, sizeOfVarlong, utf8Length, writeUtf8, zigzag32 } from '@odradek/bytes'
import { type CompressionCodec, compressionTypeId } from '@odradek/compression'

import { type BatchHeader, writeBatchHeader } from './batch-header.ts'
import {
  ATTRIBUTES,
  CONTROL_FLAG,
  CRC,
  DELETE_HORIZON_FLAG,
  LOG_APPEND_TIME_FLAG,
  RECORDS,
  type TimestampType,
  TRANSACTIONAL_FLAG,
} from './record-batch-layout.ts'
import type { RecordHeader } from './record-header.ts'

/** What a record batch builder is made with. */
export interface RecordBatchBuilderOptions {
  /** Bytes to set aside at the start; the buffer grows by doubling. Default 16,384, as Kafka's `batch.size`. */
  initialCapacity?: number
  /** A buffer to begin with in place of a new one: what another builder has released. */
  buffer?: Uint8Array
  /** Where a larger buffer comes from when the first is full, and where that goes then. Default: a new one, and the collector. */
  buffers?: BufferPool
  /** When a compacting broker may drop the batch's tombstones and markers (KIP-534), in ms since 1970. Default: none. */
  deleteHorizonMs?: number
}

/** Buffers that are used again and again. */
export interface BufferPool {
  /** A buffer of at least this size; what it holds is not defined. */
  take(size: number): Uint8Array
  /** Takes a buffer back. */
  give(buffer: Uint8Array): void
}

/** What a batch's header says that its records do not. */
export interface RecordBatchOptions {
  /** Default: none. */
  compression?: CompressionCodec
  /** The codec's level. Default: the codec's. */
  level?: number
  /** Default 0n; the broker assigns another. */
  baseOffset?: bigint
  /** Default -1. */
  partitionLeaderEpoch?: number
  /** Default -1n: not idempotent. */
  producerId?: bigint
  /** Default -1. */
  producerEpoch?: number
  /** Default -1. */
  baseSequence?: number
  /** Default false. */
  isTransactional?: boolean
  /** Default false. */
  isControl?: boolean
  /** Default `CreateTime`. */
  timestampType?: TimestampType
  /** Default: the greatest of the records. With `LogAppendTime` this is the timestamp of them all. */
  maxTimestamp?: number
  /** Default: that of the last record. A compacted batch keeps the one it had; only with it may a batch be empty. */
  lastOffsetDelta?: number
}

const NO_BYTES = new Uint8Array(0)
const MAX_CAPACITY = 0x7fffffff
/** An int32. */
const MAX_OFFSET_DELTA = 0x7fffffff
/** Below this length a loop copies faster than a call of `set`. */
const COPY_BY_LOOP = 24

/**
 * Builds one record batch of magic 2. A record is written out at once: no object of it is kept. `build` adds the header,
 * compresses, and computes the CRC.
 */
export class RecordBatchBuilder {
  private buffer: Uint8Array
  private position = RECORDS
  private records = 0
  private lastDelta = -1
  private baseTimestamp = -1
  private maxTimestamp = -1
  private built = false
  private readonly buffers: BufferPool | undefined
  private readonly deleteHorizonMs: number | undefined

  constructor(options: RecordBatchBuilderOptions = {}) {
    const { buffer, initialCapacity = 16_384 } = options
    this.buffer = buffer !== undefined && buffer.length >= RECORDS ? buffer : newBuffer(initialCapacity)
    this.buffers = options.buffers
    this.deleteHorizonMs = options.deleteHorizonMs
    if (options.deleteHorizonMs !== undefined) this.baseTimestamp = options.deleteHorizonMs
  }

  /** How many records have been appended. */
  get count(): number {
    return this.records
  }

  /** The size the batch would have now, uncompressed, header included. */
  get sizeInBytes(): number {
    return this.position
  }

  /** The offset of the last record, counted from the batch's base offset; -1 before the first. */
  get lastOffsetDelta(): number {
    return this.lastDelta
  }

  /** The size the batch would have after `append` with the same arguments. */
  sizeIfAppended(
    timestamp: number,
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers?: readonly RecordHeader[],
  ): number {
    const timestampDelta = this.hasBaseTimestamp() ? timestamp - this.baseTimestamp : 0
    const body = bodySize(timestampDelta, this.lastDelta + 1, lengthOf(key), lengthOf(value), headers)
    return this.position + sizeOfVarint(body) + body
  }

  /**
   * Writes a record and returns its index in the batch. Strings are written as UTF-8. `offsetDelta` is for batches with gaps, as
   * compaction leaves them, and must rise. Throws EncodeError where the timestamp is not a safe integer or the batch is built.
   */
  append(
    timestamp: number,
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers?: readonly RecordHeader[],
    offsetDelta: number = this.lastDelta + 1,
  ): number {
    if (this.built) throw new EncodeError('a record cannot be appended to a batch that has been built')
    if (!Number.isSafeInteger(timestamp)) throw new EncodeError(`a timestamp is whole milliseconds, not ${timestamp}`)
    if (offsetDelta <= this.lastDelta || offsetDelta > MAX_OFFSET_DELTA) {
      throw new EncodeError(
        `offset delta ${offsetDelta} does not lie beyond the last one, ${this.lastDelta}, and below 2^31`,
      )
    }
    if (!this.hasBaseTimestamp()) this.baseTimestamp = timestamp
    const timestampDelta = timestamp - this.baseTimestamp
    if (!Number.isSafeInteger(timestampDelta)) {
      throw new EncodeError(`timestamps ${timestamp} and ${this.baseTimestamp} lie too far apart for one batch`)
    }
    const keyLength = lengthOf(key)
    const valueLength = lengthOf(value)
    const body = bodySize(timestampDelta, offsetDelta, keyLength, valueLength, headers)

    // A varint takes at most 5 bytes.
    if (this.position + 5 + body > this.buffer.length) this.grow(this.position + 5 + body)
    const { buffer } = this
    let at = writeVarint(buffer, this.position, body)
    buffer[at++] = 0 // record attributes: none are defined
    at = writeVarlong(buffer, at, timestampDelta)
    at = writeVarint(buffer, at, offsetDelta)
    at = writeField(buffer, at, key, keyLength)
    at = writeField(buffer, at, value, valueLength)
    if (headers === undefined) buffer[at++] = 0
    else at = writeHeaders(buffer, at, headers)

    this.position = at
    this.lastDelta = offsetDelta
    if (this.records === 0 || timestamp > this.maxTimestamp) this.maxTimestamp = timestamp
    return this.records++
  }

  /**
   * The whole batch. Uncompressed it is a view of the builder's own buffer, so building again (a retry under another producer id or
   * sequence) changes what the first call gave; append throws from now on. Throws EncodeError where there is no record.
   */
  build(options: RecordBatchOptions = {}): Uint8Array {
    if (this.records === 0 && options.lastOffsetDelta === undefined) {
      throw new EncodeError(
        'a record batch without records: append one, or state the lastOffsetDelta of a batch compacted to nothing',
      )
    }
    if (this.buffer === NO_BYTES) throw new EncodeError('a record batch cannot be built once its buffer was released')
    this.built = true
    const { compression } = options
    let batch = this.buffer.subarray(0, this.position)
    if (compression !== undefined && compression.type !== 'none') {
      const compressed = compression.compress(batch.subarray(RECORDS), options.level)
      batch = new Uint8Array(RECORDS + compressed.length)
      batch.set(compressed, RECORDS)
    }
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength)
    writeBatchHeader(view, this.header(options))
    view.setUint32(CRC, crc32c(batch, ATTRIBUTES, batch.length))
    return batch
  }

  /** Ends the builder and gives its buffer away, for another one: what `build` gave holds no longer. */
  release(): Uint8Array {
    const { buffer } = this
    this.built = true
    this.buffer = NO_BYTES
    return buffer
  }

  private header(options: RecordBatchOptions): BatchHeader {
    return {
      baseOffset: options.baseOffset ?? 0n,
      partitionLeaderEpoch: options.partitionLeaderEpoch ?? -1,
      attributes:
        compressionTypeId(options.compression?.type ?? 'none') |
        (options.timestampType === 'LogAppendTime' ? LOG_APPEND_TIME_FLAG : 0) |
        (options.isTransactional === true ? TRANSACTIONAL_FLAG : 0) |
        (options.isControl === true ? CONTROL_FLAG : 0) |
        (this.deleteHorizonMs === undefined ? 0 : DELETE_HORIZON_FLAG),
      lastOffsetDelta: options.lastOffsetDelta ?? this.lastDelta,
      baseTimestamp: this.baseTimestamp,
      maxTimestamp: options.maxTimestamp ?? this.maxTimestamp,
      producerId: options.producerId ?? -1n,
      producerEpoch: options.producerEpoch ?? -1,
      baseSequence: options.baseSequence ?? -1,
      count: this.records,
    }
  }

  /** The base timestamp is the delete horizon where there is one, else the first record's timestamp. */
  private hasBaseTimestamp(): boolean {
    return this.records > 0 || this.deleteHorizonMs !== undefined
  }

  private grow(needed: number): void {
    if (needed > MAX_CAPACITY) throw new EncodeError(`${needed} bytes are more than the 2 GiB that a batch can have`)
    const { buffer, buffers } = this
    const capacity = Math.min(MAX_CAPACITY, Math.max(needed, buffer.length * 2))
    const larger = buffers === undefined ? new Uint8Array(capacity) : buffers.take(capacity)
    larger.set(buffer.subarray(0, this.position))
    this.buffer = larger
    buffers?.give(buffer)
  }
}

function newBuffer(capacity: number): Uint8Array {
  return new Uint8Array(Math.max(RECORDS, capacity))
}

/** The length of a key or value as records carry it: -1 for null. */
function lengthOf(field: Uint8Array | string | null): number {
  if (field === null) return -1
  return typeof field === 'string' ? utf8Length(field) : field.length
}

function bodySize(
  timestampDelta: number,
  offsetDelta: number,
  keyLength: number,
  valueLength: number,
  headers: readonly RecordHeader[] | undefined,
): number {
  return (
    1 + // attributes
    sizeOfVarlong(timestampDelta) +
    sizeOfVarint(offsetDelta) +
    fieldSize(keyLength) +
    fieldSize(valueLength) +
    (headers === undefined ? 1 : headersSize(headers))
  )
}

function fieldSize(length: number): number {
  return length < 0 ? 1 : sizeOfVarint(length) + length
}

function headersSize(headers: readonly RecordHeader[]): number {
  let size = sizeOfVarint(headers.length)
  for (const header of headers) size += fieldSize(utf8Length(header.key)) + fieldSize(lengthOf(header.value))
  return size
}

function writeHeaders(buffer: Uint8Array, position: number, headers: readonly RecordHeader[]): number {
  let at = writeVarint(buffer, position, headers.length)
  for (const header of headers) {
    at = writeField(buffer, at, header.key, utf8Length(header.key))
    at = writeField(buffer, at, header.value, lengthOf(header.value))
  }
  return at
}

function writeField(buffer: Uint8Array, position: number, field: Uint8Array | string | null, length: number): number {
  let at = writeVarint(buffer, position, length)
  if (field === null) return at
  if (typeof field === 'string') return at + writeUtf8(field, buffer, at)
  if (length > COPY_BY_LOOP) buffer.set(field, at)
  else for (let i = 0; i < length; i++) buffer[at + i] = field[i]!
  at += length
  return at
}

function writeVarint(buffer: Uint8Array, position: number, value: number): number {
  let at = position
  let rest = zigzag32(value)
  while (rest >= 0x80) {
    buffer[at++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  buffer[at++] = rest
  return at
}

function writeVarlong(buffer: Uint8Array, position: number, value: number): number {
  if (value >= -0x80000000 && value <= 0x7fffffff) return writeVarint(buffer, position, value)
  // Zigzag and the first seven bits in one, in arithmetic that stays exact up to 2^53.
  const isNegative = value < 0
  const magnitude = isNegative ? -(value + 1) : value
  let at = position
  buffer[at++] = (magnitude % 64) * 2 + (isNegative ? 0x81 : 0x80)
  let rest = Math.floor(magnitude / 64)
  while (rest >= 0x80) {
    buffer[at++] = (rest % 0x80) | 0x80
    rest = Math.floor(rest / 0x80)
  }
  buffer[at++] = rest
  return at
}
