// Generated from schemas/merged.json (ShareGroupStatePartitionMetadataValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupStatePartitionMetadataValue, versions 0. */
export interface ShareGroupStatePartitionMetadataValue {
  /** []TopicPartitionsInfo, versions 0+. */
  initializingTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[]
  /** []TopicPartitionsInfo, versions 0+. */
  initializedTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[]
  /** []TopicInfo, versions 0+. */
  deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicInfo of ShareGroupStatePartitionMetadataValue. */
export interface ShareGroupStatePartitionMetadataValueTopicInfo {
  /** uuid, versions 0+. */
  topicId: string
  /** string, versions 0+. */
  topicName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitionsInfo of ShareGroupStatePartitionMetadataValue. */
export interface ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  /** uuid, versions 0+. */
  topicId: string
  /** string, versions 0+. */
  topicName: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitionsInfo(
  writer: ByteWriter,
  input: MessageInput<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo')
  const { topicId = ZERO_UUID, topicName = '', partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo.topicId')
  writeCompactString(writer, topicName, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo.topicName')
  writeCompactArrayLength(writer, partitions, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupStatePartitionMetadataValue.TopicPartitionsInfo')
}

function decodeTopicPartitionsInfo(
  reader: ByteReader,
  _version: number,
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  const decoded: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo = {
    topicId: ZERO_UUID,
    topicName: '',
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicInfo(
  writer: ByteWriter,
  input: MessageInput<ShareGroupStatePartitionMetadataValueTopicInfo>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupStatePartitionMetadataValue.TopicInfo')
  const { topicId = ZERO_UUID, topicName = '', unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupStatePartitionMetadataValue.TopicInfo.topicId')
  writeCompactString(writer, topicName, 'ShareGroupStatePartitionMetadataValue.TopicInfo.topicName')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupStatePartitionMetadataValue.TopicInfo')
}

function decodeTopicInfo(reader: ByteReader, _version: number): ShareGroupStatePartitionMetadataValueTopicInfo {
  const decoded: ShareGroupStatePartitionMetadataValueTopicInfo = {
    topicId: ZERO_UUID,
    topicName: '',
  }
  decoded.topicId = reader.readUuid()
  decoded.topicName = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareGroupStatePartitionMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupStatePartitionMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupStatePartitionMetadataValue', version, 0, 0)
  checkStruct(input, 'ShareGroupStatePartitionMetadataValue')
  const { initializingTopics = [], initializedTopics = [], deletingTopics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, initializingTopics, 'ShareGroupStatePartitionMetadataValue.initializingTopics')
  for (const element of initializingTopics) {
    encodeTopicPartitionsInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, initializedTopics, 'ShareGroupStatePartitionMetadataValue.initializedTopics')
  for (const element of initializedTopics) {
    encodeTopicPartitionsInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, deletingTopics, 'ShareGroupStatePartitionMetadataValue.deletingTopics')
  for (const element of deletingTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupStatePartitionMetadataValue')
}

function decodeShareGroupStatePartitionMetadataValue(
  reader: ByteReader,
  version: number,
): ShareGroupStatePartitionMetadataValue {
  checkDecodeVersion(reader, 'ShareGroupStatePartitionMetadataValue', version, 0, 0)
  const decoded: ShareGroupStatePartitionMetadataValue = {
    initializingTopics: [],
    initializedTopics: [],
    deletingTopics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.initializingTopics.push(decodeTopicPartitionsInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.initializedTopics.push(decodeTopicPartitionsInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.deletingTopics.push(decodeTopicInfo(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupStatePartitionMetadataValue. */
export const shareGroupStatePartitionMetadataValue: MessageCodec<ShareGroupStatePartitionMetadataValue> = {
  name: 'ShareGroupStatePartitionMetadataValue',
  apiKey: 15,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupStatePartitionMetadataValue,
  decode: decodeShareGroupStatePartitionMetadataValue,
}
