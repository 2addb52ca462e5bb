import { ByteReader, DecodeError } from '@odradek/bytes'

import { KafkaRecord, setExactTimestamp } from './kafka-record.ts'
import type { RecordBatch } from './record-batch.ts'

/** Reads the records of one batch, whatever its format. */
export interface RecordReader extends IterableIterator<KafkaRecord> {
  next(): IteratorResult<KafkaRecord, undefined>
  /** The next record, or undefined after the last: the way to read without an iterator's result objects. */
  read(): KafkaRecord | undefined
}

/**
 * Reads the records of one batch of magic 2 from its (decompressed) records section, checking each against the length it declares and the
 * section's end. What is malformed throws DecodeError: after an error the reader stays at its end.
 */
export class BatchRecordReader implements RecordReader {
  private readonly batch: RecordBatch
  private readonly section: Uint8Array
  private position: number
  private readonly end: number
  private readonly count: number
  private index = 0
  /** Whether the base timestamp and all deltas so far are safe integers, so that a sum of them that is one is exact. */
  private isExact: boolean
  private readonly baseTimestamp: number
  /** The timestamp of every record, with LogAppendTime. */
  private readonly appendTimestamp: number | undefined

  constructor(batch: RecordBatch, section: Uint8Array, start: number) {
    this.batch = batch
    this.section = section
    this.position = start
    this.end = section.length
    this.count = batch.count
    this.baseTimestamp = batch.baseTimestamp
    this.appendTimestamp = batch.timestampType === 'LogAppendTime' ? batch.maxTimestamp : undefined
    this.isExact = Number.isSafeInteger(this.baseTimestamp)
    if (this.count < 0) throw new DecodeError('malformed', `a batch of ${this.count} records`, start)
  }

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<KafkaRecord, undefined> {
    const record = this.read()
    return record === undefined ? { done: true, value: undefined } : { done: false, value: record }
  }

  read(): KafkaRecord | undefined {
    if (this.index >= this.count) return undefined
    const { section } = this
    const length = this.varint()
    const start = this.position
    const recordEnd = start + length
    if (length < 0) throw this.fail('malformed', `a record of ${length} bytes`)
    if (recordEnd > this.end)
      throw this.fail('truncated', `a record of ${length} bytes where ${this.end - start} are left`)

    this.position = start + 1 // record attributes: none are defined
    const timestampDelta = this.varlong()
    const offsetDelta = this.varint()
    const keyLength = this.varint()
    let key: Uint8Array | null = null
    if (keyLength >= 0) {
      const at = this.position
      if (keyLength > recordEnd - at)
        throw this.fail('malformed', `a key of ${keyLength} bytes passes its record's end`)
      this.position = at + keyLength
      key = section.subarray(at, this.position)
    }
    const valueLength = this.varint()
    let value: Uint8Array | null = null
    if (valueLength >= 0) {
      const at = this.position
      if (valueLength > recordEnd - at)
        throw this.fail('malformed', `a value of ${valueLength} bytes passes its record's end`)
      this.position = at + valueLength
      value = section.subarray(at, this.position)
    }
    const headersAt = this.position
    if (section[headersAt] === 0) this.position = headersAt + 1
    else this.skipHeaders(recordEnd)
    if (this.position !== recordEnd) {
      throw this.fail('malformed', `a record of ${length} bytes whose fields take ${this.position - start}`)
    }
    if (++this.index === this.count && recordEnd !== this.end) {
      throw this.fail('malformed', `${this.end - recordEnd} bytes follow the last of ${this.count} records`)
    }
    const timestamp = this.appendTimestamp ?? this.baseTimestamp + timestampDelta
    if (!this.isExact || timestamp > Number.MAX_SAFE_INTEGER || timestamp < Number.MIN_SAFE_INTEGER) {
      return this.recordWithExactTimestamp(start + 1, headersAt, offsetDelta, key, value)
    }
    return new KafkaRecord(this.batch, section, headersAt, offsetDelta, timestamp, key, value)
  }

  /** Makes the record with its timestamp worked out in 64 bits, its delta lying at `deltaAt`. */
  private recordWithExactTimestamp(
    deltaAt: number,
    headersAt: number,
    offsetDelta: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
  ): KafkaRecord {
    const { batch, section } = this
    const delta = new ByteReader(section, deltaAt).readVarlong()
    const timestamp =
      this.appendTimestamp === undefined ? BigInt.asIntN(64, batch.exactBaseTimestamp + delta) : batch.exactMaxTimestamp
    const record = new KafkaRecord(batch, section, headersAt, offsetDelta, Number(timestamp), key, value)
    setExactTimestamp(record, timestamp)
    return record
  }

  /** Passes over the headers, checking them, so that decoding them later cannot fail. */
  private skipHeaders(recordEnd: number): void {
    const count = this.varint()
    if (count < 0) throw this.fail('malformed', `${count} headers`)
    for (let i = 0; i < count; i++) {
      const keyLength = this.varint()
      if (keyLength < 0) throw this.fail('malformed', `a header key of ${keyLength} bytes`)
      if (keyLength > recordEnd - this.position)
        throw this.fail('malformed', `a header key of ${keyLength} bytes passes its record's end`)
      this.position += keyLength
      const valueLength = this.varint()
      if (valueLength > recordEnd - this.position)
        throw this.fail('malformed', `a header value of ${valueLength} bytes passes its record's end`)
      if (valueLength > 0) this.position += valueLength
    }
  }

  private varint(): number {
    const { section, end } = this
    let at = this.position
    if (at < end) {
      const first = section[at]!
      if (first < 0x80) {
        this.position = at + 1
        return (first >>> 1) ^ -(first & 1)
      }
    }
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= end) throw this.fail('truncated', 'the records end within a varint')
      const byte = section[at++]!
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.position = at
        return (value >>> 1) ^ -(value & 1)
      }
    }
    throw this.fail('malformed', 'a 32-bit varint is longer than 5 bytes')
  }

  private varlong(): number {
    const { section, end } = this
    let at = this.position
    if (at < end) {
      const first = section[at]!
      if (first < 0x80) {
        this.position = at + 1
        return (first >>> 1) ^ -(first & 1)
      }
    }
    let low = 0
    for (let shift = 0; shift < 28; shift += 7) {
      if (at >= end) throw this.fail('truncated', 'the records end within a varlong')
      const byte = section[at++]!
      low |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.position = at
        return (low >>> 1) ^ -(low & 1)
      }
    }
    let high = 0n
    for (let shift = 0n; shift < 42n; shift += 7n) {
      if (at >= end) throw this.fail('truncated', 'the records end within a varlong')
      const byte = section[at++]!
      high |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) {
        this.position = at
        const unsigned = BigInt.asUintN(64, (high << 28n) | BigInt(low))
        const value = Number(BigInt.asIntN(64, (unsigned >> 1n) ^ -(unsigned & 1n)))
        if (!Number.isSafeInteger(value)) this.isExact = false
        return value
      }
    }
    throw this.fail('malformed', 'a 64-bit varint is longer than 10 bytes')
  }

  /** Ends the reading and makes the error that says why. */
  private fail(reason: 'truncated' | 'malformed', message: string): DecodeError {
    const { index, position } = this
    this.index = this.count
    return new DecodeError(
      reason,
      `record ${index} of the batch at offset ${this.batch.baseOffset}: ${message}`,
      position,
    )
  }
}
