// Generated from schemas/merged.json (ConsumerGroupTargetAssignmentMemberValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactArrayLength, writeInt32, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConsumerGroupTargetAssignmentMemberValue, versions 0. */
export interface ConsumerGroupTargetAssignmentMemberValue {
  /** []TopicPartition, versions 0+. */
  topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartition of ConsumerGroupTargetAssignmentMemberValue. */
export interface ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartition(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupTargetAssignmentMemberValueTopicPartition>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions')
}

function decodeTopicPartition(
  reader: ByteReader,
  _version: number,
): ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  const decoded: ConsumerGroupTargetAssignmentMemberValueTopicPartition = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupTargetAssignmentMemberValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupTargetAssignmentMemberValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupTargetAssignmentMemberValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupTargetAssignmentMemberValue')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ConsumerGroupTargetAssignmentMemberValue.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupTargetAssignmentMemberValue')
}

function decodeConsumerGroupTargetAssignmentMemberValue(
  reader: ByteReader,
  version: number,
): ConsumerGroupTargetAssignmentMemberValue {
  checkDecodeVersion(reader, 'ConsumerGroupTargetAssignmentMemberValue', version, 0, 0)
  const decoded: ConsumerGroupTargetAssignmentMemberValue = {
    topicPartitions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicPartitions.push(decodeTopicPartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupTargetAssignmentMemberValue. */
export const consumerGroupTargetAssignmentMemberValue: MessageCodec<ConsumerGroupTargetAssignmentMemberValue> = {
  name: 'ConsumerGroupTargetAssignmentMemberValue',
  apiKey: 7,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupTargetAssignmentMemberValue,
  decode: decodeConsumerGroupTargetAssignmentMemberValue,
}
