// Generated from schemas/merged.json (ShareGroupTargetAssignmentMemberValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactArrayLength, writeInt32, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupTargetAssignmentMemberValue, versions 0. */
export interface ShareGroupTargetAssignmentMemberValue {
  /** []TopicPartition, versions 0+. */
  topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartition of ShareGroupTargetAssignmentMemberValue. */
export interface ShareGroupTargetAssignmentMemberValueTopicPartition {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartition(
  writer: ByteWriter,
  input: MessageInput<ShareGroupTargetAssignmentMemberValueTopicPartition>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupTargetAssignmentMemberValue.topicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupTargetAssignmentMemberValue.topicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareGroupTargetAssignmentMemberValue.topicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareGroupTargetAssignmentMemberValue.topicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupTargetAssignmentMemberValue.topicPartitions')
}

function decodeTopicPartition(
  reader: ByteReader,
  _version: number,
): ShareGroupTargetAssignmentMemberValueTopicPartition {
  const decoded: ShareGroupTargetAssignmentMemberValueTopicPartition = {
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

function encodeShareGroupTargetAssignmentMemberValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupTargetAssignmentMemberValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupTargetAssignmentMemberValue', version, 0, 0)
  checkStruct(input, 'ShareGroupTargetAssignmentMemberValue')
  const { topicPartitions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, topicPartitions, 'ShareGroupTargetAssignmentMemberValue.topicPartitions')
  for (const element of topicPartitions) {
    encodeTopicPartition(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupTargetAssignmentMemberValue')
}

function decodeShareGroupTargetAssignmentMemberValue(
  reader: ByteReader,
  version: number,
): ShareGroupTargetAssignmentMemberValue {
  checkDecodeVersion(reader, 'ShareGroupTargetAssignmentMemberValue', version, 0, 0)
  const decoded: ShareGroupTargetAssignmentMemberValue = {
    topicPartitions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicPartitions.push(decodeTopicPartition(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupTargetAssignmentMemberValue. */
export const shareGroupTargetAssignmentMemberValue: MessageCodec<ShareGroupTargetAssignmentMemberValue> = {
  name: 'ShareGroupTargetAssignmentMemberValue',
  apiKey: 13,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupTargetAssignmentMemberValue,
  decode: decodeShareGroupTargetAssignmentMemberValue,
}
