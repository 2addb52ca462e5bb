import { crc32c, DecodeError } from '@odradek/bytes'
import { type CompressionCodecs, type CompressionType, compressionTypeOfId, defaultCodecs } from '@odradek/compression'

import type { KafkaRecord } from './kafka-record.ts'
import * as at from './record-batch-layout.ts'
import { DEFAULT_MAX_DECOMPRESSED_SIZE, type RecordLimits } from './record-limits.ts'
import { BatchRecordReader, type RecordReader } from './record-reader.ts'
import { incrementSequence } from './sequence.ts'

/** A record batch of magic 2 over its bytes: each property is read from them when asked for, and nothing is copied. */
export class RecordBatch {
  /** The batch, header included: a view on what it was read from. */
  readonly bytes: Uint8Array
  /** Where it begins in what it was read from. */
  readonly position: number
  private readonly view: DataView

  /** Throws DecodeError with reason `truncated` where `bytes` are fewer than a batch's header. */
  constructor(bytes: Uint8Array, position = 0) {
    if (bytes.length < at.RECORDS) {
      throw new DecodeError(
        'truncated',
        `a record batch of ${bytes.length} bytes: its header alone takes ${at.RECORDS}`,
        position,
      )
    }
    this.bytes = bytes
    this.position = position
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get sizeInBytes(): number {
    return this.bytes.length
  }

  get baseOffset(): bigint {
    return this.view.getBigInt64(at.BASE_OFFSET)
  }

  /** The last record's offset, which a compacted batch keeps when that record is gone. */
  get lastOffset(): bigint {
    return this.baseOffset + BigInt(this.lastOffsetDelta)
  }

  /** The offset that follows the batch. */
  get nextOffset(): bigint {
    return this.lastOffset + 1n
  }

  get lastOffsetDelta(): number {
    return this.view.getInt32(at.LAST_OFFSET_DELTA)
  }

  /** -1 where it is not known. */
  get partitionLeaderEpoch(): number {
    return this.view.getInt32(at.PARTITION_LEADER_EPOCH)
  }

  get magic(): number {
    return this.view.getInt8(at.MAGIC)
  }

  /** The checksum that the batch carries, unsigned. */
  get crc(): number {
    return this.view.getUint32(at.CRC)
  }

  get attributes(): number {
    return this.view.getInt16(at.ATTRIBUTES)
  }

  /** Throws DecodeError with reason `unsupported` where Kafka has no such type. */
  get compressionType(): CompressionType {
    return compressionTypeOfId(this.attributes & at.COMPRESSION_MASK, this.position + at.ATTRIBUTES)
  }

  get timestampType(): at.TimestampType {
    return (this.attributes & at.LOG_APPEND_TIME_FLAG) === 0 ? 'CreateTime' : 'LogAppendTime'
  }

  get isTransactional(): boolean {
    return (this.attributes & at.TRANSACTIONAL_FLAG) !== 0
  }

  /** Whether the records are control records, such as the marker that ends a transaction. */
  get isControl(): boolean {
    return (this.attributes & at.CONTROL_FLAG) !== 0
  }

  /** When a compacting broker may drop the batch's tombstones and markers (KIP-534); undefined where none is set. */
  get deleteHorizonMs(): number | undefined {
    return (this.attributes & at.DELETE_HORIZON_FLAG) === 0 ? undefined : this.baseTimestamp
  }

  /** What the records' timestamps count from: the first one's, or the delete horizon. Milliseconds, rounded beyond 2^53. */
  get baseTimestamp(): number {
    return Number(this.view.getBigInt64(at.BASE_TIMESTAMP))
  }

  /** Milliseconds, rounded beyond 2^53. */
  get maxTimestamp(): number {
    return Number(this.view.getBigInt64(at.MAX_TIMESTAMP))
  }

  /** `baseTimestamp` as the int64 it is. */
  get exactBaseTimestamp(): bigint {
    return this.view.getBigInt64(at.BASE_TIMESTAMP)
  }

  /** `maxTimestamp` as the int64 it is. */
  get exactMaxTimestamp(): bigint {
    return this.view.getBigInt64(at.MAX_TIMESTAMP)
  }

  /** -1n where the producer was not idempotent. */
  get producerId(): bigint {
    return this.view.getBigInt64(at.PRODUCER_ID)
  }

  get producerEpoch(): number {
    return this.view.getInt16(at.PRODUCER_EPOCH)
  }

  get baseSequence(): number {
    return this.view.getInt32(at.BASE_SEQUENCE)
  }

  get lastSequence(): number {
    return this.sequenceAt(this.lastOffsetDelta)
  }

  /** How many records the batch says it holds. */
  get count(): number {
    return this.view.getInt32(at.RECORD_COUNT)
  }

  /** The sequence number at an offset delta; -1 where the producer was not idempotent. */
  sequenceAt(offsetDelta: number): number {
    const { baseSequence } = this
    return baseSequence < 0 ? -1 : incrementSequence(baseSequence, offsetDelta)
  }

  /** Throws DecodeError with reason `checksum` where the CRC does not hold, or `malformed` where the batch's own length is another. */
  ensureValid(): void {
    const declared = this.view.getInt32(at.BATCH_LENGTH) + at.LOG_OVERHEAD
    if (declared !== this.bytes.length) {
      throw new DecodeError(
        'malformed',
        `a batch of ${this.bytes.length} bytes that declares ${declared}`,
        this.position,
      )
    }
    const computed = crc32c(this.bytes, at.ATTRIBUTES, this.bytes.length)
    if (computed !== this.crc) {
      throw new DecodeError(
        'checksum',
        `the batch's CRC is ${this.crc}, its bytes give ${computed}`,
        this.position + at.CRC,
      )
    }
  }

  /**
   * Reads the records one by one; `read()` of what is given back does so without an iterator's cost. Does not check the CRC (see
   * `ensureValid`). Throws DecodeError: `unsupported` without the codec, `too-large` past the limit, `truncated` or `malformed` where a
   * record is (its offset counts in the batch's bytes, or in the decompressed ones).
   */
  records(codecs: CompressionCodecs = defaultCodecs, limits: RecordLimits = {}): RecordReader {
    const id = this.attributes & at.COMPRESSION_MASK
    if (id === 0) return new BatchRecordReader(this, this.bytes, at.RECORDS)
    const codec = codecs.getById(id, this.position + at.ATTRIBUTES)
    if (this.count === 0) return new BatchRecordReader(this, this.bytes, at.RECORDS)
    const section = codec.decompress(
      this.bytes.subarray(at.RECORDS),
      limits.maxDecompressedSize ?? DEFAULT_MAX_DECOMPRESSED_SIZE,
    )
    return new BatchRecordReader(this, section, 0)
  }

  /** Calls `visit` with each record: the fastest way through a batch. Throws as `records` does. */
  forEach(visit: (record: KafkaRecord) => void, codecs?: CompressionCodecs, limits?: RecordLimits): void {
    const reader = this.records(codecs, limits)
    for (let record = reader.read(); record !== undefined; record = reader.read()) visit(record)
  }
}
