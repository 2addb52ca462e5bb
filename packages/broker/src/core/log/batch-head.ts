// The few fields of a batch's header by which it is found in a file, read without making objects of 64-bit numbers.
import { DecodeError } from '@odradek/bytes'
import type { LogBatch } from './segment-records.ts'

const BATCH_LENGTH = 8
const LAST_OFFSET_DELTA = 23
const MAX_TIMESTAMP = 35
const LOG_OVERHEAD = 12

/** The size of a batch's header, and of a batch without records. */
export const HEAD_BYTES = 61

/** The batch's size, header included. Throws DecodeError where none can have that size. */
export function batchSizeAt(view: DataView, at: number): number {
  const size = view.getInt32(at + BATCH_LENGTH) + LOG_OVERHEAD
  if (size < HEAD_BYTES) throw new DecodeError('malformed', `a record batch of ${size} bytes`, at)
  return size
}

/** The batch's first offset. */
function baseOffsetAt(view: DataView, at: number): number {
  return int64At(view, at)
}

/** The batch's last offset. */
export function lastOffsetAt(view: DataView, at: number): number {
  return int64At(view, at) + view.getInt32(at + LAST_OFFSET_DELTA)
}

/** The offset that follows the last of some whole batches. */
export function nextOffsetAfter(batches: Uint8Array): number {
  const view = viewOf(batches)
  let last = 0
  for (let at = 0; at + HEAD_BYTES <= batches.length; at += batchSizeAt(view, at)) last = at
  return lastOffsetAt(view, last) + 1
}

/** The batch of `size` bytes there, as a view on `bytes`. */
export function logBatchAt(bytes: Uint8Array, view: DataView, at: number, size: number): LogBatch {
  return {
    baseOffset: baseOffsetAt(view, at),
    lastOffset: lastOffsetAt(view, at),
    maxTimestamp: int64At(view, at + MAX_TIMESTAMP),
    bytes: bytes.subarray(at, at + size),
  }
}

/** A view of the bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Exact up to 2^53, like all offsets and timestamps in the broker's core. */
function int64At(view: DataView, at: number): number {
  return view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4)
}
