import { decodeUtf8 } from '@odradek/bytes'

import type { AnyRecordBatch } from './read-records.ts'
import type { RecordHeader } from './record-header.ts'
import { readVarintAt, sizeOfVarintAt } from './varint-at.ts'

/** The timestamps of the records whose own is not a safe integer: rare, so that no record pays for them. */
const exactTimestamps = /* @__PURE__ */ new WeakMap<KafkaRecord, bigint>()

/** Keeps a record's timestamp as the int64 it is, where a number rounds it. */
export function setExactTimestamp(record: KafkaRecord, timestamp: bigint): void {
  if (!Number.isSafeInteger(record.timestamp)) exactTimestamps.set(record, timestamp)
}

/**
 * A record read from a batch. Key and value are views on the batch's bytes (or on what it was decompressed to): copy what must outlive
 * them. `sequence` and `headers` are worked out when asked for.
 */
export class KafkaRecord {
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  /** Milliseconds since 1970, -1 for none. Rounded beyond 2^53: see `exactTimestamp`. */
  readonly timestamp: number
  /** The offset, counted from the batch's base offset. */
  readonly offsetDelta: number
  /** The batch it was read from. */
  readonly batch: AnyRecordBatch
  private readonly section: Uint8Array
  private readonly headersAt: number

  /** Made by `RecordBatch.records()`; `headersAt` is where the checked headers, count first, lie in `section`. */
  constructor(
    batch: AnyRecordBatch,
    section: Uint8Array,
    headersAt: number,
    offsetDelta: number,
    timestamp: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
  ) {
    this.key = key
    this.value = value
    this.timestamp = timestamp
    this.offsetDelta = offsetDelta
    this.batch = batch
    this.section = section
    this.headersAt = headersAt
  }

  get offset(): bigint {
    return this.batch.baseOffset + BigInt(this.offsetDelta)
  }

  /** `timestamp` as the int64 it is. */
  get exactTimestamp(): bigint {
    return exactTimestamps.get(this) ?? BigInt(this.timestamp)
  }

  /** The producer's sequence number, -1 where it was not idempotent. */
  get sequence(): number {
    return this.batch.sequenceAt(this.offsetDelta)
  }

  /** The headers in their order, decoded anew at each call. */
  get headers(): RecordHeader[] {
    const { section } = this
    let at = this.headersAt
    const count = readVarintAt(section, at)
    const headers: RecordHeader[] = []
    if (count === 0) return headers
    at += sizeOfVarintAt(section, at)
    for (let i = 0; i < count; i++) {
      const keyLength = readVarintAt(section, at)
      at += sizeOfVarintAt(section, at)
      const key = decodeUtf8(section, at, at + keyLength)
      at += keyLength
      const valueLength = readVarintAt(section, at)
      at += sizeOfVarintAt(section, at)
      const value = valueLength < 0 ? null : section.subarray(at, at + valueLength)
      if (valueLength > 0) at += valueLength
      headers.push({ key, value })
    }
    return headers
  }
}
