// Generated from schemas/merged.json (RemotePartitionDeleteMetadataRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemotePartitionDeleteMetadataRecord, versions 0. */
export interface RemotePartitionDeleteMetadataRecord {
  /** TopicIdPartitionEntry, versions 0+. */
  topicIdPartition: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry
  /** int32, versions 0+. */
  brokerId: number
  /** int64, versions 0+. */
  eventTimestampMs: bigint
  /** int8, versions 0+. */
  remotePartitionDeleteState: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicIdPartitionEntry of RemotePartitionDeleteMetadataRecord. */
export interface RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  /** string, versions 0+. */
  name: string
  /** uuid, versions 0+. */
  id: string
  /** int32, versions 0+. */
  partition: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultTopicIdPartitionEntry(): RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  return {
    name: '',
    id: ZERO_UUID,
    partition: 0,
  }
}

function encodeTopicIdPartitionEntry(
  writer: ByteWriter,
  input: MessageInput<RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry>,
  _version: number,
): void {
  checkStruct(input, 'RemotePartitionDeleteMetadataRecord.topicIdPartition')
  const { name = '', id = ZERO_UUID, partition = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RemotePartitionDeleteMetadataRecord.topicIdPartition.name')
  writeUuid(writer, id, 'RemotePartitionDeleteMetadataRecord.topicIdPartition.id')
  writeInt32(writer, partition, 'RemotePartitionDeleteMetadataRecord.topicIdPartition.partition')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemotePartitionDeleteMetadataRecord.topicIdPartition')
}

function decodeTopicIdPartitionEntry(
  reader: ByteReader,
  _version: number,
): RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry {
  const decoded: RemotePartitionDeleteMetadataRecordTopicIdPartitionEntry = {
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

function encodeRemotePartitionDeleteMetadataRecord(
  writer: ByteWriter,
  input: MessageInput<RemotePartitionDeleteMetadataRecord>,
  version: number,
): void {
  checkEncodeVersion('RemotePartitionDeleteMetadataRecord', version, 0, 0)
  checkStruct(input, 'RemotePartitionDeleteMetadataRecord')
  const {
    topicIdPartition = {},
    brokerId = 0,
    eventTimestampMs = 0n,
    remotePartitionDeleteState = 0,
    unknownTaggedFields,
  } = input
  encodeTopicIdPartitionEntry(writer, topicIdPartition, version)
  writeInt32(writer, brokerId, 'RemotePartitionDeleteMetadataRecord.brokerId')
  writeInt64(writer, eventTimestampMs, 'RemotePartitionDeleteMetadataRecord.eventTimestampMs')
  writeInt8(writer, remotePartitionDeleteState, 'RemotePartitionDeleteMetadataRecord.remotePartitionDeleteState')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemotePartitionDeleteMetadataRecord')
}

function decodeRemotePartitionDeleteMetadataRecord(
  reader: ByteReader,
  version: number,
): RemotePartitionDeleteMetadataRecord {
  checkDecodeVersion(reader, 'RemotePartitionDeleteMetadataRecord', version, 0, 0)
  const decoded: RemotePartitionDeleteMetadataRecord = {
    topicIdPartition: defaultTopicIdPartitionEntry(),
    brokerId: 0,
    eventTimestampMs: 0n,
    remotePartitionDeleteState: 0,
  }
  decoded.topicIdPartition = decodeTopicIdPartitionEntry(reader, version)
  decoded.brokerId = reader.readInt32()
  decoded.eventTimestampMs = reader.readInt64()
  decoded.remotePartitionDeleteState = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemotePartitionDeleteMetadataRecord. */
export const remotePartitionDeleteMetadataRecord: MessageCodec<RemotePartitionDeleteMetadataRecord> = {
  name: 'RemotePartitionDeleteMetadataRecord',
  apiKey: 2,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemotePartitionDeleteMetadataRecord,
  decode: decodeRemotePartitionDeleteMetadataRecord,
}
