// Generated from schemas/merged.json (RemoteLogSegmentMetadataRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableBytes,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableBytes,
  writeCompactString,
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

/** RemoteLogSegmentMetadataRecord, versions 0. */
export interface RemoteLogSegmentMetadataRecord {
  /** RemoteLogSegmentIdEntry, versions 0+. */
  remoteLogSegmentId: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry
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
  segmentLeaderEpochs: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry[]
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

/** SegmentLeaderEpochEntry of RemoteLogSegmentMetadataRecord. */
export interface RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  offset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** RemoteLogSegmentIdEntry of RemoteLogSegmentMetadataRecord. */
export interface RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  /** TopicIdPartitionEntry, versions 0+. */
  topicIdPartition: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry
  /** uuid, versions 0+. */
  id: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicIdPartitionEntry of RemoteLogSegmentMetadataRecord. */
export interface RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  /** string, versions 0+. */
  name: string
  /** uuid, versions 0+. */
  id: string
  /** int32, versions 0+. */
  partition: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultTopicIdPartitionEntry(): RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  return {
    name: '',
    id: ZERO_UUID,
    partition: 0,
  }
}

function encodeTopicIdPartitionEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataRecordTopicIdPartitionEntry>,
  _version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.topicIdPartition')
  const { name = '', id = ZERO_UUID, partition = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.topicIdPartition.name')
  writeUuid(writer, id, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.topicIdPartition.id')
  writeInt32(writer, partition, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.topicIdPartition.partition')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.topicIdPartition')
}

function decodeTopicIdPartitionEntry(
  reader: ByteReader,
  _version: number,
): RemoteLogSegmentMetadataRecordTopicIdPartitionEntry {
  const decoded: RemoteLogSegmentMetadataRecordTopicIdPartitionEntry = {
    name: '',
    id: ZERO_UUID,
    partition: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.id = reader.readUuid()
  decoded.partition = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultRemoteLogSegmentIdEntry(): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  return {
    topicIdPartition: defaultTopicIdPartitionEntry(),
    id: ZERO_UUID,
  }
}

function encodeRemoteLogSegmentIdEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry>,
  version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId')
  const { topicIdPartition = {}, id = ZERO_UUID, unknownTaggedFields } = input
  encodeTopicIdPartitionEntry(writer, topicIdPartition, version)
  writeUuid(writer, id, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId.id')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentId')
}

function decodeRemoteLogSegmentIdEntry(
  reader: ByteReader,
  version: number,
): RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry {
  const decoded: RemoteLogSegmentMetadataRecordRemoteLogSegmentIdEntry = {
    topicIdPartition: defaultTopicIdPartitionEntry(),
    id: ZERO_UUID,
  }
  decoded.topicIdPartition = decodeTopicIdPartitionEntry(reader, version)
  decoded.id = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeSegmentLeaderEpochEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry>,
  _version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataRecord.segmentLeaderEpochs')
  const { leaderEpoch = 0, offset = 0n, unknownTaggedFields } = input
  writeInt32(writer, leaderEpoch, 'RemoteLogSegmentMetadataRecord.segmentLeaderEpochs.leaderEpoch')
  writeInt64(writer, offset, 'RemoteLogSegmentMetadataRecord.segmentLeaderEpochs.offset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataRecord.segmentLeaderEpochs')
}

function decodeSegmentLeaderEpochEntry(
  reader: ByteReader,
  _version: number,
): RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry {
  const decoded: RemoteLogSegmentMetadataRecordSegmentLeaderEpochEntry = {
    leaderEpoch: 0,
    offset: 0n,
  }
  decoded.leaderEpoch = reader.readInt32()
  decoded.offset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeRemoteLogSegmentMetadataRecord(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoteLogSegmentMetadataRecord', version, 0, 0)
  checkStruct(input, 'RemoteLogSegmentMetadataRecord')
  const {
    remoteLogSegmentId = {},
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
  encodeRemoteLogSegmentIdEntry(writer, remoteLogSegmentId, version)
  writeInt64(writer, startOffset, 'RemoteLogSegmentMetadataRecord.startOffset')
  writeInt64(writer, endOffset, 'RemoteLogSegmentMetadataRecord.endOffset')
  writeInt32(writer, brokerId, 'RemoteLogSegmentMetadataRecord.brokerId')
  writeInt64(writer, maxTimestampMs, 'RemoteLogSegmentMetadataRecord.maxTimestampMs')
  writeInt64(writer, eventTimestampMs, 'RemoteLogSegmentMetadataRecord.eventTimestampMs')
  writeCompactArrayLength(writer, segmentLeaderEpochs, 'RemoteLogSegmentMetadataRecord.segmentLeaderEpochs')
  for (const element of segmentLeaderEpochs) {
    encodeSegmentLeaderEpochEntry(writer, element, version)
  }
  writeInt32(writer, segmentSizeInBytes, 'RemoteLogSegmentMetadataRecord.segmentSizeInBytes')
  writeCompactNullableBytes(writer, customMetadata, 'RemoteLogSegmentMetadataRecord.customMetadata')
  writeInt8(writer, remoteLogSegmentState, 'RemoteLogSegmentMetadataRecord.remoteLogSegmentState')
  const hasTxnIndexEmpty = txnIndexEmpty !== false
  writer.writeUnsignedVarint((hasTxnIndexEmpty ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasTxnIndexEmpty) {
    const start = beginTaggedField(writer, 0)
    writeBool(writer, txnIndexEmpty, 'RemoteLogSegmentMetadataRecord.txnIndexEmpty')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'RemoteLogSegmentMetadataRecord')
}

function decodeRemoteLogSegmentMetadataRecord(reader: ByteReader, version: number): RemoteLogSegmentMetadataRecord {
  checkDecodeVersion(reader, 'RemoteLogSegmentMetadataRecord', version, 0, 0)
  const decoded: RemoteLogSegmentMetadataRecord = {
    remoteLogSegmentId: defaultRemoteLogSegmentIdEntry(),
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
  decoded.remoteLogSegmentId = decodeRemoteLogSegmentIdEntry(reader, version)
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

/** Encodes and decodes RemoteLogSegmentMetadataRecord. */
export const remoteLogSegmentMetadataRecord: MessageCodec<RemoteLogSegmentMetadataRecord> = {
  name: 'RemoteLogSegmentMetadataRecord',
  apiKey: 0,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoteLogSegmentMetadataRecord,
  decode: decodeRemoteLogSegmentMetadataRecord,
}
