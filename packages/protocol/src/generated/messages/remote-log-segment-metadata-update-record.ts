// Generated from schemas/merged.json (RemoteLogSegmentMetadataUpdateRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableBytes, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableBytes,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoteLogSegmentMetadataUpdateRecord, versions 0. */
export interface RemoteLogSegmentMetadataUpdateRecord {
  /** RemoteLogSegmentIdEntry, versions 0+. */
  remoteLogSegmentId: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry
  /** int32, versions 0+. */
  brokerId: number
  /** int64, versions 0+. */
  eventTimestampMs: bigint
  /** bytes, versions 0+, nullable, default null. */
  customMetadata: Uint8Array | null
  /** int8, versions 0+. */
  remoteLogSegmentState: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** RemoteLogSegmentIdEntry of RemoteLogSegmentMetadataUpdateRecord. */
export interface RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  /** TopicIdPartitionEntry, versions 0+. */
  topicIdPartition: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry
  /** uuid, versions 0+. */
  id: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicIdPartitionEntry of RemoteLogSegmentMetadataUpdateRecord. */
export interface RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  /** string, versions 0+. */
  name: string
  /** uuid, versions 0+. */
  id: string
  /** int32, versions 0+. */
  partition: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultTopicIdPartitionEntry(): RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  return {
    name: '',
    id: ZERO_UUID,
    partition: 0,
  }
}

function encodeTopicIdPartitionEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry>,
  _version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.topicIdPartition')
  const { name = '', id = ZERO_UUID, partition = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.topicIdPartition.name')
  writeUuid(writer, id, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.topicIdPartition.id')
  writeInt32(writer, partition, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.topicIdPartition.partition')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.topicIdPartition')
}

function decodeTopicIdPartitionEntry(
  reader: ByteReader,
  _version: number,
): RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry {
  const decoded: RemoteLogSegmentMetadataUpdateRecordTopicIdPartitionEntry = {
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

function defaultRemoteLogSegmentIdEntry(): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  return {
    topicIdPartition: defaultTopicIdPartitionEntry(),
    id: ZERO_UUID,
  }
}

function encodeRemoteLogSegmentIdEntry(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry>,
  version: number,
): void {
  checkStruct(input, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId')
  const { topicIdPartition = {}, id = ZERO_UUID, unknownTaggedFields } = input
  encodeTopicIdPartitionEntry(writer, topicIdPartition, version)
  writeUuid(writer, id, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId.id')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentId')
}

function decodeRemoteLogSegmentIdEntry(
  reader: ByteReader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry {
  const decoded: RemoteLogSegmentMetadataUpdateRecordRemoteLogSegmentIdEntry = {
    topicIdPartition: defaultTopicIdPartitionEntry(),
    id: ZERO_UUID,
  }
  decoded.topicIdPartition = decodeTopicIdPartitionEntry(reader, version)
  decoded.id = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeRemoteLogSegmentMetadataUpdateRecord(
  writer: ByteWriter,
  input: MessageInput<RemoteLogSegmentMetadataUpdateRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoteLogSegmentMetadataUpdateRecord', version, 0, 0)
  checkStruct(input, 'RemoteLogSegmentMetadataUpdateRecord')
  const {
    remoteLogSegmentId = {},
    brokerId = 0,
    eventTimestampMs = 0n,
    customMetadata = null,
    remoteLogSegmentState = 0,
    unknownTaggedFields,
  } = input
  encodeRemoteLogSegmentIdEntry(writer, remoteLogSegmentId, version)
  writeInt32(writer, brokerId, 'RemoteLogSegmentMetadataUpdateRecord.brokerId')
  writeInt64(writer, eventTimestampMs, 'RemoteLogSegmentMetadataUpdateRecord.eventTimestampMs')
  writeCompactNullableBytes(writer, customMetadata, 'RemoteLogSegmentMetadataUpdateRecord.customMetadata')
  writeInt8(writer, remoteLogSegmentState, 'RemoteLogSegmentMetadataUpdateRecord.remoteLogSegmentState')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoteLogSegmentMetadataUpdateRecord')
}

function decodeRemoteLogSegmentMetadataUpdateRecord(
  reader: ByteReader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecord {
  checkDecodeVersion(reader, 'RemoteLogSegmentMetadataUpdateRecord', version, 0, 0)
  const decoded: RemoteLogSegmentMetadataUpdateRecord = {
    remoteLogSegmentId: defaultRemoteLogSegmentIdEntry(),
    brokerId: 0,
    eventTimestampMs: 0n,
    customMetadata: null,
    remoteLogSegmentState: 0,
  }
  decoded.remoteLogSegmentId = decodeRemoteLogSegmentIdEntry(reader, version)
  decoded.brokerId = reader.readInt32()
  decoded.eventTimestampMs = reader.readInt64()
  decoded.customMetadata = readCompactNullableBytes(reader)
  decoded.remoteLogSegmentState = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoteLogSegmentMetadataUpdateRecord. */
export const remoteLogSegmentMetadataUpdateRecord: MessageCodec<RemoteLogSegmentMetadataUpdateRecord> = {
  name: 'RemoteLogSegmentMetadataUpdateRecord',
  apiKey: 1,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoteLogSegmentMetadataUpdateRecord,
  decode: decodeRemoteLogSegmentMetadataUpdateRecord,
}
