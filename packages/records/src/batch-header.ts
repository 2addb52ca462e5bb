import * as at from './record-batch-layout.ts'

/** The fields of a batch's header that `writeBatchHeader` writes: all but the CRC. */
export interface BatchHeader {
  baseOffset: bigint
  partitionLeaderEpoch: number
  attributes: number
  lastOffsetDelta: number
  baseTimestamp: number
  maxTimestamp: number
  producerId: bigint
  producerEpoch: number
  baseSequence: number
  count: number
}

/** Writes the header of a batch that fills the view, but for its CRC. */
export function writeBatchHeader(view: DataView, header: BatchHeader): void {
  view.setBigInt64(at.BASE_OFFSET, header.baseOffset)
  view.setInt32(at.BATCH_LENGTH, view.byteLength - at.LOG_OVERHEAD)
  view.setInt32(at.PARTITION_LEADER_EPOCH, header.partitionLeaderEpoch)
  view.setInt8(at.MAGIC, 2)
  view.setInt16(at.ATTRIBUTES, header.attributes)
  view.setInt32(at.LAST_OFFSET_DELTA, header.lastOffsetDelta)
  view.setBigInt64(at.BASE_TIMESTAMP, BigInt(header.baseTimestamp))
  view.setBigInt64(at.MAX_TIMESTAMP, BigInt(header.maxTimestamp))
  view.setBigInt64(at.PRODUCER_ID, header.producerId)
  view.setInt16(at.PRODUCER_EPOCH, header.producerEpoch)
  view.setInt32(at.BASE_SEQUENCE, header.baseSequence)
  view.setInt32(at.RECORD_COUNT, header.count)
}
