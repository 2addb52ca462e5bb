// Generated from schemas/merged.json (ConsumerGroupPartitionMetadataValue) by generator/main.ts: not to be edited.
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

/** ConsumerGroupPartitionMetadataValue, versions 0. */
export interface ConsumerGroupPartitionMetadataValue {
  /** []TopicMetadata, versions 0+. */
  topics: ConsumerGroupPartitionMetadataValueTopicMetadata[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicMetadata of ConsumerGroupPartitionMetadataValue. */
export interface ConsumerGroupPartitionMetadataValueTopicMetadata {
  /** uuid, versions 0+. */
  topicId: string
  /** string, versions 0+. */
  topicName: string
  /** int32, versions 0+. */
  numPartitions: number
  /** []PartitionMetadata, versions 0+. */
  partitionMetadata: ConsumerGroupPartitionMetadataValuePartitionMetadata[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionMetadata of ConsumerGroupPartitionMetadataValue. */
export interface ConsumerGroupPartitionMetadataValuePartitionMetadata {
  /** int32, versions 0+. */
  partition: number
  /** []string, versions 0+. */
  racks: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionMetadata(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupPartitionMetadataValuePartitionMetadata>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata')
  const { partition = 0, racks = [], unknownTaggedFields } = input
  writeInt32(writer, partition, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata.partition')
  writeCompactArrayLength(writer, racks, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata.racks')
  for (const element of racks) {
    writeCompactString(writer, element, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata.racks')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata')
}

function decodePartitionMetadata(
  reader: ByteReader,
  _version: number,
): ConsumerGroupPartitionMetadataValuePartitionMetadata {
  const decoded: ConsumerGroupPartitionMetadataValuePartitionMetadata = {
    partition: 0,
    racks: [],
  }
  decoded.partition = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.racks.push(readCompactString(reader))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicMetadata(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupPartitionMetadataValueTopicMetadata>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupPartitionMetadataValue.topics')
  const {
    topicId = ZERO_UUID,
    topicName = '',
    numPartitions = 0,
    partitionMetadata = [],
    unknownTaggedFields,
  } = input
  writeUuid(writer, topicId, 'ConsumerGroupPartitionMetadataValue.topics.topicId')
  writeCompactString(writer, topicName, 'ConsumerGroupPartitionMetadataValue.topics.topicName')
  writeInt32(writer, numPartitions, 'ConsumerGroupPartitionMetadataValue.topics.numPartitions')
  writeCompactArrayLength(writer, partitionMetadata, 'ConsumerGroupPartitionMetadataValue.topics.partitionMetadata')
  for (const element of partitionMetadata) {
    encodePartitionMetadata(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupPartitionMetadataValue.topics')
}

function decodeTopicMetadata(reader: ByteReader, version: number): ConsumerGroupPartitionMetadataValueTopicMetadata {
  const decoded: ConsumerGroupPartitionMetadataValueTopicMetadata = {
    topicId: ZERO_UUID,
    topicName: '',
    numPartitions: 0,
    partitionMetadata: [],
  }
  decoded.topicId = reader.readUuid()
  decoded.topicName = readCompactString(reader)
  decoded.numPartitions = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionMetadata.push(decodePartitionMetadata(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupPartitionMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupPartitionMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupPartitionMetadataValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupPartitionMetadataValue')
  const { topics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topics, 'ConsumerGroupPartitionMetadataValue.topics')
  for (const element of topics) {
    encodeTopicMetadata(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupPartitionMetadataValue')
}

function decodeConsumerGroupPartitionMetadataValue(
  reader: ByteReader,
  version: number,
): ConsumerGroupPartitionMetadataValue {
  checkDecodeVersion(reader, 'ConsumerGroupPartitionMetadataValue', version, 0, 0)
  const decoded: ConsumerGroupPartitionMetadataValue = {
    topics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicMetadata(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupPartitionMetadataValue. */
export const consumerGroupPartitionMetadataValue: MessageCodec<ConsumerGroupPartitionMetadataValue> = {
  name: 'ConsumerGroupPartitionMetadataValue',
  apiKey: 4,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupPartitionMetadataValue,
  decode: decodeConsumerGroupPartitionMetadataValue,
}
