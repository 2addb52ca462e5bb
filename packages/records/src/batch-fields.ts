import { crc32c, DecodeError } from '@odradek/bytes'

import * as at from './record-batch-layout.ts'

// What a broker changes in a batch before it appends it to the log, and a producer before it sends it again. `position` is where the batch begins in `bytes`.

/** Writes the offset of the batch's first record and the leader epoch, neither of which lies under the CRC. */
export function setBatchBaseOffset(
  bytes: Uint8Array,
  position: number,
  baseOffset: bigint,
  partitionLeaderEpoch: number,
): void {
  const view = batchView(bytes, position)
  view.setBigInt64(at.BASE_OFFSET, baseOffset)
  view.setInt32(at.PARTITION_LEADER_EPOCH, partitionLeaderEpoch)
}

/** Writes the batch's greatest timestamp and whose clock it is, and computes the CRC anew where that changed anything. */
export function setMaxTimestamp(
  bytes: Uint8Array,
  position: number,
  timestampType: at.TimestampType,
  maxTimestamp: number,
): void {
  const view = batchView(bytes, position)
  const before = view.getInt16(at.ATTRIBUTES)
  const attributes =
    timestampType === 'LogAppendTime' ? before | at.LOG_APPEND_TIME_FLAG : before & ~at.LOG_APPEND_TIME_FLAG
  const timestamp = BigInt(maxTimestamp)
  if (attributes === before && view.getBigInt64(at.MAX_TIMESTAMP) === timestamp) return
  view.setInt16(at.ATTRIBUTES, attributes)
  view.setBigInt64(at.MAX_TIMESTAMP, timestamp)
  view.setUint32(at.CRC, crc32c(bytes, position + at.ATTRIBUTES, position + view.byteLength))
}

/** Writes whose batch it is and which: producer id, epoch and the sequence of its first record (KIP-98); computes the CRC anew. */
export function setProducerState(
  bytes: Uint8Array,
  position: number,
  producerId: bigint,
  producerEpoch: number,
  baseSequence: number,
): void {
  const view = batchView(bytes, position)
  view.setBigInt64(at.PRODUCER_ID, producerId)
  view.setInt16(at.PRODUCER_EPOCH, producerEpoch)
  view.setInt32(at.BASE_SEQUENCE, baseSequence)
  view.setUint32(at.CRC, crc32c(bytes, position + at.ATTRIBUTES, position + view.byteLength))
}

/** A view of the one batch. Throws DecodeError where there is none of magic 2 whole at `position`. */
function batchView(bytes: Uint8Array, position: number): DataView {
  const left = bytes.length - position
  if (left < at.RECORDS) throw new DecodeError('truncated', `no record batch fits in ${left} bytes`, position)
  const header = new DataView(bytes.buffer, bytes.byteOffset + position, left)
  const size = header.getInt32(at.BATCH_LENGTH) + at.LOG_OVERHEAD
  if (header.getInt8(at.MAGIC) !== 2 || size < at.RECORDS) {
    throw new DecodeError('malformed', 'no record batch of magic 2', position)
  }
  if (size > left) throw new DecodeError('truncated', `a batch of ${size} bytes where ${left} are left`, position)
  return new DataView(bytes.buffer, bytes.byteOffset + position, size)
}
