// Stations 2 and 4 of a record's way out: one open or sent record batch, and whom its records belong to. Records settle from here.
import type { CompressionCodec } from '@odradek/compression'
import { InvariantError, type KafkaError } from '@odradek/protocol'
import { RecordBatch, RecordBatchBuilder, setProducerState } from '@odradek/records'

import type { BatchBuffers } from './batch-buffers.ts'
import { BatchReceivers } from './batch-receivers.ts'
import { type BatchState, nextBatchState } from './batch-state.ts'
import { BATCH_OVERHEAD, type OutgoingRecord } from './outgoing-record.ts'
import type { ProducerIdAndEpoch } from './producer-identity.ts'

const NO_BYTES = new Uint8Array(0)

/** The records of one partition that are sent together. A record's bytes are written when it is appended; nothing else of it is kept. */
export class ProducerBatch {
  /** When its first record came: `lingerMs` and `deliveryTimeoutMs` count from here. */
  readonly createdMs: number
  /** The flush that it belongs to (see FlushTracker): flushes begun later wait for it. */
  flushEpoch: number
  /** How many times it came back from a broker unwritten, or may have. */
  failures = 0
  /** Whether an earlier try may have been written: what a later one is answered does not settle that. */
  mayBeWritten = false
  /** While `retrying`: not before this time. */
  retryAtMs = 0
  /** The leader that it was last sent to, and the epoch of that leader; -1 before. */
  lastLeader = -1
  lastLeaderEpoch = -1
  /** Why the last try failed. */
  lastError: KafkaError | undefined
  /** Its number (KIP-98): -1 until it has one. */
  baseSequence = -1
  /** How many batches of its partition were numbered before it. */
  ordinal = -1
  producerId = -1n
  producerEpoch = -1
  /** Whether any of its records has headers, which old brokers cannot store. */
  hasHeaders = false
  /** What it holds of `bufferMemory`. */
  reservedBytes = 0
  private currentState: BatchState = 'open'
  private readonly builder: RecordBatchBuilder
  private sealed: Uint8Array | undefined
  private readonly receivers = new BatchReceivers()

  /** It is written into `buffer`, or into a larger one of `buffers` where that is too small. */
  constructor(createdMs: number, flushEpoch: number, buffer: Uint8Array, buffers?: BatchBuffers) {
    this.createdMs = createdMs
    this.flushEpoch = flushEpoch
    this.builder = new RecordBatchBuilder(buffers === undefined ? { buffer } : { buffer, buffers })
  }

  get state(): BatchState {
    return this.currentState
  }

  get recordCount(): number {
    return this.builder.count
  }

  /** What it takes in a request: exactly once sealed, before that without compression. */
  get sizeInBytes(): number {
    return this.sealed === undefined ? this.builder.sizeInBytes : this.sealed.length
  }

  /** What its records take without compression, header included. */
  get uncompressedBytes(): number {
    return this.builder.sizeInBytes
  }

  /** Moves on; throws InvariantError where the table of states does not allow it. */
  transitionTo(state: BatchState): void {
    this.currentState = nextBatchState(this.currentState, state)
  }

  /** Whether a record of at most this size still fits where the batch may take `limit` bytes. The first always does. */
  hasRoomFor(sizeInBytes: number, limit: number): boolean {
    return (
      this.sealed === undefined &&
      this.baseSequence < 0 &&
      (this.builder.count === 0 || this.builder.sizeInBytes + sizeInBytes <= limit)
    )
  }

  /** Writes a record. Throws EncodeError where its timestamp does not fit. */
  append({ receiver, tag, timestamp, key, value, headers, sizeInBytes }: OutgoingRecord): void {
    this.builder.append(timestamp, key, value, headers)
    this.receivers.add(receiver, tag, timestamp)
    if (headers !== undefined && headers.length > 0) this.hasHeaders = true
    this.reservedBytes += sizeInBytes
  }

  /** Whether it has a number. */
  get hasSequence(): boolean {
    return this.baseSequence >= 0
  }

  /** Gives it a number, or another one; it must not be in a request. */
  setSequence({ producerId, epoch }: ProducerIdAndEpoch, baseSequence: number): void {
    this.producerId = producerId
    this.producerEpoch = epoch
    this.baseSequence = baseSequence
    if (this.sealed !== undefined && this.sealed !== NO_BYTES)
      setProducerState(this.sealed, 0, producerId, epoch, baseSequence)
  }

  /** Fixes the bytes: header, compression, CRC. Retries send the same. */
  seal(codec: CompressionCodec, level: number | undefined, isTransactional: boolean): Uint8Array {
    const { producerId, producerEpoch, baseSequence } = this
    this.sealed ??= this.builder.build({
      compression: codec,
      ...(level === undefined ? {} : { level }),
      producerId,
      producerEpoch,
      baseSequence,
      isTransactional,
    })
    return this.sealed
  }

  /** Settles every record as acknowledged; `baseOffset` is the first one's offset, -1 where it is not known. */
  deliver(partition: number, baseOffset: number, logAppendTimeMs: number): void {
    this.receivers.deliver(partition, baseOffset, logAppendTimeMs)
    this.letGo()
  }

  /** Settles every record as failed: with the error that `errorOf` has for its index. */
  fail(errorOf: (index: number) => KafkaError): void {
    this.receivers.fail(errorOf)
    this.letGo()
  }

  /** Gives its buffer away, for another batch: it must be settled, with no request to come that reads its bytes. */
  releaseBuffer(): Uint8Array {
    return this.builder.release()
  }

  private letGo(): void {
    // A request that is still out holds the bytes by itself.
    if (this.sealed !== undefined) this.sealed = NO_BYTES
  }

  /**
   * Two open batches with the records of this one, in order, of about half its size each: for a broker that takes no batch as large as
   * this (KIP-126). They keep its age, flush and share of memory. This batch settles nothing any more.
   */
  split(): [ProducerBatch, ProducerBatch] {
    const halves: [ProducerBatch, ProducerBatch] = [this.emptyHalf(), this.emptyHalf()]
    const target = Math.ceil((this.builder.sizeInBytes + BATCH_OVERHEAD) / 2)
    const count = this.recordCount
    if (count < 2) throw new InvariantError('a batch of one record cannot be split')
    // Built again without compression: no request holds this batch now, and reading it back costs no decompression.
    const records = new RecordBatch(this.builder.build()).records()
    let index = 0
    let half = halves[0]
    for (let record = records.read(); record !== undefined; record = records.read()) {
      const isHalfFull = index > 0 && (half.sizeInBytes >= target || index === count - 1)
      if (isHalfFull) half = halves[1]
      half.builder.append(record.timestamp, record.key, record.value, record.headers)
      if (record.headers.length > 0) half.hasHeaders = true
      index++
    }
    const [first, second] = halves
    this.receivers.splitInto(first.receivers, second.receivers, first.recordCount)
    first.reservedBytes = Math.floor((this.reservedBytes * first.recordCount) / count)
    second.reservedBytes = this.reservedBytes - first.reservedBytes
    this.reservedBytes = 0
    this.letGo()
    return halves
  }

  private emptyHalf(): ProducerBatch {
    const half = new ProducerBatch(this.createdMs, this.flushEpoch, new Uint8Array(this.builder.sizeInBytes))
    half.lastError = this.lastError
    return half
  }
}
