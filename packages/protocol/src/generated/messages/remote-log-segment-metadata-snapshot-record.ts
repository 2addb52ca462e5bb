// Generated from schemas/merged.json (RemoteLogSegmentMetadataSnapshotRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableBytes } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableBytes,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** RemoteLogSegmentMetadataSnapshotRecord, versions 0. */
export interface RemoteLogSegmentMetadataSnapshotRecord {
  /** uuid, versions 0+. */
  segmentId: string
  /** int64, versions 0+. */
  startOffset: bigint
  /** int64, versions 0+. */
  endOffset: bigint
  /** int32, versions 0+. */
  brokerId: number
  /** int64, versions 0+. */
  maxTimestampMs: bigint
  /** int64, versions 0+. */
  eventTimestampMs: bigint
  /** []SegmentLeaderEpochEntry, versions 0+. */
  segmentLeaderEpochs: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry[]
  /** int32, versions 0+. */
  segmentSizeInBytes: number
  /** bytes, versions 0+, nullable, default null. */
  customMetadata: Uint8Array | null
  /** int8, versions 0+. */
  remoteLogSegmentState: number
  /** bool, versions 0+, tag 0. */
  txnIndexEmpty: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SegmentLeaderEpochEntry of RemoteLogSegmentMetadataSnapshotRecord. */
export interface RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  offset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSegmentLeaderEpochEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry>,
  _version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataSnapshotRecord.segmentLeaderEpochs')
  const { leaderEpoch = 0, offset = 0n, unknownTaggedFields } = input
  writeInt32(writer, leaderEpoch, 'RemoteLogSegmentMetadataSnapshotRecord.segmentLeaderEpochs.leaderEpoch')
  writeInt64(writer, offset, 'RemoteLogSegmentMetadataSnapshotRecord.segmentLeaderEpochs.offset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataSnapshotRecord.segmentLeaderEpochs')
}

function decodeSegmentLeaderEpochEntry(
  reader: ByteReader,
  _version: number,
): RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry {
  const decoded: RemoteLogSegmentMetadataSnapshotRecordSegmentLeaderEpochEntry = {
    leaderEpoch: 0,
    offset: 0n,
  }
  decoded.leaderEpoch = reader.readInt32()
  decoded.offset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeRemoteLogSegmentMetadataSnapshotRecord(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataSnapshotRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoteLogSegmentMetadataSnapshotRecord', version, 0, 0)
  checkStruct(input, 'RemoteLogSegmentMetadataSnapshotRecord')
  const {
    segmentId = ZERO_UUID,
    startOffset = 0n,
    endOffset = 0n,
    brokerId = 0,
    maxTimestampMs = 0n,
    eventTimestampMs = 0n,
    segmentLeaderEpochs = [],
    segmentSizeInBytes = 0,
    customMetadata = null,
    remoteLogSegmentState = 0,
    txnIndexEmpty = false,
    unknownTaggedFields,
  } = input
  writeUuid(writer, segmentId, 'RemoteLogSegmentMetadataSnapshotRecord.segmentId')
  writeInt64(writer, startOffset, 'RemoteLogSegmentMetadataSnapshotRecord.startOffset')
  writeInt64(writer, endOffset, 'RemoteLogSegmentMetadataSnapshotRecord.endOffset')
  writeInt32(writer, brokerId, 'RemoteLogSegmentMetadataSnapshotRecord.brokerId')
  writeInt64(writer, maxTimestampMs, 'RemoteLogSegmentMetadataSnapshotRecord.maxTimestampMs')
  writeInt64(writer, eventTimestampMs, 'RemoteLogSegmentMetadataSnapshotRecord.eventTimestampMs')
  writeCompactArrayLength(writer, segmentLeaderEpochs, 'RemoteLogSegmentMetadataSnapshotRecord.segmentLeaderEpochs')
  for (const element of segmentLeaderEpochs) {
    encodeSegmentLeaderEpochEntry(writer, element, version)
  }
  writeInt32(writer, segmentSizeInBytes, 'RemoteLogSegmentMetadataSnapshotRecord.segmentSizeInBytes')
  writeCompactNullableBytes(writer, customMetadata, 'RemoteLogSegmentMetadataSnapshotRecord.customMetadata')
  writeInt8(writer, remoteLogSegmentState, 'RemoteLogSegmentMetadataSnapshotRecord.remoteLogSegmentState')
  const hasTxnIndexEmpty = txnIndexEmpty !== false
  writer.writeUnsignedVarint((hasTxnIndexEmpty ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasTxnIndexEmpty) {
    const start = beginTaggedField(writer, 0)
    writeBool(writer, txnIndexEmpty, 'RemoteLogSegmentMetadataSnapshotRecord.txnIndexEmpty')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'RemoteLogSegmentMetadataSnapshotRecord')
}

function decodeRemoteLogSegmentMetadataSnapshotRecord(
  reader: ByteReader,
  version: number,
): RemoteLogSegmentMetadataSnapshotRecord {
  checkDecodeVersion(reader, 'RemoteLogSegmentMetadataSnapshotRecord', version, 0, 0)
  const decoded: RemoteLogSegmentMetadataSnapshotRecord = {
    segmentId: ZERO_UUID,
    startOffset: 0n,
    endOffset: 0n,
    brokerId: 0,
    maxTimestampMs: 0n,
    eventTimestampMs: 0n,
    segmentLeaderEpochs: [],
    segmentSizeInBytes: 0,
    customMetadata: null,
    remoteLogSegmentState: 0,
    txnIndexEmpty: false,
  }
  decoded.segmentId = reader.readUuid()
  decoded.startOffset = reader.readInt64()
  decoded.endOffset = reader.readInt64()
  decoded.brokerId = reader.readInt32()
  decoded.maxTimestampMs = reader.readInt64()
  decoded.eventTimestampMs = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.segmentLeaderEpochs.push(decodeSegmentLeaderEpochEntry(reader, version))
  }
  decoded.segmentSizeInBytes = reader.readInt32()
  decoded.customMetadata = readCompactNullableBytes(reader)
  decoded.remoteLogSegmentState = reader.readInt8()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.txnIndexEmpty = reader.readBoolean()
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoteLogSegmentMetadataSnapshotRecord. */
export const remoteLogSegmentMetadataSnapshotRecord: MessageCodec<RemoteLogSegmentMetadataSnapshotRecord> = {
  name: 'RemoteLogSegmentMetadataSnapshotRecord',
  apiKey: 3,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoteLogSegmentMetadataSnapshotRecord,
  decode: decodeRemoteLogSegmentMetadataSnapshotRecord,
}
